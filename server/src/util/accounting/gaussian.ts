import { normalCdf } from '../statistics/normal.ts';
import type { SampledGaussian } from './mechanism.ts';

/**
 * Delta of mu-Gaussian differential privacy at an epsilon, exact for one Gaussian with mu = sensitivity / sigma (Balle and Wang 2018, theorem 8; Dong, Roth
 * and Su 2022, corollary 2.13).
 */
export function deltaOfGaussian(mu: number, epsilon: number): number {
  return normalCdf(-epsilon / mu + mu / 2) - Math.exp(epsilon) * normalCdf(-epsilon / mu - mu / 2);
}

/** The least epsilon of mu-Gaussian differential privacy at a delta. */
export function epsilonOfGaussian(mu: number, delta: number): number {
  return leastEpsilon(epsilon => deltaOfGaussian(mu, epsilon), delta);
}

/**
 * Mu of a sampled Gaussian by the central limit theorem: q sqrt(T (exp(1 / sigma^2) - 1)) (Bu et al. 2020, corollary 4). An approximation, which may be too
 * small. Without sampling it is exact: sqrt(T) / sigma (Dong, Roth and Su 2022, corollary 3.3).
 */
export const muOfSampling = ({ noiseMultiplier, sampleRate, steps }: SampledGaussian): number =>
  (sampleRate === 1 ? Math.sqrt(steps) / noiseMultiplier : sampleRate * Math.sqrt(steps * Math.expm1(1 / noiseMultiplier ** 2)));

/** The least epsilon whose delta is small enough, given deltas that fall; `Infinity` where none up to 2^20 is. */
export function leastEpsilon(deltaOf: (epsilon: number) => number, delta: number): number {
  if (deltaOf(0) <= delta) return 0;
  let high = 1;
  while (deltaOf(high) > delta) {
    high *= 2;
    if (high > 2 ** 20) return Infinity;
  }
  let low = high === 1 ? 0 : high / 2;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (deltaOf(middle) > delta) low = middle;
    else high = middle;
  }
  return high;
}
