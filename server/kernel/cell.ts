// One cell: its content, hash and class. The results are globals, since a function of the kernel returns one value.
import { firstBytes, hashLong, hashShort, isClosed, isEscaped, unescape } from './content';
import { anyNumber, NONE, shortNumber } from './numbers';
import { TEXT, wordClass } from './words';

/** The cell inspected last. Content is where the bytes are, unescaped ones in a scratch block. */
export let contentAt: usize = 0;
export let contentLength: u32 = 0;
export let isQuoted: bool = false;
export let wasEscaped: bool = false;
export let hash: u64 = 0;
/** Whether an "at" sign is among the bytes, and any byte from 0x80 on; set for present cells. */
export let hasAt: bool = false;
export let hasHigh: bool = false;

/** Room for the longest content of the chunk, set by whoever walks it. */
let scratch: usize = 0;

export function useScratch(block: usize): void {
  scratch = block;
}

/** Finds the content of the cell from `start` to `end` in `bytes`: line ends are already off. */
// @ts-ignore: decorator
@inline
export function openCell(bytes: usize, start: u32, end: u32, quote: u32): void {
  contentAt = bytes + start;
  contentLength = end - start;
  isQuoted = false;
  wasEscaped = false;
  if (contentLength >= 2 && <u32>load<u8>(contentAt) == quote && quote != 0) openQuoted(bytes, start, end, quote);
}

function openQuoted(bytes: usize, start: u32, end: u32, quote: u32): void {
  if (!isClosed(bytes, start, end, quote)) return;
  isQuoted = true;
  contentAt++;
  contentLength -= 2;
  if (!isEscaped(contentAt, contentLength, quote)) return;
  wasEscaped = true;
  contentLength = unescape(scratch, contentAt, contentLength, quote);
  contentAt = scratch;
}

// @ts-ignore: decorator
@inline
export function hashContent(): void {
  if (contentLength > 16) {
    hash = hashLong(contentAt, contentLength);
    return;
  }
  const v = v128.and(v128.load(contentAt), firstBytes(contentLength));
  hash = hashShort(i64x2.extract_lane(v, 0), i64x2.extract_lane(v, 1), contentLength);
}

/** The class of a present content; its number, if it is one, is in `numbers`. */
// @ts-ignore: decorator
@inline
export function classOfContent(): u32 {
  return contentLength <= 16 ? classOfShort(contentAt, contentLength) : classOfLong(contentAt, contentLength);
}

// @ts-ignore: decorator
@inline
function classOfShort(at: usize, length: u32): u32 {
  const v = v128.and(v128.load(at), firstBytes(length));
  const d = i8x16.sub(v, i8x16.splat(0x30));
  let others = ~(<u32>i8x16.bitmask(i8x16.lt_u(d, i8x16.splat(10)))) & ((1 << length) - 1);
  hasAt = false;
  hasHigh = false;
  const first = load<u8>(at);
  const sign = u32(first == 0x2d || first == 0x2b) & u32(length > 0);
  others &= ~sign;
  if (others == 0 && length > sign) return textUnlessNumber(shortNumber(at, d, length, sign, 16));
  if ((others & (others - 1)) == 0 && length > sign + 1) {
    const point = <u32>ctz(others);
    if (load<u8>(at + point) == 0x2e) return textUnlessNumber(shortNumber(at, d, length, sign, point));
  }
  hasAt = v128.any_true(i8x16.eq(v, i8x16.splat(0x40)));
  hasHigh = i8x16.bitmask(v) != 0;
  return classOfWord(at, length);
}

function classOfLong(at: usize, length: u32): u32 {
  const sign = i8x16.splat(0x40);
  let ats = i8x16.splat(0);
  let highs = i8x16.splat(0);
  let i: u32 = 0;
  for (; i + 16 <= length; i += 16) {
    const v = v128.load(at + i);
    ats = v128.or(ats, i8x16.eq(v, sign));
    highs = v128.or(highs, v);
  }
  const last = v128.load(at + length - 16);
  hasAt = v128.any_true(v128.or(ats, i8x16.eq(last, sign)));
  hasHigh = i8x16.bitmask(v128.or(highs, last)) != 0;
  return classOfWord(at, length);
}

/** A number can only begin with a digit, a sign or a point. */
function classOfWord(at: usize, length: u32): u32 {
  const first = <u32>load<u8>(at);
  if (length > 0 && (first - 0x30 < 10 || first - 0x2b < 4)) {
    const number = anyNumber(at, length);
    if (number != NONE) return number;
  }
  return wordClass(at, length);
}

// @ts-ignore: decorator
@inline
function textUnlessNumber(code: u32): u32 {
  return code == NONE ? TEXT : code;
}
