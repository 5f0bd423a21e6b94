import { features } from './columns.ts';
import type { Cells, Example } from './example.ts';

/** What stands in for a missing value: the median of a number, the most frequent category. */
export type Imputation = Readonly<Record<string, number | string>>;

/** The category of a column that has none at all in the training part. */
export const NO_CATEGORY = '';

/** Learns the stand-ins from the training part. */
export function fitImputation(training: readonly Example[]): Imputation {
  return Object.fromEntries(features.map(({ id, kind }) => {
    const values = training.map(example => example.cells[id]);
    if (kind === 'number') return [id, median(values.filter(value => typeof value === 'number'))];
    return [id, mode(values.filter(value => typeof value === 'string'))];
  }));
}

export function impute(cells: Cells, imputation: Imputation): Readonly<Record<string, number | string>> {
  return Object.fromEntries(Object.entries(imputation).map(([id, standIn]) => [id, cells[id] ?? standIn]));
}

/** The middle value, or the mean of the two middle ones; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** The most frequent value; of equally frequent ones the first in order, so that the result does not depend on the order of rows. */
export function mode(values: readonly string[]): string {
  const [most] = countsOf(values);
  return most?.[0] ?? NO_CATEGORY;
}

/** Distinct values with their counts, most frequent first, ties in order. */
export function countsOf(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
