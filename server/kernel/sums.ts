// Exact sums of doubles and of their squares: 32-bit digits of a fixed-point number, each in a 64-bit word that takes 2^31 additions before carries must
// be passed on. Sums have 2^1088 as their unit, squares 2^2176, so that the digits of whole numbers begin at a word.

const SUM_DIGITS: u32 = 70;
const SQUARE_DIGITS: u32 = 136;
const SQUARES: usize = 8 * <usize>SUM_DIGITS;
const ADDITIONS: usize = SQUARES + 8 * <usize>SQUARE_DIGITS;
/** Bins by exponent: u32 biased exponent, u32 additions, i64 sum of mantissas, u64 sums of the three products that make up their squares. */
const BINS: usize = ADDITIONS + 8;
const BIN_COUNT: u32 = 32;
const BIN_BYTES: usize = 48;
export const SUMS_BYTES: usize = BINS + BIN_BYTES * <usize>BIN_COUNT;
/** Products are below 2^54, so that no sum of a bin overflows before. */
const BIN_ADDITIONS: u32 = 512;
/** Mantissas are squared in an upper part and a lower one of so many bits. */
const LOWER_BITS: u64 = 27;

/** Digit of 2^0. */
export const ONE_SUM: u32 = 34;
export const ONE_SQUARE: u32 = 68;
const LOW: u64 = 0xffffffff;

/** Adds `x`, finite and not zero, and its square: to the bin of its exponent, since numbers of a column have few of them. */
// @ts-ignore: decorator
@inline
export function addDouble(sums: usize, x: f64): void {
  const bits = reinterpret<u64>(x);
  const biased = <u32>(bits >> 52) & 0x7ff;
  const bin = sums + BINS + BIN_BYTES * <usize>(biased % BIN_COUNT);
  if (u32(load<u32>(bin) != biased) | u32(load<u32>(bin, 4) >= BIN_ADDITIONS)) turnBin(sums, bin, biased);
  const sign = <i64>bits >> 63;
  const mantissa = (bits & 0xfffffffffffff) | (u64(biased != 0) << 52);
  const upper = mantissa >> LOWER_BITS;
  const lower = mantissa & ((<u64>1 << LOWER_BITS) - 1);
  store<u32>(bin, load<u32>(bin, 4) + 1, 4);
  store<i64>(bin, load<i64>(bin, 8) + ((<i64>mantissa ^ sign) - sign), 8);
  store<u64>(bin, load<u64>(bin, 16) + lower * lower, 16);
  store<u64>(bin, load<u64>(bin, 24) + upper * lower, 24);
  store<u64>(bin, load<u64>(bin, 32) + upper * upper, 32);
}

/** Adds `x`, finite and not zero, `times` times. */
export function addDoubleTimes(sums: usize, x: f64, times: u64): void {
  for (; times >= BIN_ADDITIONS; times -= BIN_ADDITIONS) addBin(sums, x, BIN_ADDITIONS);
  if (times == 1) addDouble(sums, x);
  else addBin(sums, x, times);
}

/** Adds `x` up to 512 times, by way of a bin of its own. */
function addBin(sums: usize, x: f64, times: u64): void {
  const bits = reinterpret<u64>(x);
  const biased = <u32>(bits >> 52) & 0x7ff;
  const sign = <i64>bits >> 63;
  const mantissa = (bits & 0xfffffffffffff) | (u64(biased != 0) << 52);
  const upper = mantissa >> LOWER_BITS;
  const lower = mantissa & ((<u64>1 << LOWER_BITS) - 1);
  addProducts(sums, biased, <i64>(mantissa * times ^ sign) - sign, lower * lower * times, upper * lower * times, upper * upper * times);
}

/** Empties a bin into the digits and gives it to another exponent. */
function turnBin(sums: usize, bin: usize, biased: u32): void {
  addProducts(sums, load<u32>(bin), load<i64>(bin, 8), load<u64>(bin, 16), load<u64>(bin, 24), load<u64>(bin, 32));
  memory.fill(bin, 0, BIN_BYTES);
  store<u32>(bin, biased);
}

function emptyBins(sums: usize): void {
  for (let bin = sums + BINS; bin < sums + SUMS_BYTES; bin += BIN_BYTES) turnBin(sums, bin, 0);
}

/** Adds sums of mantissas of one exponent, and of the parts of their squares. */
function addProducts(sums: usize, biased: u32, mantissas: i64, lows: u64, mixed: u64, highs: u64): void {
  const power = max<u32>(biased, 1);
  const sign = mantissas >> 63;
  addShifted(sums, power + 13, <u64>((mantissas ^ sign) - sign), sign);
  const squares = sums + SQUARES;
  addShifted(squares, 2 * power + 26, lows, 0);
  addShifted(squares, 2 * power + 27 + <u32>LOWER_BITS, mixed, 0);
  addShifted(squares, 2 * power + 26 + 2 * <u32>LOWER_BITS, highs, 0);
  count(sums);
}

/** Adds `word` times 2^`place`, counted from the lowest digit. */
function addShifted(digits: usize, place: u32, word: u64, sign: i64): void {
  const shift = <u64>(place & 31);
  const at = digits + 8 * <usize>(place >> 5);
  const low = word << shift;
  addSigned(at, <i64>(low & LOW), sign);
  addSigned(at + 8, <i64>(low >> 32), sign);
  addSigned(at + 16, <i64>((word >> 1) >> (63 - shift)), sign);
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
  emptyBins(sums);
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
  const additions = load<u64>(sums + ADDITIONS) + 4;
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
