import type * as core from '@tensorflow/tfjs-core';
import type { BackendSession, Batch, Matrix, Network, Trainable } from '../../core/compute.ts';
import { kernelsOf, noiseOf, type Objective, objectivesOf, outputs, weightsOf } from '../network/network.ts';
import type { Ops } from '../network/ops.ts';
import { createAdam, type Optimizer } from './adam.ts';
import type { Heap } from './kernels/heap.ts';
import { type Recurrent, type Tf, tfjsOps } from './ops.ts';

export interface SessionFacts {
  /** Name TensorFlow.js registered the backend under. */
  readonly backend: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly threads: number | undefined;
  /** Where the backend's numbers can be reached; its own optimiser is used where not. */
  readonly heap?: Heap;
  readonly recurrent?: Recurrent;
}

/** A session on one TensorFlow.js backend. Backends share one engine, so the backend is made current whenever a network is compiled. */
export async function createSession(tf: Tf, { backend, versions, threads, heap, recurrent }: SessionFacts): Promise<BackendSession> {
  // Without it TensorFlow.js greets and advises on the console.
  tf.enableProdMode();
  await useBackend(tf, backend);
  return {
    versions,
    threads,
    async compile(network, weights) {
      await useBackend(tf, backend);
      return compile(tf, tfjsOps(tf, recurrent), network, weights, heap);
    },
    async dispose() {},
  };
}

async function useBackend(tf: Tf, backend: string): Promise<void> {
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js could not start its backend ${backend}`);
  await tf.ready();
}

/** An objective, what it moves, and what moves it. */
interface Aim {
  readonly objective: Objective;
  readonly own: readonly core.Variable[];
  readonly optimizer: Optimizer;
}

function compile(tf: Tf, ops: Ops<core.Tensor>, network: Network, start: readonly Float32Array[], heap: Heap | undefined): Trainable {
  const variables = weightsOf(network).map(({ shape }, i) => tf.tidy(() => tf.variable(tf.tensor(start[i] ?? [], [...shape]))));
  const aims: readonly Aim[] = objectivesOf(network).map(objective => {
    const own = variables.slice(objective.from, objective.to);
    return { objective, own, optimizer: createAdam(tf, network.optimizer.rate, own, heap) };
  });
  const slopes = ({ objective, own }: Aim, batch: Batch) => tf.variableGrads(() => lossOf(tf, ops, objective, variables, batch), [...own]);
  const kernels = kernelsOf(network).flatMap(at => variables[at] ?? []);
  return {
    noise: noiseOf(network),
    async step(batch) {
      let total = 0;
      for (const aim of aims) total += (await read(tf, () => descend(aim, slopes(aim, batch)))).reduce((sum, loss) => sum + loss, 0);
      return total;
    },
    async gradients(batch) {
      const norms = new Map<string, number>();
      for (const aim of aims) {
        const own = kernels.filter(kernel => aim.own.includes(kernel));
        const found = await read(tf, () => normsOf(tf, own, slopes(aim, batch).grads));
        own.forEach(({ name }, i) => norms.set(name, found[i] ?? NaN));
      }
      return kernels.flatMap(({ name }) => norms.get(name) ?? []);
    },
    predict: inputs => read(tf, () => outputs(ops, network, variables, matrix(tf, inputs))),
    weights: () => Promise.all(variables.map(async variable => Float32Array.from(await variable.data()))),
    async restore(weights) {
      variables.forEach((variable, i) => tf.tidy(() => variable.assign(tf.tensor(weights[i] ?? [], variable.shape))));
    },
    dispose() {
      for (const { optimizer } of aims) optimizer.dispose();
      for (const variable of variables) variable.dispose();
    },
  };
}

/** One step of an optimiser; the loss before it. */
function descend({ optimizer }: Aim, { value, grads }: { readonly value: core.Scalar; readonly grads: Record<string, core.Tensor> }): core.Tensor {
  optimizer.apply(grads);
  return value;
}

function normsOf(tf: Tf, kernels: readonly core.Variable[], grads: Readonly<Record<string, core.Tensor>>): core.Tensor {
  return tf.stack(kernels.flatMap(({ name }) => (grads[name] ? [tf.sqrt(tf.sum(tf.square(grads[name])))] : [])));
}

function lossOf(tf: Tf, ops: Ops<core.Tensor>, objective: Objective, variables: readonly core.Variable[], { inputs, targets, noise }: Batch): core.Scalar {
  const loss = objective.loss(ops, variables, { inputs: matrix(tf, inputs), targets: matrix(tf, targets), noise: noise && matrix(tf, noise) });
  return tf.reshape<core.Rank.R0>(loss, []);
}

const matrix = (tf: Tf, { values, rows, columns }: Matrix): core.Tensor => tf.tensor2d(values, [rows, columns]);

async function read(tf: Tf, compute: () => core.Tensor): Promise<Float32Array> {
  const result = tf.tidy(compute);
  const values = Float32Array.from(await result.data());
  result.dispose();
  return values;
}
