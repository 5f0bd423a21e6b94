// Exact sums of doubles and of their squares: 32-bit digits of a fixed-point number, each in a 64-bit word that takes 2^31 additions before carries must
// be passed on. Sums have 2^1088 as their unit, squares 2^2176, so that the digits of whole numbers begin at a word.

const SUM_DIGITS: u32 = 70;
const SQUARE_DIGITS: u32 = 136;
const SQUARES: usize = 8 * <usize>SUM_DIGITS;
const ADDITIONS: usize = SQUARES + 8 * <usize>SQUARE_DIGITS;
export const SUMS_BYTES: usize = ADDITIONS + 8;

/** Digit of 2^0. */
export const ONE_SUM: u32 = 34;
export const ONE_SQUARE: u32 = 68;
const LOW: u64 = 0xffffffff;

/** Adds `x`, finite and not zero, and its square. */
export function addDouble(sums: usize, x: f64): void {
  const bits = reinterpret<u64>(x);
  const sign = <i64>bits >> 63;
  const biased = <u32>(bits >> 52) & 0x7ff;
  const mantissa = (bits & 0xfffffffffffff) | (u64(biased != 0) << 52);
  const power = max<u32>(biased, 1);
  let place = power + 13;
  let shift = <u64>(place & 31);
  let at = sums + 8 * <usize>(place >> 5);
  const low = mantissa << shift;
  addSigned(at, <i64>(low & LOW), sign);
  addSigned(at + 8, <i64>(low >> 32), sign);
  addSigned(at + 16, <i64>((mantissa >> 1) >> (63 - shift)), sign);
  const upper = mantissa >> 32;
  const lower = mantissa & LOW;
  const cross = upper * lower;
  const first = lower * lower;
  const squareLow = first + (cross << 33);
  const squareHigh = upper * upper + (cross >> 31) + u64(squareLow < first);
  place = 2 * power + 26;
  shift = <u64>(place & 31);
  at = sums + SQUARES + 8 * <usize>(place >> 5);
  const p0 = squareLow << shift;
  const p1 = (squareHigh << shift) | ((squareLow >> 1) >> (63 - shift));
  addSigned(at, <i64>(p0 & LOW), 0);
  addSigned(at + 8, <i64>(p0 >> 32), 0);
  addSigned(at + 16, <i64>(p1 & LOW), 0);
  addSigned(at + 24, <i64>(p1 >> 32), 0);
  addSigned(at + 32, <i64>((squareHigh >> 1) >> (63 - shift)), 0);
  count(sums);
}

/** Adds the digits of an exported sum: `digits` of them from digit `zeros` on, the last one signed. */
export function addDigits(sums: usize, isSquare: bool, zeros: u32, digits: u32, at: usize): void {
  const target = sums + (isSquare ? SQUARES : 0) + 8 * <usize>zeros;
  for (let i: u32 = 0; i < digits; i++) {
    const digit = load<u32>(at + 4 * <usize>i);
    addSigned(target + 8 * <usize>i, i == digits - 1 ? <i64>(<i32>digit) : <i64>digit, 0);
  }
  count(sums);
}

/** Adds a small sum of integers kept elsewhere: `high` times 2^32 and `low`, from the digit of 2^0 on. */
export function addIntegers(sums: usize, isSquare: bool, low: i64, high: i64): void {
  const at = sums + (isSquare ? SQUARES + 8 * <usize>ONE_SQUARE : 8 * <usize>ONE_SUM);
  addSigned(at, low & LOW, 0);
  addSigned(at + 8, (low >> 32) + (high & LOW), 0);
  addSigned(at + 16, high >> 32, 0);
  count(sums);
}

/** Writes one of the sums as exported, and returns where it ends. Passes on the carries. */
export function writeSum(sums: usize, isSquare: bool, to: usize): usize {
  const base = sums + (isSquare ? SQUARES : 0);
  const size = isSquare ? SQUARE_DIGITS : SUM_DIGITS;
  carry(base, size);
  let first: u32 = 0;
  while (first < size && load<i64>(base + 8 * <usize>first) == 0) first++;
  store<u64>(to, 0);
  if (first == size) return to + 8;
  let last = size - 1;
  const extension = load<i64>(base + 8 * <usize>last) >> 63;
  while (last > first && isExtension(base, last, extension)) last--;
  store<u32>(to, first);
  store<u32>(to, last - first + 1, 4);
  for (let i = first; i <= last; i++) store<u32>(to + 8 + 4 * <usize>(i - first), <u32>load<i64>(base + 8 * <usize>i));
  return to + 12 + 4 * <usize>(last - first);
}

/** Whether digit `i` only repeats the sign that the digit below it has already. */
function isExtension(base: usize, i: u32, sign: i64): bool {
  return <i32>load<i64>(base + 8 * <usize>i) == <i32>sign && (<i32>load<i64>(base + 8 * <usize>(i - 1)) >> 31) == <i32>sign;
}

// @ts-ignore: decorator
@inline
function addSigned(at: usize, digit: i64, sign: i64): void {
  store<i64>(at, load<i64>(at) + ((digit ^ sign) - sign));
}

// @ts-ignore: decorator
@inline
function count(sums: usize): void {
  const additions = load<u64>(sums + ADDITIONS) + 1;
  store<u64>(sums + ADDITIONS, additions);
  if (additions > 1 << 29) carryAll(sums);
}

function carryAll(sums: usize): void {
  carry(sums, SUM_DIGITS);
  carry(sums + SQUARES, SQUARE_DIGITS);
  store<u64>(sums + ADDITIONS, 0);
}

/** Brings all digits but the last into 0 to 2^32 - 1. */
function carry(base: usize, size: u32): void {
  let over: i64 = 0;
  for (let i: u32 = 0; i < size; i++) {
    const digit = load<i64>(base + 8 * <usize>i) + over;
    over = digit >> 32;
    store<i64>(base + 8 * <usize>i, i == size - 1 ? digit : digit & LOW);
  }
}
