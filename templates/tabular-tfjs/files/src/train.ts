import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Config } from './config.ts';
import type { Random } from './random.ts';

/** Inputs and wanted outputs, row by row. */
export interface Rows {
  readonly inputs: readonly (readonly number[])[];
  readonly outputs: readonly (readonly number[])[];
}

export interface Epoch {
  readonly trainingLoss: number;
  readonly validationLoss: number;
}

export interface History {
  readonly epochs: readonly Epoch[];
  /** Index of the epoch whose weights the model keeps. */
  readonly best: number;
}

/**
 * Trains until the validation loss has not improved for `patience` epochs, then goes back to the best weights. The rows are shuffled here,
 * from the seed, because the library's own shuffling cannot be repeated. Throws where the loss is no longer a number.
 */
export async function train(
  model: LayersModel, training: Rows, validation: Rows, config: Pick<Config, 'batchSize' | 'maxEpochs' | 'patience'>, random: Random,
  onEpoch: (epoch: Epoch, index: number) => void = () => {},
): Promise<History> {
  const epochs: Epoch[] = [];
  let best = 0;
  let weights = await weightsOf(model);
  while (epochs.length < config.maxEpochs && epochs.length - best <= config.patience) {
    const epoch = {
      trainingLoss: await trainOnce(model, shuffled(training, random), config.batchSize),
      validationLoss: await lossOf(model, validation, config.batchSize),
    };
    if (!Number.isFinite(epoch.validationLoss)) throw new Error('training diverged: try a lower "learningRate" in config.json');
    epochs.push(epoch);
    onEpoch(epoch, epochs.length - 1);
    if (epochs.length === 1 || epoch.validationLoss < (epochs[best]?.validationLoss ?? Infinity)) {
      best = epochs.length - 1;
      weights = await weightsOf(model);
    }
  }
  tf.tidy(() => model.setWeights(weights.map(({ values, shape }) => tf.tensor(values, shape))));
  return { epochs, best };
}

async function trainOnce(model: LayersModel, rows: Rows, batchSize: number): Promise<number> {
  const [inputs, outputs] = tensors(rows);
  const { history } = await model.fit(inputs, outputs, { epochs: 1, batchSize, shuffle: false, verbose: 0, yieldEvery: 'never' });
  tf.dispose([inputs, outputs]);
  return Number(history['loss']?.[0]);
}

async function lossOf(model: LayersModel, rows: Rows, batchSize: number): Promise<number> {
  const [inputs, outputs] = tensors(rows);
  const [loss] = [model.evaluate(inputs, outputs, { batchSize, verbose: 0 })].flat();
  const [value] = (await loss?.data()) ?? [];
  tf.dispose([inputs, outputs, loss ?? []]);
  return value ?? Number.NaN;
}

function tensors({ inputs, outputs }: Rows): [tf.Tensor2D, tf.Tensor2D] {
  return [matrix(inputs), matrix(outputs)];
}

/** A matrix of float32 from rows of equal length. */
export function matrix(rows: readonly (readonly number[])[]): tf.Tensor2D {
  return tf.tensor2d(Float32Array.from(rows.flat()), [rows.length, rows[0]?.length ?? 0]);
}

function shuffled(rows: Rows, random: Random): Rows {
  const order = random.shuffled(rows.inputs.map((_, i) => i));
  return { inputs: order.map(i => rows.inputs[i] ?? []), outputs: order.map(i => rows.outputs[i] ?? []) };
}

/** A copy of the weights, because training overwrites them in place. */
async function weightsOf(model: LayersModel): Promise<{ values: Float32Array; shape: number[] }[]> {
  return Promise.all(model.getWeights().map(async weight => ({ values: Float32Array.from(await weight.data()), shape: weight.shape })));
}
