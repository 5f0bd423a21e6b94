import type { Example, Parts } from './example.ts';
import type { Random } from './random.ts';

/**
 * Splits by time: the past is for training, what follows for validation, the newest `share` of the rows for the test, as it will be in use.
 * Rows of the same moment stay together. Nothing is drawn at random.
 */
export function split(examples: readonly Example[], share: number, _random: Random): Parts {
  const ordered = [...examples].sort((a, b) => a.time - b.time);
  const testFrom = startOfMoment(ordered, ordered.length - Math.round(ordered.length * share));
  const validationFrom = startOfMoment(ordered, testFrom - Math.round(ordered.length * share));
  return { training: ordered.slice(0, validationFrom), validation: ordered.slice(validationFrom, testFrom), test: ordered.slice(testFrom) };
}

/** Moves a border back to the first row of its moment. */
function startOfMoment(ordered: readonly Example[], border: number): number {
  let start = Math.max(0, border);
  while (start > 0 && ordered[start - 1]?.time === ordered[start]?.time) start--;
  return start;
}
