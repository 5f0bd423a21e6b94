/**
 * Product-moment correlation of the pairs in which both are numbers; `undefined` where there are fewer than two or one side does not vary.
 * Two passes over centred values, so that large means cost no digits.
 */
export function pearson(a: Float64Array, b: Float64Array): number | undefined {
  const { n, meanA, meanB } = means(a, b);
  let [squaresA, squaresB, products] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] ?? NaN) - meanA, (b[i] ?? NaN) - meanB];
    if (Number.isNaN(x + y)) continue;
    squaresA += x * x;
    squaresB += y * y;
    products += x * y;
  }
  const scale = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  return n < 2 || scale === 0 || !Number.isFinite(scale) ? undefined : Math.max(-1, Math.min(1, products / scale));
}

/**
 * Spearman's rank correlation: that of the ranks, ties at their mean rank, among the pairs in which both are numbers. Whoever compares a column with many
 * sorts it once and hands over its order.
 */
export function spearman(a: Float64Array, b: Float64Array, orderA = orderOf(a), orderB = orderOf(b)): number | undefined {
  return pearson(ranksAmong(a, orderA, b), ranksAmong(b, orderB, a));
}

/** Positions of the numbers of a list, the smallest first. */
export function orderOf(values: Float64Array): Uint32Array {
  const order = new Uint32Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i] ?? NaN)) order[n++] = i;
  return order.subarray(0, n).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
}

/** Ranks from 1 in the order of the numbers; equal ones share the mean of theirs. */
export const ranks = (values: Float64Array): Float64Array => ranksAmong(values, orderOf(values), values);

/** Ranks from 1 among the positions where the other list has a number too; NaN elsewhere. */
function ranksAmong(values: Float64Array, order: Uint32Array, other: Float64Array): Float64Array {
  const result = new Float64Array(values.length).fill(NaN);
  let below = 0;
  for (let from = 0; from < order.length; ) {
    const value = values[order[from] ?? 0];
    let [to, both] = [from, 0];
    for (; to < order.length && values[order[to] ?? 0] === value; to++) if (!Number.isNaN(other[order[to] ?? 0] ?? NaN)) both++;
    for (let i = from; i < to; i++) if (!Number.isNaN(other[order[i] ?? 0] ?? NaN)) result[order[i] ?? 0] = below + (1 + both) / 2;
    below += both;
    from = to;
  }
  return result;
}

function means(a: Float64Array, b: Float64Array): { readonly n: number; readonly meanA: number; readonly meanB: number } {
  let [n, sumA, sumB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? NaN, b[i] ?? NaN];
    if (Number.isNaN(x + y)) continue;
    n++;
    sumA += x;
    sumB += y;
  }
  return { n, meanA: sumA / n, meanB: sumB / n };
}
