import type { Column, NamedValue } from './column.ts';
import { knowsAllValues, present } from './column.ts';
import type { ColumnPair } from './rule.ts';
import type { ValueSummary } from './summary.ts';

/** All values of a column by hash, where it is one of categories: few values, each standing for many cells, and no measurements. */
export function categoriesOf(column: Column, most: number): ReadonlyMap<bigint, ValueSummary> | undefined {
  const { summary } = column;
  const { count } = summary.distinct;
  const few = knowsAllValues(summary) && count <= most && count * CELLS_PER_CATEGORY <= present(column);
  return few && summary.classes.float === 0 ? new Map(summary.values.map(value => [value.hash, value])) : undefined;
}

/** Cells a category stands for on average; a column of fewer is one of names or texts. */
const CELLS_PER_CATEGORY = 5;

/** Values of the second column of a pair that the first does not have, as far as their texts are known, most frequent first. */
export function unseenValues({ reference, current }: ColumnPair, most: number): { readonly known: readonly bigint[]; readonly unseen: readonly NamedValue[] } | undefined {
  const categories = categoriesOf(reference, most);
  if (!categories || current.summary.values.every(({ hash }) => categories.has(hash))) return undefined;
  return { known: [...categories.keys()], unseen: current.values.filter(({ hash }) => !categories.has(hash)) };
}
