/**
 * How alike two sets of rows are, each from 0 to 1: the mean over columns of 1 minus the Kolmogorov-Smirnov distance, and the mean over pairs of columns of
 * 1 minus half the difference of their correlations. Rows are compared as sets: none corresponds to another. One column alone has no pairs: 1.
 */
export function likeness(made: ArrayLike<number>, real: ArrayLike<number>, columns: number): { readonly shapes: number; readonly pairs: number } {
  const [ours, theirs] = [columnsOf(made, columns), columnsOf(real, columns)];
  const shapes = mean(ours.map((column, i) => 1 - distance(column, theirs[i] ?? new Float64Array(0))));
  const differences = ours.flatMap((a, i) => ours.slice(0, i).map((b, j) => Math.abs(correlation(a, b) - correlation(theirs[i] ?? a, theirs[j] ?? b))));
  return { shapes, pairs: differences.length === 0 ? 1 : 1 - mean(differences) / 2 };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const columnsOf = (values: ArrayLike<number>, columns: number): readonly Float64Array[] =>
  Array.from({ length: columns }, (_, column) => Float64Array.from({ length: values.length / columns }, (_unused, row) => values[row * columns + column] ?? 0));

/** The largest difference of two empirical distributions; 1 where one is not of numbers. */
function distance(a: Float64Array, b: Float64Array): number {
  if (a.some(Number.isNaN)) return 1;
  const [left, right] = [a.slice().sort(), b.slice().sort()];
  let [i, j, largest] = [0, 0, 0];
  while (i < left.length && j < right.length) {
    const value = Math.min(left[i] ?? 0, right[j] ?? 0);
    while (i < left.length && (left[i] ?? 0) <= value) i++;
    while (j < right.length && (right[j] ?? 0) <= value) j++;
    largest = Math.max(largest, Math.abs(i / left.length - j / right.length));
  }
  return largest;
}

/** Pearson's; 0 where a column does not vary. */
function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [a.reduce((sum, value) => sum + value, 0) / a.length, b.reduce((sum, value) => sum + value, 0) / b.length];
  let [together, varianceA, varianceB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    together += x * y;
    varianceA += x * x;
    varianceB += y * y;
  }
  return varianceA * varianceB > 0 ? together / Math.sqrt(varianceA * varianceB) : 0;
}
