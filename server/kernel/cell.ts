// One cell: its content and class.
import { CLASS, HAS_AT, HAS_HIGH } from './found';
import { firstBytes, hashShort, isClosed, isEscaped, longHash, scanContent, unescape } from './content';
import { anyNumber, NONE, shortNumber } from './numbers';
import { dayClass, isSeparated, TEXT, wordClass } from './words';

/** The content of the quoted cell opened last. Where it was escaped, it lies in a scratch block. */
export let quotedAt: usize = 0;
export let quotedLength: u32 = 0;
export let wasEscaped: bool = false;

/** Room for the longest content of the chunk, set by whoever walks it. */
let scratch: usize = 0;

export function useScratch(block: usize): void {
  scratch = block;
}

/** Whether the cell of `length` bytes at `at`, which begins with a quote, is a quoted one; then its content is set. */
export function openQuoted(at: usize, length: u32, quote: u32): bool {
  if (!isClosed(at, length, quote)) return false;
  quotedAt = at + 1;
  quotedLength = length - 2;
  wasEscaped = isEscaped(quotedAt, quotedLength, quote);
  if (wasEscaped) {
    quotedLength = unescape(scratch, quotedAt, quotedLength, quote);
    quotedAt = scratch;
  }
  return true;
}

/** The first 16 bytes of a content that has no more, zeros after its end. */
// @ts-ignore: decorator
@inline
export function shortContent(at: usize, length: u32): v128 {
  return v128.and(v128.load(at), firstBytes(length));
}

/** Class and flags of a present content of up to 16 bytes, also given as a vector; the number, if it is one, is in `numbers`. */
// @ts-ignore: decorator
@inline
export function shortClass(v: v128, at: usize, length: u32): u32 {
  const d = i8x16.sub(v, i8x16.splat(0x30));
  let others = <u32>i8x16.bitmask(i8x16.gt_u(d, i8x16.splat(9))) & ((1 << length) - 1);
  const first = <u32>i8x16.extract_lane_u(v, 0);
  const sign = u32(first == 0x2d) | u32(first == 0x2b);
  others &= ~sign;
  if ((others & (others - 1)) == 0 && length > sign) {
    if (others == 0) return textUnlessNumber(shortNumber(at, d, length, sign, 16));
    const point = <u32>ctz(others);
    if (load<u8>(at + point) == 0x2e && length > sign + 1) return textUnlessNumber(shortNumber(at, d, length, sign, point));
  }
  const ats = v128.any_true(i8x16.eq(v, i8x16.splat(0x40)));
  const highs = i8x16.bitmask(v) != 0;
  const code = first - 0x2b < 15 ? numericWord(v, others, at, length) : letterWord(at, length);
  return code | (ats ? HAS_AT : 0) | (highs ? HAS_HIGH : 0);
}

/** Class of a present content of more than 16 bytes. */
export function longClass(at: usize, length: u32): u32 {
  const first = <u32>load<u8>(at);
  if (first - 0x2b >= 15) return TEXT;
  const v = v128.load(at);
  const others = <u32>i8x16.bitmask(i8x16.gt_u(i8x16.sub(v, i8x16.splat(0x30)), i8x16.splat(9)));
  return numericWord(v, others & ~(u32(first == 0x2d) | u32(first == 0x2b)), at, length);
}

/** Class of a content that begins with a letter or anything else no number begins with: only a boolean is more than text. */
// @ts-ignore: decorator
@inline
function letterWord(at: usize, length: u32): u32 {
  return length == 4 || length == 5 ? wordClass(at, length) : TEXT;
}

/**
 * Class of a content that begins with a digit, a sign or a point, given its first 16 bytes and which of them, its sign aside, are no digits. A number has
 * nothing there but a point and a power, whose sign follows its letter; a date has separators at two places.
 */
// @ts-ignore: decorator
@inline
function numericWord(v: v128, others: u32, at: usize, length: u32): u32 {
  if ((others & 0x3ff) == 0x90 && isSeparated(at)) return dayClass(v, others, at, length);
  const letters = <u32>i8x16.bitmask(i8x16.eq(v128.or(v, i8x16.splat(0x20)), i8x16.splat(0x65)));
  const points = <u32>i8x16.bitmask(i8x16.eq(v, i8x16.splat(0x2e)));
  const signs = <u32>i8x16.bitmask(v128.or(i8x16.eq(v, i8x16.splat(0x2b)), i8x16.eq(v, i8x16.splat(0x2d))));
  if ((others & ~(letters | points | (signs & (letters << 1)))) != 0) return TEXT;
  return textUnlessNumber(anyNumber(at, length));
}

// @ts-ignore: decorator
@inline
function textUnlessNumber(code: u32): u32 {
  return code == NONE ? TEXT : code;
}

/** Hash of any content; flags are dropped. */
export function hashContent(at: usize, length: u32): u64 {
  if (length <= 16) return hashShort(shortContent(at, length), length);
  scanContent(at, length, 256);
  return longHash;
}

/** Class of any present content, without flags. */
export function classOfContent(at: usize, length: u32): u32 {
  return (length <= 16 ? shortClass(shortContent(at, length), at, length) : longClass(at, length)) & CLASS;
}
