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
  let tail = 0;
  let term = Math.exp(logChoose(trials, successes) + successes * Math.log(p) + (trials - successes) * Math.log1p(-p));
  for (let k = successes; k <= trials; k++) {
    tail += term;
    term *= ((trials - k) / (k + 1)) * (p / (1 - p));
  }
  return Math.min(1, tail);
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
