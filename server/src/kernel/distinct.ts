/**
 * The number of distinct values that HyperLogLog registers stand for, by the estimator of O. Ertl, "New cardinality estimation algorithms for
 * HyperLogLog sketches" (2017), section 4: it needs no table of biases and becomes linear counting for few values by itself.
 */
export function estimateDistinct(registers: Uint8Array): number {
  const m = registers.length;
  const most = 64 - Math.log2(m);
  const shares = new Array<number>(most + 2).fill(0);
  for (const rank of registers) shares[rank] = (shares[rank] ?? 0) + 1;
  const share = (rank: number): number => (shares[rank] ?? 0) / m;
  let z = m * tau(1 - share(most + 1));
  for (let rank = most; rank >= 1; rank--) z = 0.5 * (z + m * share(rank));
  z += m * sigma(share(0));
  return Math.round((m * m) / (2 * Math.LN2 * z));
}

/** x + sum of x^(2^k) * 2^(k - 1). */
function sigma(x: number): number {
  if (x === 1) return Infinity;
  let power = x;
  let weight = 1;
  for (let z = x, before = -1; ; weight *= 2) {
    if (z === before) return z;
    before = z;
    power *= power;
    z += power * weight;
  }
}

/** (1 - x - sum of (1 - x^(2^-k))^2 * 2^-k) / 3. */
function tau(x: number): number {
  if (x === 0 || x === 1) return 0;
  let root = x;
  let weight = 0.5;
  for (let z = 1 - x, before = -1; ; weight /= 2) {
    if (z === before) return z / 3;
    before = z;
    root = Math.sqrt(root);
    z -= (1 - root) ** 2 * weight;
  }
}
