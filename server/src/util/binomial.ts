/**
 * Lower end of the Wilson score interval for a share, two-sided 95 % unless `z` says otherwise (Wilson 1927).
 * 0 where nothing was looked at.
 */
export function wilsonLowerBound(successes: number, trials: number, z = 1.959964): number {
  if (trials <= 0) return 0;
  const share = successes / trials;
  const square = z * z;
  const centre = share + square / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  return Math.max(0, (centre - spread) / (1 + square / trials));
}

/** P(X >= successes) for X binomial over `trials` with probability `p`: how likely chance alone does as well. */
export function binomialTail(successes: number, trials: number, p: number): number {
  if (successes <= 0) return 1;
  if (successes > trials || p <= 0) return 0;
  if (p >= 1) return 1;
  return successes > trials * p ? sumAway(successes, trials, p, 1) : Math.max(0, 1 - sumAway(successes - 1, trials, p, -1));
}

/** Sum of the probabilities from `k` on, away from the mean, where every term is smaller than the one before: none underflows that matters. */
function sumAway(k: number, trials: number, p: number, step: 1 | -1): number {
  const odds = p / (1 - p);
  let sum = 0;
  let term = Math.exp(logChoose(trials, k) + k * Math.log(p) + (trials - k) * Math.log1p(-p));
  for (let i = k; i >= 0 && i <= trials && term > 0; i += step) {
    sum += term;
    term *= step === 1 ? ((trials - i) / (i + 1)) * odds : i / (trials - i + 1) / odds;
  }
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
