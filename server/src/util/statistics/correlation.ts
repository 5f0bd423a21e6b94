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

/** Spearman's rank correlation: that of the ranks, ties at their mean rank. */
export function spearman(a: Float64Array, b: Float64Array): number | undefined {
  const both = indexesOfBoth(a, b);
  return pearson(ranks(Float64Array.from(both, i => a[i] ?? NaN)), ranks(Float64Array.from(both, i => b[i] ?? NaN)));
}

/** Ranks from 1 in the order of the numbers; equal ones share the mean of theirs. */
export function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let i = from; i < to; i++) result[order[i] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}

function indexesOfBoth(a: Float64Array, b: Float64Array): Uint32Array {
  const both = new Uint32Array(a.length);
  let n = 0;
  for (let i = 0; i < a.length; i++) if (!Number.isNaN((a[i] ?? NaN) + (b[i] ?? NaN))) both[n++] = i;
  return both.subarray(0, n);
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
