import type { Example, Parts } from './example.ts';
import type { Random } from './random.ts';

/** Splits at random: `share` of the rows each for validation and test. */
export function split(examples: readonly Example[], share: number, random: Random): Parts {
  const shuffled = random.shuffled(examples);
  const size = Math.round(examples.length * share);
  return { test: shuffled.slice(0, size), validation: shuffled.slice(size, 2 * size), training: shuffled.slice(2 * size) };
}
