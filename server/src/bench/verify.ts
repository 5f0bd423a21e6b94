import type { BackendSession, Network } from '../core/compute.ts';
import type { Part } from './prepare.ts';
import { createRandom, range } from './random.ts';
import { batchOf, withNoise } from './train.ts';
import { initialWeights } from './weights.ts';

/** Steps that are held against the reference. */
export const VERIFIED_STEPS = 3;

/** Losses of the first steps of a network: same weights, same batches, whatever the backend. */
export async function firstLosses(session: BackendSession, network: Network, data: Part, seed: number): Promise<readonly number[]> {
  const trainable = await session.compile(network, initialWeights(network, seed));
  const losses: number[] = [];
  const random = createRandom(seed);
  const size = Math.max(1, Math.min(rowsFor(network), Math.floor(data.inputs.rows / VERIFIED_STEPS)));
  for (let step = 0; step < VERIFIED_STEPS; step++) {
    losses.push(await trainable.step(withNoise(batchOf(data, range(data.inputs.rows).subarray(step * size, (step + 1) * size)), trainable, random)));
  }
  trainable.dispose();
  return losses;
}

const ROWS = 64;
const FEW_ROWS = 8;

/** The reference takes seconds for a batch of pictures or long texts. */
const rowsFor = ({ layers }: Network): number => (layers.every(({ is }) => is === 'dense') ? ROWS : FEW_ROWS);

/** Largest relative difference of two runs of losses; infinite where one is not a number. */
export function largestDifference(losses: readonly number[], reference: readonly number[]): number {
  return losses.reduce((largest, loss, i) => {
    const expected = reference[i] ?? NaN;
    const difference = loss === expected ? 0 : Math.abs(loss - expected) / Math.max(Math.abs(expected), 1e-12);
    return Number.isNaN(difference) ? Infinity : Math.max(largest, difference);
  }, 0);
}
