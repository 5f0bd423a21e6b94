// Numbers from their decimal digits. The meaning is defined by `numberOf` in test/oracle/classify.ts.

export const INTEGER: u32 = 1;
export const FLOAT: u32 = 2;
export const DIGITS: u32 = 7;
/** No number. */
export const NONE: u32 = 0;

/** 10^0 to 10^308, each correctly rounded; filled in by the host. */
export const powersOfTen: usize = memory.data(309 * 8, 16);

/** Value of the number classified last, and for integers its digits as an integer. */
export let value: f64 = 0;
export let digits: u64 = 0;
let negative: bool = false;

const MOST_DIGITS: u32 = 19;
const MOST_SCALE: i32 = 616;

/** Sixteen digits with leading zeros, given as the values 0 to 9. */
// @ts-ignore: decorator
@inline
function sixteenDigits(d: v128): u64 {
  const tens = i16x8.add(i16x8.mul(v128.and(d, i16x8.splat(0xff)), i16x8.splat(10)), i16x8.shr_u(d, 8));
  const quads = i32x4.dot_i16x8_s(tens, i16x8(100, 1, 100, 1, 100, 1, 100, 1));
  const upper = <u64>i32x4.extract_lane(quads, 0) * 10000 + <u64>i32x4.extract_lane(quads, 1);
  return upper * 100000000 + <u64>i32x4.extract_lane(quads, 2) * 10000 + <u64>i32x4.extract_lane(quads, 3);
}

/**
 * Classifies a content of 1 to 16 bytes that is nothing but digits after `sign` (0 or 1) bytes, except for the one at `point` (16 for none).
 * `d` holds the bytes less '0'.
 */
// @ts-ignore: decorator
@inline
export function shortNumber(at: usize, d: v128, length: u32, sign: u32, point: u32): u32 {
  const hasPoint = u32(point < 16);
  const count = length - sign - hasPoint;
  if (load<u8>(at + sign) == 0x30 && (hasPoint ? point - sign : count) > 1) return sign | hasPoint ? NONE : DIGITS;
  const lanes = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  let from = i8x16.add(lanes, i8x16.splat(<i8>(length - 16)));
  if (hasPoint) from = i8x16.add(from, i8x16.le_s(from, i8x16.splat(<i8>point)));
  const dead = i8x16.lt_s(lanes, i8x16.splat(<i8>(16 - count)));
  digits = sixteenDigits(i8x16.swizzle(d, v128.or(from, dead)));
  negative = load<u8>(at) == 0x2d;
  const size = <f64>digits;
  if (!hasPoint) {
    value = negative && digits != 0 ? -size : size;
    return INTEGER;
  }
  const scaled = size / load<f64>(powersOfTen + 8 * <usize>(length - 1 - point));
  value = negative && digits != 0 ? -scaled : scaled;
  return FLOAT;
}

/** Classifies any content as INTEGER, FLOAT, DIGITS or NONE, byte by byte. */
export function anyNumber(at: usize, length: u32): u32 {
  const end = at + length;
  const first = load<u8>(at);
  const signed = first == 0x2b || first == 0x2d;
  const start = at + usize(signed);
  const whole = passDigits(start, end);
  let next = whole;
  const hasPoint = next < end && load<u8>(next) == 0x2e;
  if (hasPoint) next = passDigits(whole + 1, end);
  const fraction = hasPoint ? <u32>(next - whole - 1) : 0;
  if (whole == start && fraction == 0) return NONE;
  let exponent: i32 = 0;
  const hasPower = next < end && (load<u8>(next) | 0x20) == 0x65;
  if (hasPower) {
    const power = exponentAt(next + 1, end);
    if (power == i32.MIN_VALUE) return NONE;
    exponent = power;
    next = end;
  }
  if (next != end) return NONE;
  if (whole - start > 1 && load<u8>(start) == 0x30) return signed || hasPoint || hasPower ? NONE : DIGITS;
  const dropped = firstDigits(start, hasPower ? whole + usize(hasPoint) + fraction : end);
  const size = scale(<f64>digits, exponent + <i32>dropped - <i32>fraction);
  if (size == Infinity) return NONE;
  negative = first == 0x2d;
  value = negative && size != 0 ? -size : size;
  return hasPoint || hasPower ? FLOAT : INTEGER;
}

function passDigits(at: usize, end: usize): usize {
  while (at < end && <u32>load<u8>(at) - 0x30 < 10) at++;
  return at;
}

/** The power after an `e`, capped far beyond what matters, or the least integer where it is malformed. */
function exponentAt(at: usize, end: usize): i32 {
  const first = at < end ? load<u8>(at) : 0;
  if (first == 0x2b || first == 0x2d) at++;
  if (at == end || passDigits(at, end) != end) return i32.MIN_VALUE;
  let power: i32 = 0;
  for (; at < end; at++) if (power < 100000000) power = power * 10 + <i32>load<u8>(at) - 0x30;
  return first == 0x2d ? -power : power;
}

/** Leaves the first 19 significant digits in `digits`, as an integer, and returns how many more there are. A point is passed over. */
function firstDigits(at: usize, end: usize): u32 {
  let taken: u32 = 0;
  let dropped: u32 = 0;
  digits = 0;
  for (; at < end; at++) {
    const digit = <u64>load<u8>(at) - 0x30;
    if (digit > 9) continue;
    if (taken == MOST_DIGITS) dropped++;
    else if (digit != 0 || taken > 0) {
      digits = digits * 10 + digit;
      taken++;
    }
  }
  return dropped;
}

function scale(size: f64, exponent: i32): f64 {
  if (size == 0) return 0;
  const by = min<i32>(MOST_SCALE, abs<i32>(exponent));
  const first = load<f64>(powersOfTen + 8 * <usize>min<i32>(by, 308));
  const second = load<f64>(powersOfTen + 8 * <usize>max<i32>(0, by - 308));
  return exponent < 0 ? size / first / second : size * first * second;
}
