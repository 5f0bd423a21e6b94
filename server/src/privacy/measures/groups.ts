import { forEachRow, MISSING, type Classes, type MissingRule } from './classes.ts';

/** A sensitive column: codes by row, from 1 on, and how many different values there are. For ordered distances codes ascend with their values. */
export interface Sensitive {
  readonly codes: Uint32Array;
  readonly values: number;
}

/** How often each value occurs in a class: the values that do, and counts by value, both valid until the next class. */
export interface Histogram {
  readonly present: readonly number[];
  readonly counts: Float64Array;
  readonly total: number;
}

/** Counts of all values over the rows that are in some class; index 0 stands for missing ones, which count as a value unless they are excluded. */
export function overall(classes: Classes, { codes, values }: Sensitive, missing: MissingRule): Histogram {
  const counts = new Float64Array(values + 1);
  for (const row of classes.order) counts[codes[row] ?? 0] = (counts[codes[row] ?? 0] ?? 0) + 1;
  if (missing !== 'own-category') counts[MISSING] = 0;
  const present = Array.from(counts.keys()).filter(code => (counts[code] ?? 0) > 0);
  return { present, counts, total: counts.reduce((sum, count) => sum + count, 0) };
}

/** Calls `use` with the histogram of each class that holds any value. */
export function forEachClass(classes: Classes, { codes, values }: Sensitive, missing: MissingRule, use: (histogram: Histogram, index: number) => void): void {
  const counts = new Float64Array(values + 1);
  for (let index = 0; index < classes.count; index++) {
    const present: number[] = [];
    let total = 0;
    forEachRow(classes, index, row => {
      const code = codes[row] ?? 0;
      if (code === MISSING && missing !== 'own-category') return;
      const before = counts[code] ?? 0;
      if (before === 0) present.push(code);
      counts[code] = before + 1;
      total++;
    });
    if (total > 0) use({ present, counts, total }, index);
    for (const code of present) counts[code] = 0;
  }
}
