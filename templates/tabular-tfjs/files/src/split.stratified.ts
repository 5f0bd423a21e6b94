import type { Example, Parts } from './example.ts';
import type { Random } from './random.ts';

/** Splits at random so that every part has the same share of each class: `share` of its rows each for validation and test. */
export function split(examples: readonly Example[], share: number, random: Random): Parts {
  const parts: { [part in keyof Parts]: Example[] } = { training: [], validation: [], test: [] };
  for (const name of [...new Set(examples.map(example => example.target))].sort()) {
    const shuffled = random.shuffled(examples.filter(example => example.target === name));
    // A class of very few rows is left to training: what is never seen cannot be learned.
    const size = Math.round(shuffled.length * share);
    parts.test.push(...shuffled.slice(0, size));
    parts.validation.push(...shuffled.slice(size, 2 * size));
    parts.training.push(...shuffled.slice(2 * size));
  }
  return parts;
}
