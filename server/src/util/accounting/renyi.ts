import { logErfc } from '../statistics/normal.ts';
import type { SampledGaussian } from './mechanism.ts';

/** Orders at which Renyi differential privacy is looked at when nobody names others. */
export const ORDERS: readonly number[] = [
  ...Array.from({ length: 99 }, (_, i) => 1 + (i + 1) / 10), ...Array.from({ length: 53 }, (_, i) => 11 + i), 80, 96, 128, 192, 256, 512,
];

/** How a Renyi bound becomes an epsilon: as Mironov (2017, proposition 3) has it, or with the gain of Balle et al. (2020, theorem 21). */
export const CONVERSIONS = ['classic', 'improved'] as const;
export type Conversion = (typeof CONVERSIONS)[number];

/** Renyi differential privacy of order `order` of all steps of a sampled Gaussian (Mironov, Talwar and Zhang 2019). */
export function renyiOf({ noiseMultiplier, sampleRate, steps }: SampledGaussian, order: number): number {
  if (sampleRate === 0) return 0;
  if (noiseMultiplier === 0) return Infinity;
  if (sampleRate === 1) return (steps * order) / (2 * noiseMultiplier ** 2);
  const moment = Number.isInteger(order) ? logMoment(sampleRate, noiseMultiplier, order) : logFractionalMoment(sampleRate, noiseMultiplier, order);
  return (steps * moment) / (order - 1);
}

/** The least epsilon at a delta over all orders, and the order it was found at. */
export function epsilonOfRenyi(mechanism: SampledGaussian, delta: number, conversion: Conversion, orders: readonly number[] = ORDERS): { readonly epsilon: number; readonly order: number } {
  let best = { epsilon: Infinity, order: orders[0] ?? 2 };
  for (const order of orders) {
    const epsilon = Math.max(0, renyiOf(mechanism, order) + gainOf(order, delta, conversion));
    if (epsilon < best.epsilon) best = { epsilon, order };
  }
  return best;
}

const gainOf = (order: number, delta: number, conversion: Conversion): number => conversion === 'classic'
  ? Math.log(1 / delta) / (order - 1)
  : Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);

/** Logarithm of the moment of a whole order: the binomial sum of section 3.3. */
function logMoment(q: number, sigma: number, order: number): number {
  let sum = -Infinity;
  let logBinomial = 0;
  for (let i = 0; i <= order; i++) {
    sum = logAdd(sum, logBinomial + i * Math.log(q) + (order - i) * Math.log1p(-q) + (i * i - i) / (2 * sigma ** 2));
    logBinomial += Math.log((order - i) / (i + 1));
  }
  return sum;
}

/** Of any other order: two series, of the parts of the integral on either side of where the mixture's two terms are equal. */
function logFractionalMoment(q: number, sigma: number, order: number): number {
  const middle = sigma ** 2 * Math.log(1 / q - 1) + 0.5;
  let [left, right] = [-Infinity, -Infinity];
  let binomial = 1;
  for (let i = 0; i < MOST_TERMS; i++) {
    const [sign, size, j] = [Math.sign(binomial), Math.log(Math.abs(binomial)), order - i];
    const lefts = size + i * Math.log(q) + j * Math.log1p(-q) + (i * i - i) / (2 * sigma ** 2) + Math.log(0.5) + logErfc((i - middle) / (Math.SQRT2 * sigma));
    const rights = size + j * Math.log(q) + i * Math.log1p(-q) + (j * j - j) / (2 * sigma ** 2) + Math.log(0.5) + logErfc((middle - j) / (Math.SQRT2 * sigma));
    [left, right] = sign > 0 ? [logAdd(left, lefts), logAdd(right, rights)] : [logSubtract(left, lefts), logSubtract(right, rights)];
    if (i > order && Math.max(lefts, rights) < NEGLIGIBLE) break;
    binomial *= j / (i + 1);
  }
  return logAdd(left, right);
}

const MOST_TERMS = 10_000;
/** Logarithm of what a term must be below to be the last one; the sum itself is 1 or more. */
const NEGLIGIBLE = -40;

/** Logarithm of the sum of two numbers given by theirs. */
function logAdd(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}

/** Logarithm of the difference; the first number is the greater one but for rounding. */
const logSubtract = (a: number, b: number): number => (b >= a ? -Infinity : a + Math.log1p(-Math.exp(b - a)));
