import type { Contingency } from './contingency.ts';

/**
 * How far two distributions lie apart. All measures take counts of the same categories (or buckets) in the same order, need not be normalised,
 * and are symmetric unless they say otherwise. Where one side has no counts at all the distance is 0: nothing is known.
 */

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function shares(counts: readonly number[]): readonly number[] | undefined {
  const total = sum(counts);
  return total > 0 ? counts.map(count => count / total) : undefined;
}

function compare(left: readonly number[], right: readonly number[], measure: (p: readonly number[], q: readonly number[]) => number): number {
  const [p, q] = [shares(left), shares(right)];
  return p && q ? measure(p, q) : 0;
}

/** Jensen-Shannon distance, base 2: the square root of the divergence, a metric from 0 to 1 (Endres and Schindelin 2003). */
export function jensenShannonDistance(left: readonly number[], right: readonly number[]): number {
  return compare(left, right, (p, q) => {
    const divergence = p.reduce((total, share, i) => total + halfDivergence(share, q[i] ?? 0) + halfDivergence(q[i] ?? 0, share), 0);
    return Math.sqrt(Math.min(1, Math.max(0, divergence)));
  });
}

const halfDivergence = (share: number, other: number): number => (share > 0 ? 0.5 * share * Math.log2((2 * share) / (share + other)) : 0);

/** Share a category counts as at least in the population stability index, so that an empty one gives no infinity. */
const LEAST_SHARE = 1e-4;

/** Population stability index: below 0.1 by convention stable, above 0.2 shifted (Siddiqi 2006). Not bounded. */
export function populationStabilityIndex(left: readonly number[], right: readonly number[]): number {
  return compare(left, right, (p, q) => p.reduce((total, share, i) => {
    const [a, b] = [Math.max(share, LEAST_SHARE), Math.max(q[i] ?? 0, LEAST_SHARE)];
    return total + (a - b) * Math.log(a / b);
  }, 0));
}

/** The greatest difference between the shares of one category, from 0 to 1. */
export const lInfinity = (left: readonly number[], right: readonly number[]): number =>
  compare(left, right, (p, q) => Math.max(0, ...p.map((share, i) => Math.abs(share - (q[i] ?? 0)))));

/** Two-sample Kolmogorov-Smirnov statistic of counts in ascending buckets: the greatest difference between the cumulated shares. */
export function kolmogorovSmirnov(left: readonly number[], right: readonly number[]): number {
  return compare(left, right, (p, q) => {
    let greatest = 0;
    let difference = 0;
    p.forEach((share, i) => {
      difference += share - (q[i] ?? 0);
      greatest = Math.max(greatest, Math.abs(difference));
    });
    return greatest;
  });
}

/** How likely a Kolmogorov-Smirnov statistic at least as large is by chance, for two samples of these sizes: the asymptotic distribution. */
export function kolmogorovSmirnovTail(statistic: number, n: number, m: number): number {
  if (n <= 0 || m <= 0) return 1;
  const root = Math.sqrt((n * m) / (n + m));
  const lambda = (root + 0.12 + 0.11 / root) * statistic;
  if (lambda < 0.2) return 1;
  let tail = 0;
  for (let k = 1; k <= 100; k++) tail += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, tail));
}

/**
 * Distance of Wasserstein (earth mover) between counts in buckets at ascending `positions`, divided by `scale` (a standard deviation as a rule), so that
 * it has no unit.
 */
export function wassersteinDistance(positions: readonly number[], left: readonly number[], right: readonly number[], scale: number): number {
  if (!(scale > 0)) return 0;
  return compare(left, right, (p, q) => {
    let moved = 0;
    let carried = 0;
    p.forEach((share, i) => {
      carried += share - (q[i] ?? 0);
      moved += Math.abs(carried) * Math.max(0, (positions[i + 1] ?? positions[i] ?? 0) - (positions[i] ?? 0));
    });
    return moved / scale;
  });
}

/** Counts given row by row in the form that measures of association take. */
export function contingencyOf(table: readonly (readonly number[])[]): Contingency {
  const width = Math.max(0, ...table.map(row => row.length));
  const counts = Uint32Array.from(table.flatMap(row => Array.from({ length: width }, (_, j) => row[j] ?? 0)));
  const rows = Float64Array.from(table, sum);
  const columns = Float64Array.from({ length: width }, (_, j) => sum(table.map(row => row[j] ?? 0)));
  return { counts, rows, columns, n: rows.reduce((total, row) => total + row, 0) };
}

/** Degrees of freedom of a contingency table; rows and columns without counts do not enter them. */
export function freedomOf({ rows, columns }: Contingency): number {
  const filled = (counts: Float64Array): number => counts.filter(count => count > 0).length;
  return Math.max(0, (filled(rows) - 1) * (filled(columns) - 1));
}

/** How likely a chi-squared at least as large is by chance. */
export function chiSquaredTail(statistic: number, freedom: number): number {
  return freedom <= 0 || statistic <= 0 ? 1 : upperGamma(freedom / 2, statistic / 2);
}

/** Wilson score interval of a share, two-sided 95 % unless `z` says otherwise (Wilson 1927). */
export function wilsonInterval(successes: number, trials: number, z = 1.959964): readonly [low: number, high: number] {
  if (trials <= 0) return [0, 1];
  const share = successes / trials;
  const square = z * z;
  const centre = share + square / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const whole = 1 + square / trials;
  return [Math.max(0, (centre - spread) / whole), Math.min(1, (centre + spread) / whole)];
}

/** Regularised upper incomplete gamma function Q(a, x), by series below and continued fraction above a + 1 (Abramowitz and Stegun 6.5.29, 6.5.31). */
function upperGamma(a: number, x: number): number {
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let n = 1; n < 10_000 && term > total * 1e-16; n++) total += term *= x / (a + n);
    return Math.min(1, Math.max(0, 1 - scale * total));
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    b += 2;
    const factor = -n * (n - a);
    d = 1 / (factor * d + b);
    c = b + factor / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return Math.min(1, scale * fraction);
}

/** Logarithm of the gamma function by Stirling's series, shifted to where it is exact to double precision. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 10; z++) shift += Math.log(z);
  const square = 1 / (z * z);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
