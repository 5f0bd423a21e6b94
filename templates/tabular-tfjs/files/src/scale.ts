/** Mean and standard deviation of every input in the training part; 0 and 1 for inputs that stay as they are. */
export interface Scaling {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/**
 * Learns the scale of the first `count` inputs from the rows of the training part. A constant input has deviation 1, so that nothing is
 * divided by zero.
 */
export function fitScaling(rows: readonly (readonly number[])[], count: number): Scaling {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => (i < count ? rows.map(row => row[i] ?? 0) : []));
  const means = columns.map(mean);
  return { means, deviations: columns.map((column, i) => deviation(column, means[i] ?? 0) || 1) };
}

/** The z-score of every input that has a scale. */
export function scale(row: readonly number[], { means, deviations }: Scaling): number[] {
  return row.map((value, i) => (value - (means[i] ?? 0)) / (deviations[i] ?? 1));
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The population standard deviation. What rounding leaves of a constant column counts as 0. */
export function deviation(values: readonly number[], center: number): number {
  const found = Math.sqrt(mean(values.map(value => (value - center) ** 2)));
  return found > 1e-12 * Math.abs(center) ? found : 0;
}
