import type { Combinations, Group } from './demand.ts';
import { sizeOf } from './test.ts';

/** What a table lost when it was generalised. */
export interface Loss {
  readonly classes: number;
  /** Rows that were left out. */
  readonly leftOut: number;
  /** Sum of the squares of the class sizes, each row that is left out counting as many as there are rows (Bayardo and Agrawal 2005). */
  readonly discernibility: number;
  /** Rows that stay by the classes they are in and by k; 1 is the best there can be (LeFevre et al. 2006). */
  readonly averageClass: number;
  /**
   * Share of the domain that a cell may stand for, in the mean over all cells, in [0, 1]: the width of a range of numbers, or the other values a category
   * may be (Iyengar 2002; Xu et al. 2006 call it normalised certainty penalty). Cells of rows that are left out count 1.
   */
  readonly generalised: number;
  /** The same by column. */
  readonly byColumn: readonly number[];
}

/** `losses` and `texts` by group and column. Groups that are written alike are one class. */
export function lossOf(
  groups: readonly Group[], losses: readonly (readonly number[])[], texts: readonly (readonly string[])[], { rows, weights, codes }: Combinations, k: number,
): Loss {
  const sizes = new Map<string, number>();
  const sums = codes.map(() => 0);
  let stay = 0;
  groups.forEach((group, i) => {
    const size = sizeOf(group, weights);
    const key = (texts[i] ?? []).join('\u0000');
    sizes.set(key, (sizes.get(key) ?? 0) + size);
    stay += size;
    losses[i]?.forEach((loss, column) => { sums[column] = (sums[column] ?? 0) + size * loss; });
  });
  const leftOut = rows - stay;
  const byColumn = sums.map(sum => (rows === 0 ? 0 : (sum + leftOut) / rows));
  return {
    classes: sizes.size, leftOut, byColumn,
    discernibility: [...sizes.values()].reduce((sum, size) => sum + size * size, leftOut * rows),
    averageClass: sizes.size === 0 ? 0 : stay / sizes.size / k,
    generalised: byColumn.length === 0 ? 0 : byColumn.reduce((sum, loss) => sum + loss, 0) / byColumn.length,
  };
}
