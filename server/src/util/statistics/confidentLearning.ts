import type { Coded } from './contingency.ts';

/** A row whose class a model that did not learn from it contradicts. */
export interface Suspect {
  readonly row: number;
  readonly likelier: number;
  /** Probability of the class the row has, and of the likelier one. */
  readonly own: number;
  readonly other: number;
}

/**
 * Confident learning (Northcutt, Jiang and Chuang, JAIR 2021): a class is confidently another one where the probability of that other one is at least what
 * rows of it have on average. `probabilities` holds `levels` numbers a row, made without the row. Rows in file order.
 */
export function suspectsOf(probabilities: Float64Array, { codes, levels }: Coded): readonly Suspect[] {
  const thresholds = thresholdsOf(probabilities, { codes, levels });
  const suspects: Suspect[] = [];
  codes.forEach((code, row) => {
    const of = (level: number): number => probabilities[row * levels + level] ?? NaN;
    let likelier = -1;
    for (let level = 0; level < levels; level++) if (of(level) >= (thresholds[level] ?? NaN) && (likelier === -1 || of(level) > of(likelier))) likelier = level;
    if (code >= 0 && likelier !== -1 && likelier !== code && of(likelier) > of(code)) suspects.push({ row, likelier, own: of(code), other: of(likelier) });
  });
  return suspects;
}

/** Share of the rows with a class for which it is the likeliest one. */
export function accuracyOf(probabilities: Float64Array, { codes, levels }: Coded): number {
  let [right, n] = [0, 0];
  codes.forEach((code, row) => {
    if (code < 0) return;
    const own = probabilities[row * levels + code] ?? NaN;
    n++;
    if (probabilities.subarray(row * levels, (row + 1) * levels).every(probability => probability <= own)) right++;
  });
  return right / n;
}

/** Mean probability of a class over the rows that have it. */
function thresholdsOf(probabilities: Float64Array, { codes, levels }: Coded): Float64Array {
  const sums = new Float64Array(levels);
  const counts = new Uint32Array(levels);
  codes.forEach((code, row) => {
    if (code < 0) return;
    sums[code] = (sums[code] ?? 0) + (probabilities[row * levels + code] ?? 0);
    counts[code] = (counts[code] ?? 0) + 1;
  });
  return sums.map((sum, level) => sum / (counts[level] ?? 0));
}
