import { type Batch, type Matrix, type Schedule, type Trainable, Unable } from '../core/compute.ts';
import type { Cancellation } from '../core/host.ts';
import { createStopwatch } from './measure.ts';
import { headline, scoresOf } from './metrics.ts';
import type { Part, Prepared } from './prepare.ts';
import { createRandom, normals, type Random, range, shuffle } from './random.ts';
import { say } from '../core/message.ts';
import type { EpochEvent, ModelResult } from '../protocol/training.ts';

export interface TrainingLimits {
  readonly seed: number;
  readonly seconds: number;
  readonly maxEpochs: number;
  readonly goal: number | undefined;
  readonly cancellation: Cancellation;
  /** Milliseconds, for durations. */
  readonly now: () => number;
  /** Lets waiting input be handled. */
  readonly pause: () => Promise<void>;
  /** Resident memory in bytes. */
  readonly memory: () => number;
}

export type EpochPoint = Omit<EpochEvent, 'kind' | 'run'>;

/**
 * Trains a network and tests it with the weights of its best validation loss. Order of the examples, and with the starting weights every number but
 * times and memory, follows from the seed. Throws `Unable` when the loss is no longer a number.
 */
export async function train(network: Trainable, data: Prepared, schedule: Schedule, limits: TrainingLimits, onEpoch: (point: EpochPoint) => void): Promise<ModelResult> {
  const run = createRun(network, data, limits);
  const order = range(data.train.inputs.rows);
  const random = createRandom(limits.seed, STREAM);
  await run.close(0, (await evaluate(network, data, data.train, limits)).loss, onEpoch);
  let stopped: ModelResult['stopped'] = 'epochs';
  for (let epoch = 1; epoch <= Math.min(schedule.maxEpochs, limits.maxEpochs); epoch++) {
    const loss = await run.epoch(shuffle(order, random), schedule.batchSize);
    if (limits.cancellation.cancelled) stopped = 'cancelled';
    else await run.close(epoch, loss, onEpoch);
    if (stopped === 'epochs' && run.outOfTime()) stopped = 'time';
    if (stopped === 'epochs' && epoch - run.bestEpoch() >= schedule.patience) stopped = 'converged';
    if (stopped !== 'epochs') break;
  }
  return run.result(stopped);
}

const STREAM = 4;
const NOISE = 7;
/** Rows predicted at once: a pause comes after each lot. */
const LOT = 4096;
/** Milliseconds of computing between two looks at the input. */
const BREATH = 50;

interface Run {
  /** One pass over the training rows; ends early when cancelled or out of time. Resolves to the mean loss. */
  epoch(order: Uint32Array, batchSize: number): Promise<number>;
  /** Evaluates, remembers the best weights, and reports the point. */
  close(epoch: number, trainLoss: number, onEpoch: (point: EpochPoint) => void): Promise<void>;
  outOfTime(): boolean;
  bestEpoch(): number;
  result(stopped: ModelResult['stopped']): Promise<ModelResult>;
}

/** The epoch of the lowest validation loss so far, and the weights it had. */
interface Best {
  readonly epoch: number;
  readonly loss: number;
  readonly weights?: readonly Float32Array[];
}

function createRun(network: Trainable, data: Prepared, limits: TrainingLimits): Run {
  const watch = createStopwatch();
  const random = createRandom(limits.seed, NOISE);
  let best: Best = { epoch: 0, loss: Infinity };
  let [peakBytes, secondsToGoal]: [number, number | null] = [0, null];
  const outOfTime = (): boolean => watch.spent >= limits.seconds * 1000;
  return {
    outOfTime,
    bestEpoch: () => best.epoch,
    async epoch(order, batchSize) {
      let [total, seen, breath] = [0, 0, limits.now()];
      for (let from = 0; from < order.length && !outOfTime(); from += batchSize) {
        const batch = withNoise(batchOf(data.train, order.subarray(from, from + batchSize)), network, random);
        const start = limits.now();
        const loss = await network.step(batch);
        const end = limits.now();
        watch.step(end - start, batch.inputs.rows);
        total += loss * batch.inputs.rows;
        seen += batch.inputs.rows;
        if (end - breath < BREATH) continue;
        await limits.pause();
        peakBytes = Math.max(peakBytes, limits.memory());
        breath = limits.now();
        if (limits.cancellation.cancelled) break;
      }
      return total / Math.max(1, seen);
    },
    async close(epoch, trainLoss, onEpoch) {
      peakBytes = Math.max(peakBytes, limits.memory());
      const { loss, predicted } = await evaluate(network, data, data.validation, limits);
      if (limits.cancellation.cancelled) return;
      if (!Number.isFinite(trainLoss) || !Number.isFinite(loss)) throw new Unable(say`In epoch ${epoch} the loss is no longer a number. Look for extreme values in the features.`);
      const validationScore = headline(scoresOf(data.task, predicted, data.validation.truth, data.outputs));
      if (loss < best.loss) best = { epoch, loss, weights: await network.weights() };
      const seconds = watch.spent / 1000;
      if (limits.goal !== undefined && secondsToGoal === null && validationScore >= limits.goal) secondsToGoal = seconds;
      onEpoch({ epoch, seconds, trainLoss, validationLoss: loss, validationScore, gradients: await gradientsOf(network, data.train) });
      await limits.pause();
    },
    async result(stopped) {
      if (best.weights) await network.restore(best.weights);
      const scores = scoresOf(data.task, await predictOn(network, data, data.test, { ...limits, cancellation: { cancelled: false } }), data.test.truth, data.outputs);
      return { scores, stopped, bestEpoch: best.epoch, seconds: watch.spent / 1000, speed: watch.speed(), secondsToGoal, peakBytes };
    },
  };
}

