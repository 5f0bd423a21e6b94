/** The double nearest to `top / bottom`; `bottom` is positive. */
export function nearest(top: bigint, bottom: bigint): number {
  if (top === 0n) return 0;
  if (top < 0n) return -nearest(-top, bottom);
  // A quotient of 80 bits or so, its last bit set where something was cut off, is rounded as the exact one would be.
  const shift = 80 + bitLength(bottom) - bitLength(top);
  const [a, b] = shift >= 0 ? [top << BigInt(shift), bottom] : [top, bottom << BigInt(-shift)];
  const quotient = a / b;
  return timesPowerOfTwo(Number(a % b === 0n ? quotient : quotient | 1n), -shift);
}

/** In two steps where a single power of two would not be a double. */
function timesPowerOfTwo(value: number, power: number): number {
  const first = Math.max(-500, power);
  return value * 2 ** first * 2 ** (power - first);
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}
