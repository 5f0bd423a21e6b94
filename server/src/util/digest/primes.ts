/**
 * The first 64 bits of the fractional parts of the square or cube roots of the first primes, as two words each: what the constants of the Secure Hash
 * Standard are, so that they need not be copied.
 */
export function primeFractions(count: number, root: 2 | 3): readonly (readonly [high: number, low: number])[] {
  return firstPrimes(count).map(prime => {
    const fraction = integerRoot(BigInt(prime) << BigInt(64 * root), root) & ((1n << 64n) - 1n);
    return [Number(BigInt.asIntN(32, fraction >> 32n)), Number(BigInt.asIntN(32, fraction))];
  });
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every(prime => n % prime !== 0)) primes.push(n);
  return primes;
}

/** The greatest integer whose square or cube is not above `n`, by Newton's method from above. */
function integerRoot(n: bigint, root: 2 | 3): bigint {
  const degree = BigInt(root);
  let guess = 1n << (BigInt(n.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * guess + n / guess ** (degree - 1n)) / degree;
    if (next >= guess) return guess;
    guess = next;
  }
}
