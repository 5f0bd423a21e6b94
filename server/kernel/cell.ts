// One cell: its content and class.
import { CLASS, HAS_AT, HAS_HIGH } from './found';
import { firstBytes, hashShort, isClosed, isEscaped, longHash, scanLong, unescape } from './content';
import { anyNumber, NONE, shortNumber } from './numbers';
import { TEXT, wordClass } from './words';

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
  return classOfWord(at, length, first) | (ats ? HAS_AT : 0) | (highs ? HAS_HIGH : 0);
}

/** Class of a present content of more than 16 bytes. */
export function longClass(at: usize, length: u32): u32 {
  return classOfWord(at, length, <u32>load<u8>(at));
}

/** A number can only begin with a digit, a sign or a point; a date only with a digit, a boolean with a letter. */
// @ts-ignore: decorator
@inline
function classOfWord(at: usize, length: u32, first: u32): u32 {
  if (first - 0x2b < 15) return numericWord(at, length);
  return length == 4 || length == 5 ? wordClass(at, length) : TEXT;
}

function numericWord(at: usize, length: u32): u32 {
  if (length >= 10 && load<u8>(at, 4) == load<u8>(at, 7) && (load<u8>(at, 4) == 0x2d || load<u8>(at, 4) == 0x2f)) return wordClass(at, length);
  const number = anyNumber(at, length);
  return number != NONE ? number : wordClass(at, length);
}

// @ts-ignore: decorator
@inline
function textUnlessNumber(code: u32): u32 {
  return code == NONE ? TEXT : code;
}

/** Hash of any content; flags are dropped. */
export function hashContent(at: usize, length: u32): u64 {
  if (length <= 16) return hashShort(shortContent(at, length), length);
  scanLong(at, length, 256);
  return longHash;
}

/** Class of any present content, without flags. */
export function classOfContent(at: usize, length: u32): u32 {
  return (length <= 16 ? shortClass(shortContent(at, length), at, length) : longClass(at, length)) & CLASS;
}
