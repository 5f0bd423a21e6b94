import type * as core from '@tensorflow/tfjs-core';
import type { layers, sequential } from '@tensorflow/tfjs-layers';
import type { BackendSession, Batch, Matrix, Network, Trainable } from '../../core/compute.ts';
import { weightShapes } from '../../core/compute.ts';

/** What a session needs of TensorFlow.js, whichever package brings it. */
export interface Tf extends Pick<typeof core, Used> {
  readonly layers: typeof layers;
  readonly sequential: typeof sequential;
}

type Used =
  | 'enableProdMode' | 'ready' | 'setBackend' | 'tensor' | 'tensor2d' | 'tidy' | 'dispose' | 'losses' | 'train' | 'variableGrads' | 'Tensor' | 'Variable'
  | 'square' | 'sum' | 'sqrt' | 'stack' | 'addN' | 'mul' | 'add';

export interface SessionFacts {
  /** Name TensorFlow.js registered the backend under. */
  readonly backend: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly threads: number | undefined;
}

/** A session on one TensorFlow.js backend. Backends share one engine, so the backend is made current whenever a network is compiled. */
export async function createSession(tf: Tf, { backend, versions, threads }: SessionFacts): Promise<BackendSession> {
  // Without it TensorFlow.js greets and advises on the console.
  tf.enableProdMode();
  await useBackend(tf, backend);
  return {
    versions,
    threads,
    async compile(network, weights) {
      await useBackend(tf, backend);
      return compile(tf, network, weights);
    },
    async dispose() {},
  };
}

async function useBackend(tf: Tf, backend: string): Promise<void> {
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js could not start its backend ${backend}`);
  await tf.ready();
}

async function compile(tf: Tf, network: Network, start: readonly Float32Array[]): Promise<Trainable> {
  const model = sequentialOf(tf, network);
  const optimizer = tf.train.adam(network.optimizer.rate);
  await assign(tf, model, network, start);
  const variables = model.getWeights(true).filter(weight => weight instanceof tf.Variable);
  const kernels = variables.filter((_, i) => i % 2 === 0);
  const loss = (inputs: core.Tensor, targets: core.Tensor): core.Scalar => penalised(tf, network, kernels, lossOf(tf, network, targets, forward(tf, model, inputs)));
  return {
    step: batch => step(tf, batch, (inputs, targets) => optimizer.minimize(() => loss(inputs, targets), true, variables)),
    gradients: batch => read(tf, () => {
      const { grads } = tf.variableGrads(() => loss(matrix(tf, batch.inputs), matrix(tf, batch.targets)), kernels);
      return tf.stack(kernels.flatMap(({ name }) => (grads[name] ? [tf.sqrt(tf.sum(tf.square(grads[name])))] : [])));
    }).then(norms => [...norms]),
    predict: inputs => read(tf, () => forward(tf, model, matrix(tf, inputs))),
    weights: () => Promise.all(model.getWeights().map(async weight => Float32Array.from(await weight.data()))),
    restore: weights => assign(tf, model, network, weights),
    dispose() {
      model.dispose();
      optimizer.dispose();
    },
  };
}

type Sequential = ReturnType<typeof sequential>;

function sequentialOf(tf: Tf, network: Network): Sequential {
  return tf.sequential({
    layers: network.layers.map((layer, i) => tf.layers.dense({
      units: layer.units,
      activation: layer.activation,
      // The weights are set right after; zeros are the cheapest beginning.
      kernelInitializer: 'zeros',
      ...(i === 0 && { inputShape: [network.inputs] }),
    })),
  });
}

async function assign(tf: Tf, model: Sequential, network: Network, weights: readonly Float32Array[]): Promise<void> {
  const tensors = weightShapes(network).map((shape, i) => tf.tensor(weights[i] ?? [], [...shape]));
  model.setWeights(tensors);
  tf.dispose(tensors);
}

type Minimize = (inputs: core.Tensor, targets: core.Tensor) => core.Scalar | null;

function step(tf: Tf, batch: Batch, minimize: Minimize): Promise<number> {
  return read(tf, () => minimize(matrix(tf, batch.inputs), matrix(tf, batch.targets))).then(([loss = NaN]) => loss);
}

/** The mean over the batch (and over the target's one column). */
function lossOf(tf: Tf, network: Network, targets: core.Tensor, outputs: core.Tensor): core.Scalar {
  return network.loss === 'softmax-cross-entropy'
    ? tf.losses.softmaxCrossEntropy<core.Tensor, core.Scalar>(targets, outputs)
    : tf.losses.meanSquaredError<core.Tensor, core.Scalar>(targets, outputs);
}

/** The loss with the penalty on the squares of the kernels. */
function penalised(tf: Tf, { l2 = 0 }: Network, kernels: readonly core.Variable[], loss: core.Scalar): core.Scalar {
  if (l2 === 0) return loss;
  return tf.add<core.Scalar>(loss, tf.mul(l2, tf.addN(kernels.map(kernel => tf.sum(tf.square(kernel))))));
}

function forward(tf: Tf, model: Sequential, inputs: core.Tensor): core.Tensor {
  const outputs = model.apply(inputs, { training: true });
  if (!(outputs instanceof tf.Tensor)) throw new Error('a network with one output gave several');
  return outputs;
}

const matrix = (tf: Tf, { values, rows, columns }: Matrix): core.Tensor => tf.tensor2d(values, [rows, columns]);

async function read(tf: Tf, compute: () => core.Tensor | null): Promise<Float32Array> {
  const result = tf.tidy(() => compute() ?? tf.tensor([NaN]));
  const values = Float32Array.from(await result.data());
  result.dispose();
  return values;
}
