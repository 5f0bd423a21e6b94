// Booleans, dates and times. The meaning is defined by `wordClass` in test/oracle/classify.ts.

export const BOOLEAN: u32 = 3;
export const DATE: u32 = 4;
export const DATETIME: u32 = 5;
export const TEXT: u32 = 6;

/** Class of a content of any length that is not a number. */
export function wordClass(at: usize, length: u32): u32 {
  if (length == 4) return isTrue(at) ? BOOLEAN : TEXT;
  if (length == 5) return isFalse(at) ? BOOLEAN : TEXT;
  if (length < 10 || !isDay(at)) return TEXT;
  if (length == 10) return DATE;
  return isTime(at + 10, at + length) ? DATETIME : TEXT;
}

/** Whether the places of the separators of a date hold the same one. */
// @ts-ignore: decorator
@inline
export function isSeparated(at: usize): bool {
  const separator = load<u8>(at, 4);
  return load<u8>(at, 7) == separator && (separator == 0x2d || separator == 0x2f);
}

/**
 * Class of a content that has four digits, a separator, two digits, the separator and two digits, given its first 16 bytes and which of them are no
 * digits. Days that every month has, and times with digits in their places, are told by one comparison; the others are left to `wordClass`.
 */
// @ts-ignore: decorator
@inline
export function dayClass(v: v128, others: u32, at: usize, length: u32): u32 {
  const hasTime = length > 16 && others == 0x2490 && load<u8>(at, 13) == 0x3a && (load<u8>(at, 10) == 0x54 || load<u8>(at, 10) == 0x20);
  if (length != 10 && !hasTime) return wordClass(at, length);
  if (!isPlainDay(v, at, length != 10)) return wordClass(at, length);
  return length == 10 ? DATE : isSecond(at + 16, at + length) ? DATETIME : TEXT;
}

/** Which bytes are the digits of numbers of two digits, and the least and the span of each: century, year, month, day, hour, minute. */
const places: usize = memory.data<u8>([0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 0x80, 0x80, 0x80, 0x80], 16);
const leasts: usize = memory.data<u16>([0, 0, 1, 1, 0, 0, 0, 0], 16);
const daySpans: usize = memory.data<u16>([99, 99, 11, 27, 0xffff, 0xffff, 0, 0], 16);
const timeSpans: usize = memory.data<u16>([99, 99, 11, 27, 23, 59, 0, 0], 16);
const tens: usize = memory.data<u16>([10, 10, 10, 10, 10, 10, 10, 10], 16);

/** Whether the digits in the places of a date, and of hour and minute if `hasTime`, are those of a day that every month has. All must be digits. */
// @ts-ignore: decorator
@inline
export function isPlainDay(v: v128, at: usize, hasTime: bool): bool {
  const digits = i8x16.swizzle(i8x16.sub(v, i8x16.splat(0x30)), v128.load(places));
  const values = i16x8.add(i16x8.mul(v128.and(digits, i16x8.splat(0xff)), v128.load(tens)), i16x8.shr_u(digits, 8));
  const over = i16x8.gt_u(i16x8.sub(values, v128.load(leasts)), v128.load(hasTime ? timeSpans : daySpans));
  return !v128.any_true(over) && load<u32>(at) != 0x30303030;
}

function isTrue(at: usize): bool {
  const word = load<u32>(at);
  return word == 0x65757274 || word == 0x65757254 || word == 0x45555254;
}

function isFalse(at: usize): bool {
  const word = load<u32>(at, 1);
  const first = load<u8>(at);
  return word == 0x65736c61 ? first == 0x66 || first == 0x46 : word == 0x45534c41 && first == 0x46;
}

/** A day of the Gregorian calendar, years 1 to 9999, as YYYY-MM-DD or YYYY/MM/DD. */
function isDay(at: usize): bool {
  if (!isSeparated(at)) return false;
  const century = twoDigits(at);
  const rest = twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  if (max(century, rest) > 99 || century + rest == 0 || month - 1 > 11 || day - 1 > 30) return false;
  if (month == 2) return day <= (isLeap(century, rest) ? 29 : 28);
  return day <= 30 + ((month ^ (month >> 3)) & 1);
}

function isLeap(century: u32, rest: u32): bool {
  return ((rest == 0 ? century : rest) & 3) == 0;
}

/** From the separator between date and time on. */
function isTime(at: usize, end: usize): bool {
  const separator = load<u8>(at);
  if (end - at < 6 || (separator != 0x54 && separator != 0x20)) return false;
  if (twoDigits(at + 1) > 23 || load<u8>(at, 3) != 0x3a || twoDigits(at + 4) > 59) return false;
  return isSecond(at + 6, end);
}

/** From the end of the minute on. */
function isSecond(at: usize, end: usize): bool {
  if (end - at >= 3 && load<u8>(at) == 0x3a) {
    if (twoDigits(at + 1) > 59) return false;
    at += 3;
    if (at < end && load<u8>(at) == 0x2e) {
      const fraction = ++at;
      while (at < end && <u32>load<u8>(at) - 0x30 < 10) at++;
      if (at == fraction) return false;
    }
  }
  return at == end || isZone(at, end);
}

function isZone(at: usize, end: usize): bool {
  const sign = load<u8>(at);
  if (sign == 0x5a) return at + 1 == end;
  if ((sign != 0x2b && sign != 0x2d) || end - at < 5) return false;
  const colon = usize(load<u8>(at, 3) == 0x3a);
  return end - at == 5 + colon && twoDigits(at + 1) < 24 && twoDigits(at + 3 + colon) < 60;
}

/** Two decimal digits as a number, over 99 where one of them is none. */
function twoDigits(at: usize): u32 {
  const tens = <u32>load<u8>(at) - 0x30;
  const ones = <u32>load<u8>(at, 1) - 0x30;
  return max(tens, ones) > 9 ? 1000 : tens * 10 + ones;
}
