import type { Guarantee } from './mechanism.ts';

/** Basic composition: all epsilons and all deltas are added (Dwork and Roth 2014, theorem 3.16). */
export function composeBasic(parts: readonly Guarantee[]): Guarantee {
  return parts.reduce((sum, { epsilon, delta }) => ({ epsilon: sum.epsilon + epsilon, delta: sum.delta + delta }), { epsilon: 0, delta: 0 });
}

/**
 * Advanced composition of `times` equal parts (Dwork and Roth 2014, theorem 3.20): sqrt(2 k ln(1 / slack)) e + k e (exp(e) - 1), at the price of `slack` more
 * delta.
 */
export function composeAdvanced({ epsilon, delta }: Guarantee, times: number, slack: number): Guarantee {
  return { epsilon: Math.sqrt(2 * times * Math.log(1 / slack)) * epsilon + times * epsilon * Math.expm1(epsilon), delta: times * delta + slack };
}

/** Zero-concentrated differential privacy of one Gaussian of unit sensitivity: rho = 1 / (2 sigma^2) (Bun and Steinke 2016, proposition 1.6). Rhos add up. */
export const rhoOfGaussian = (noiseMultiplier: number): number => 1 / (2 * noiseMultiplier ** 2);

/** The epsilon of rho-zCDP at a delta: rho + 2 sqrt(rho ln(1 / delta)) (Bun and Steinke 2016, proposition 1.3). */
export const epsilonOfRho = (rho: number, delta: number): number => rho + 2 * Math.sqrt(rho * Math.log(1 / delta));

/**
 * Epsilon of `users` reports, each `local`-differentially private by itself, that are shuffled before anybody sees them (Feldman, McMillan and Talwar
 * 2021, theorem 3.1); `undefined` where the bound does not hold, because the reports give away too much or are too few.
 */
export function epsilonOfShuffle(local: number, users: number, delta: number): number | undefined {
  if (local > Math.log(users / (16 * Math.log(2 / delta)))) return undefined;
  const growth = Math.exp(local);
  return Math.log1p(((growth - 1) / (growth + 1)) * ((8 * Math.sqrt(growth * Math.log(4 / delta))) / Math.sqrt(users) + (8 * growth) / users));
}
