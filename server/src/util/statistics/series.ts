/** The augmented Dickey-Fuller test of a unit root. */
export interface UnitRoot {
  /** t statistic of the level in the regression of the step on it; the further below zero, the surer the series comes back to its mean. */
  readonly statistic: number;
  /** What the statistic must be below for a unit root to be rejected at the five percent level. */
  readonly critical: number;
  readonly lags: number;
}

/**
 * Said and Dickey 1984, with a constant and as many earlier steps as Schwert 1989 proposes for short memories. Critical values by the response surface of
 * MacKinnon 2010. Equal distances between the numbers are taken for granted. `undefined` for short series and those whose steps follow from each other.
 */
export function unitRoot(series: Float64Array): UnitRoot | undefined {
  const n = series.length;
  const lags = Math.floor(4 * (n / 100) ** 0.25);
  const used = n - 1 - lags;
  const terms = lags + 2;
  if (used < 4 * terms) return undefined;
  const squares = new Float64Array(terms * terms);
  const products = new Float64Array(terms);
  let total = 0;
  const centre = meanOf(series);
  const scale = Math.sqrt(series.reduce((sum, value) => sum + (value - centre) ** 2, 0) / n) || 1;
  const level = (t: number): number => ((series[t] ?? 0) - centre) / scale;
  const term = (t: number, i: number): number => (i === 0 ? level(t - 1) : i === 1 ? 1 : level(t - i + 1) - level(t - i));
  const row = new Float64Array(terms);
  for (let t = lags + 1; t < n; t++) {
    const step = level(t) - level(t - 1);
    total += step * step;
    for (let i = 0; i < terms; i++) row[i] = term(t, i);
    for (let i = 0; i < terms; i++) {
      products[i] = (products[i] ?? 0) + (row[i] ?? 0) * step;
      for (let j = 0; j <= i; j++) squares[i * terms + j] = (squares[i * terms + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0);
    }
  }
  const factor = cholesky(squares, terms);
  if (!factor) return undefined;
  const weights = solve(factor, products, terms);
  const residual = total - weights.reduce((sum, weight, i) => sum + weight * (products[i] ?? 0), 0);
  const first = Float64Array.from(products, (_, i) => (i === 0 ? 1 : 0));
  const error = Math.sqrt((Math.max(0, residual) / (used - terms)) * (solve(factor, first, terms)[0] ?? 0));
  if (!(error > 1e-9)) return undefined;
  return { statistic: (weights[0] ?? 0) / error, critical: -2.86154 - 2.8903 / used - 4.234 / used ** 2 - 40.04 / used ** 3, lags };
}

/** How strongly a series repeats itself, and after how many steps. */
export interface Season {
  readonly period: number;
  /** Autocorrelation at the period, the straight trend taken away, in [-1, 1]. */
  readonly strength: number;
}

/**
 * The shortest distance at which a series is like itself again, after having been unlike in between, and once more at the double. `most`: the longest
 * distance that is tried; a third of the series is the limit in any case.
 */
export function seasonOf(series: Float64Array, most: number): Season | undefined {
  const rest = detrended(series);
  const longest = Math.min(most, Math.floor(series.length / 3));
  const power = rest.reduce((sum, value) => sum + value * value, 0);
  if (power === 0) return undefined;
  const at = smoothed(Float64Array.from({ length: 2 * longest + 2 }, (_, lag) => autocorrelation(rest, lag, power)));
  let [best, dip]: [Season | undefined, number] = [undefined, 1];
  for (let lag = 2; lag <= longest; lag++) {
    const here = at[lag] ?? 0;
    dip = Math.min(dip, at[lag - 1] ?? 0);
    const isPeak = here >= (at[lag - 1] ?? 0) && here >= (at[lag + 1] ?? -1);
    const again = Math.max(at[2 * lag - 1] ?? 0, at[2 * lag] ?? 0, at[2 * lag + 1] ?? 0);
    const isBetter = !best || here > best.strength * (lag < best.period * NEAR ? 1 : CLEARLY);
    if (isPeak && here - dip >= RISE && again >= here / 2 && isBetter) best = { period: lag, strength: here };
  }
  return best && refined(best, at);
}

/** The top of a long wave is flat: the double and the triple distance, where known, tell better where it is. */
function refined({ period }: Season, at: Float64Array): Season {
  const around = Math.floor(period / 20);
  let best = period;
  const likeness = (lag: number): number => (at[lag] ?? 0) + (at[2 * lag] ?? 0) + (at[3 * lag] ?? 0);
  for (let lag = period - around; lag <= period + around; lag++) if (2 * lag < at.length && likeness(lag) > likeness(best)) best = lag;
  return { period: best, strength: at[best] ?? 0 };
}

/** How much more alike a series must be at its period than somewhere before it. */
const RISE = 0.3;
/** A multiple of the period is hardly more alike than the period itself. */
const CLEARLY = 1.2;
/** Peaks this close are the same one, with noise on it. */
const NEAR = 1.5;

/** The mean over the distances around each, a twentieth of it to both sides together: noise on the top of a long wave is no peak. */
const smoothed = (values: Float64Array): Float64Array => values.map((_, lag) => {
  const around = Math.floor(lag / 40);
  return meanOf(values.subarray(lag - around, lag + around + 1));
});

/** Scaled by the number of pairs, so that long distances are not held to be weak for having few. */
function autocorrelation(values: Float64Array, lag: number, power: number): number {
  let sum = 0;
  for (let i = lag; i < values.length; i++) sum += (values[i] ?? 0) * (values[i - lag] ?? 0);
  return ((sum / power) * values.length) / (values.length - lag);
}

function detrended(series: Float64Array): Float64Array {
  const n = series.length;
  const [meanX, meanY] = [(n - 1) / 2, meanOf(series)];
  let [products, squares] = [0, 0];
  series.forEach((value, i) => {
    products += (i - meanX) * (value - meanY);
    squares += (i - meanX) ** 2;
  });
  const slope = squares === 0 ? 0 : products / squares;
  return series.map((value, i) => value - meanY - slope * (i - meanX));
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Lower triangle of the factor of a symmetric matrix given by its lower triangle; `undefined` where it is as good as singular. */
function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0);
      if (i === j && sum <= 1e-10 * (matrix[i * size + i] ?? 0)) return undefined;
      factor[i * size + j] = i === j ? Math.sqrt(sum) : sum / (factor[j * size + j] ?? 1);
    }
  }
  return factor;
}

function solve(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const result = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) result[i] = (result[i] ?? 0) - (factor[i * size + k] ?? 0) * (result[k] ?? 0);
    result[i] = (result[i] ?? 0) / (factor[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) result[i] = (result[i] ?? 0) - (factor[k * size + i] ?? 0) * (result[k] ?? 0);
    result[i] = (result[i] ?? 0) / (factor[i * size + i] ?? 1);
  }
  return result;
}