/** Class indices, or the target in its own unit, for the rows of a part; the rows after a cancellation are left at 0. */
export async function predictOn(network: Trainable, data: Prepared, part: Part, limits: Pick<TrainingLimits, 'cancellation' | 'pause'>): Promise<Float64Array> {
  return (await evaluate(network, data, part, limits)).predicted;
}

/** The same rows every time, so that the norms of two epochs can be held against each other. */
async function gradientsOf(network: Trainable, train: Part): Promise<readonly number[] | null> {
  const batch = batchOf(train, range(Math.min(GRADIENT_ROWS, train.inputs.rows)));
  return (await network.gradients?.(withNoise(batch, network, createRandom(1, NOISE)))) ?? null;
}

const GRADIENT_ROWS = 128;

/** Mean loss over a part, computed in double precision from the outputs, and the predictions in the target's own terms. */
async function evaluate(network: Trainable, data: Prepared, part: Part, limits: Pick<TrainingLimits, 'cancellation' | 'pause'>): Promise<{ loss: number; predicted: Float64Array }> {
  const outputs = new Float32Array(part.targets.values.length);
  // The same noise every time, so that two epochs can be held against each other.
  const inputs = network.noise > 0 ? normals(part.inputs.rows, network.noise, createRandom(1, NOISE)) : part.inputs;
  for (let from = 0; from < inputs.rows && !limits.cancellation.cancelled; from += LOT) {
    outputs.set(await network.predict(slice(inputs, from, Math.min(from + LOT, inputs.rows))), from * data.outputs);
    await limits.pause();
  }
  const predicted = data.codec.decode(outputs);
  return { loss: lossOf(outputs, predicted, part, data), predicted };
}

/** Of rows that were made, how unlike they are to real ones: the loss of an opponent tells nothing by itself. */
function lossOf(outputs: Float32Array, predicted: Float64Array, part: Part, { task, outputs: columns }: Prepared): number {
  if (task === 'generation') return 1 - headline(scoresOf(task, predicted, part.truth, columns));
  return task === 'classification' ? crossEntropy(outputs, part.targets) : meanSquare(outputs, part.targets);
}

/** A batch with the noise its network needs. */
export function withNoise(batch: Batch, { noise }: Pick<Trainable, 'noise'>, random: Random): Batch {
  return noise === 0 ? batch : { ...batch, noise: normals(batch.inputs.rows, noise, random) };
}

/** The rows of a part in the given order. */
export function batchOf(part: Part, rows: Uint32Array): Batch {
  return { inputs: gather(part.inputs, rows), targets: gather(part.targets, rows) };
}

function gather({ columns, values }: Matrix, rows: Uint32Array): Matrix {
  const gathered = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => gathered.set(values.subarray(row * columns, (row + 1) * columns), i * columns));
  return { rows: rows.length, columns, values: gathered };
}

const slice = ({ columns, values }: Matrix, from: number, to: number): Matrix => ({ rows: to - from, columns, values: values.slice(from * columns, to * columns) });

function crossEntropy(logits: Float32Array, { rows, columns, values }: Matrix): number {
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const own = logits.subarray(row * columns, (row + 1) * columns);
    const highest = own.reduce((high, logit) => Math.max(high, logit), -Infinity);
    const normaliser = highest + Math.log(own.reduce((sum, logit) => sum + Math.exp(logit - highest), 0));
    own.forEach((logit, i) => { total += (values[row * columns + i] ?? 0) * (normaliser - logit); });
  }
  return total / Math.max(1, rows);
}

function meanSquare(outputs: Float32Array, { values }: Matrix): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += ((outputs[i] ?? 0) - (values[i] ?? 0)) ** 2;
  return total / Math.max(1, values.length);
}
