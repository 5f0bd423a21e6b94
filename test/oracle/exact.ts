/** Binary places after the point of a sum of doubles; sums of squares have twice as many. */
export const PLACES = 1088;

/** `sum` and `number` times 2^1088, exactly. */
export function addNumber(sum: bigint, number: number): bigint {
  return sum + fixed(number);
}

/** `sum` and the square of `number` times 2^2176, exactly. */
export function addSquare(sum: bigint, number: number): bigint {
  return sum + fixed(number) ** 2n;
}

/** A finite double times 2^1088, which is an integer. */
function fixed(number: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(number));
  const bits = view.getBigUint64(0);
  const exponent = bits >> 52n;
  const mantissa = (bits & ((1n << 52n) - 1n)) | (exponent === 0n ? 0n : 1n << 52n);
  const size = mantissa << ((exponent === 0n ? 1n : exponent) - 1075n + BigInt(PLACES));
  return number < 0 ? -size : size;
}

/** The double nearest to `top / bottom`; `bottom` is positive. */
export function nearest(top: bigint, bottom: bigint): number {
  if (top < 0n) return -nearest(-top, bottom);
  if (top === 0n) return 0;
  const shift = BigInt(80 + bottom.toString(2).length - top.toString(2).length);
  const [a, b] = shift >= 0n ? [top << shift, bottom] : [top, bottom << -shift];
  const quotient = a / b;
  return Number(a % b === 0n ? quotient : quotient | 1n) * 2 ** -Number(shift > 500n ? 500n : shift) * (shift > 500n ? 2 ** -Number(shift - 500n) : 1);
}
