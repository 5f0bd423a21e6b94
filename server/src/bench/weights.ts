import { type Network, weightShapes } from '../core/compute.ts';
import { createRandom } from './random.ts';

/**
 * Starting weights of a network, the same on every backend: kernels uniform within sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010), biases 0.
 */
export function initialWeights(network: Network, seed: number): readonly Float32Array[] {
  const random = createRandom(seed, STREAM);
  return weightShapes(network).map(([inputs = 0, outputs]) => {
    if (outputs === undefined) return new Float32Array(inputs);
    const limit = Math.sqrt(6 / (inputs + outputs));
    return Float32Array.from({ length: inputs * outputs }, () => (random.next() * 2 - 1) * limit);
  });
}

const STREAM = 1;
