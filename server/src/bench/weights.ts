import type { Network } from '../core/compute.ts';
import { sizeOf, weightsOf } from './network/network.ts';
import type { WeightSpec } from './network/plan.ts';
import { createRandom } from './random.ts';

/** Starting weights of a network, the same on every backend. */
export function initialWeights(network: Network, seed: number): readonly Float32Array[] {
  const random = createRandom(seed, STREAM);
  return weightsOf(network).map(spec => {
    const limit = limitOf(spec);
    if (limit === 0) return new Float32Array(sizeOf(spec.shape)).fill(spec.start === 'one' ? 1 : 0);
    return Float32Array.from({ length: sizeOf(spec.shape) }, () => (random.next() * 2 - 1) * limit);
  });
}

const STREAM = 1;

/** Uniform within sqrt(6 / (inputs + outputs)), those of a filter counted for each of its places. */
function limitOf({ shape, start }: WeightSpec): number {
  if (start === 'small') return 0.05;
  if (start !== 'spread') return 0;
  const field = sizeOf(shape.slice(0, -2));
  return Math.sqrt(6 / (field * ((shape.at(-2) ?? 0) + (shape.at(-1) ?? 0))));
}
