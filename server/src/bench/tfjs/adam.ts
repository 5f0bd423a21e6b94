import type * as core from '@tensorflow/tfjs-core';
import type { Heap } from './kernels/heap.ts';
import type { Tf } from './ops.ts';

/** Moves variables against their gradients. */
export interface Optimizer {
  apply(gradients: Readonly<Record<string, core.Tensor>>): void;
  dispose(): void;
}

/** Adam (Kingma and Ba 2015), the numbers of TensorFlow.js: decay 0.9 and 0.999, epsilon 1e-7. `heap`: where numbers can be reached without copying. */
export function createAdam(tf: Tf, rate: number, variables: readonly core.Variable[], heap: Heap | undefined): Optimizer {
  if (heap) return adamOnHeap(tf, rate, variables, heap);
  const adam = tf.train.adam(rate);
  return { apply: gradients => adam.applyGradients(Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }))), dispose: () => adam.dispose() };
}

const [DECAY_1, DECAY_2, EPSILON] = [0.9, 0.999, 1e-7];

/** One pass over the numbers instead of a dozen operations, each with a tensor of its own. */
function adamOnHeap(tf: Tf, rate: number, variables: readonly core.Variable[], heap: Heap): Optimizer {
  const states = variables.map(variable => ({ variable, first: new Float32Array(variable.size), second: new Float32Array(variable.size) }));
  let [power1, power2] = [1, 1];
  return {
    apply(gradients) {
      power1 *= DECAY_1;
      power2 *= DECAY_2;
      for (const { variable, first, second } of states) {
        const gradient = gradients[variable.name];
        if (!gradient) continue;
        // A new tensor: WebAssembly keeps matrices that were multiplied with in another order, by the identity of their tensor.
        const moved = heap.make(variable.shape, values => move(values, heap.read(variable), heap.read(gradient), { first, second }, rate / (1 - power1), 1 / (1 - power2)));
        variable.assign(tf.engine().makeTensorFromTensorInfo(moved));
      }
    },
    dispose() {},
  };
}

interface Moments {
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** The hot loop: every number a network learns, at every step. */
function move(moved: Float32Array, values: ArrayLike<number>, gradient: ArrayLike<number>, { first, second }: Moments, rate: number, correction: number): void {
  for (let i = 0; i < moved.length; i++) {
    const slope = gradient[i] ?? 0;
    const mean = DECAY_1 * (first[i] ?? 0) + (1 - DECAY_1) * slope;
    const power = DECAY_2 * (second[i] ?? 0) + (1 - DECAY_2) * slope * slope;
    first[i] = mean;
    second[i] = power;
    moved[i] = (values[i] ?? 0) - (rate * mean) / (Math.sqrt(power * correction) + EPSILON);
  }
}
