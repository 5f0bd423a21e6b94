import { MISSING, type Classes, type MissingRule } from './classes.ts';

/** A sensitive column: codes by row, from 1 on, and how many different values there are. For ordered distances codes ascend with their values. */
export interface Sensitive {
  readonly codes: Uint32Array;
  readonly values: number;
}

/** How often each value occurs in a class: the values that do, ascending, and counts by value, both valid until the next class. */
export interface Histogram {
  readonly present: readonly number[];
  readonly counts: Float64Array;
  readonly total: number;
}

/** Counts of all values over the rows that are in some class; index 0 stands for missing ones, which count as a value unless they are excluded. */
export function overall(classes: Classes, { codes, values }: Sensitive, missing: MissingRule): Histogram {
  const counts = new Float64Array(values + 1);
  // Where every row is in a class they can be counted in the order of the file, which is quicker by far.
  const { order } = classes;
  const all = order.length === codes.length;
  for (let at = 0; at < order.length; at++) {
    const code = codes[all ? at : order[at] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  if (missing !== 'own-category') counts[MISSING] = 0;
  const present = Array.from(counts.keys()).filter(code => (counts[code] ?? 0) > 0);
  return { present, counts, total: counts.reduce((sum, count) => sum + count, 0) };
}

/** Calls `use` with the histogram of each class that holds any value. */
export function forEachClass(classes: Classes, { codes, values }: Sensitive, missing: MissingRule, use: (histogram: Histogram, index: number) => void): void {
  const { order, starts, agreeing } = classes;
  const counts = new Float64Array(values + 1);
  const present: number[] = [];
  const histogram = { present, counts, total: 0 };
  const withMissing = missing === 'own-category';
  const addWay = (way: number): void => {
    for (let at = starts[way] ?? 0, end = starts[way + 1] ?? 0; at < end; at++) {
      const code = codes[order[at] ?? 0] ?? 0;
      if (code === MISSING && !withMissing) continue;
      const before = counts[code] ?? 0;
      if (before === 0) present.push(code);
      counts[code] = before + 1;
      histogram.total++;
    }
  };
  for (let index = 0; index < classes.count; index++) {
    histogram.total = 0;
    if (agreeing) agreeing[index]?.forEach(addWay);
    else addWay(index);
    if (present.length > 1) sort(present);
    if (histogram.total > 0) use(histogram, index);
    while (present.length > 0) counts[present.pop() ?? 0] = 0;
  }
}

/** Most classes have a few values, which are in order sooner by hand. */
function sort(codes: number[]): void {
  if (codes.length > FEW) {
    codes.sort((a, b) => a - b);
    return;
  }
  for (let i = 1; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    let at = i;
    for (; at > 0 && (codes[at - 1] ?? 0) > code; at--) codes[at] = codes[at - 1] ?? 0;
    codes[at] = code;
  }
}

const FEW = 16;
