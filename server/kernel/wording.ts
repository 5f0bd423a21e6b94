// Columns of text, dates and times: the cells of a block that are plainly one of these, classified and added in a loop of their own.
import { addresses, Cells, flags, hashes, lengthAt, lengths, odd, waiting } from './blockCells';
import { addCount, addHash, addLengths, Column } from './column';
import { shortContent } from './cell';
import { block, finish, firstBytes } from './content';
import { HAS_AT, HAS_HIGH } from './found';
import { mayBeToken, Tokens } from './tokens';
import { Values } from './values';
import { DATE, DATETIME, isPlainDay, isSeparated, TEXT } from './words';

/** Vectors the loop needs. They are loaded, since the engine would build a constant anew each time it is used. */
const signs: usize = memory.data<u64>([0x4040404040404040, 0x4040404040404040], 16);
const zeros: usize = memory.data<u64>([0x3030303030303030, 0x3030303030303030], 16);
const nines: usize = memory.data<u64>([0x0909090909090909, 0x0909090909090909], 16);
const pluses: usize = memory.data<u64>([0x2b2b2b2b2b2b2b2b, 0x2b2b2b2b2b2b2b2b], 16);
const fourteens: usize = memory.data<u64>([0x0e0e0e0e0e0e0e0e, 0x0e0e0e0e0e0e0e0e], 16);
const spaces: usize = memory.data<u64>([0x2020202020202020, 0x2020202020202020], 16);
/** The bits in which plus, minus and slash differ, and a slash: no other byte that may be in a number becomes one. */
const signBits: usize = memory.data<u64>([0x0606060606060606, 0x0606060606060606], 16);
const slashes: usize = memory.data<u64>([0x2f2f2f2f2f2f2f2f, 0x2f2f2f2f2f2f2f2f], 16);
const powers: usize = memory.data<u64>([0x6565656565656565, 0x6565656565656565], 16);

/**
 * Reads and adds the cells of a column, as `addColumn` has them, that are text, dates or times at first sight and whose values are not to be kept: text if
 * a byte among the first 16 can be in no number and they do not look like a date. Leaves the others listed: those that are read in `waiting`, the rest
 * in `odd`. Returns how many were added.
 */
export function addWords(tokens: Tokens, column: Column, cells: Cells): u32 {
  const threshold = changetype<Values>(column.values).threshold;
  const registers = column.registers;
  const shift = column.registerShift;
  const bits = <u64>(64 - shift);
  const bar = column.bar;
  const bytes = cells.bytes;
  const quote = cells.quote;
  const trimmed = cells.trimmed;
  const step = <usize>cells.step;
  const records = <usize>cells.records;
  const longest = tokens.longest;
  const sign = v128.load(signs);
  let ends = cells.ends;
  let left: usize = waiting;
  let strange: usize = odd;
  let sum: u64 = 0;
  let least: u32 = u32.MAX_VALUE;
  let most: u32 = 0;
  let taken: u32 = 0;
  let days: u32 = 0;
  let quoted: u32 = 0;
  let withAt: u32 = 0;
  let nonAscii: u32 = 0;
  for (let i: usize = 0; i < records; i++) {
    let at = bytes + load<u32>(ends - 4) + 1;
    let length = lengthAt(at, bytes, load<u32>(ends), trimmed);
    ends += step;
    store<u32>(strange, <u32>i);
    strange += 4;
    let first = <u32>load<u8>(at);
    if (length == 0) continue;
    if (first == quote) {
      if (length - 3 >= 0x7fffffff) continue;
      if (<u32>load<u8>(at + length - 1) != quote) continue;
      at++;
      length -= 2;
      if (holds(at, length, quote)) continue;
      quoted++;
      first = <u32>load<u8>(at);
    }
    strange -= 4;
    let hash = <u64>length;
    // Bytes that are an at sign or belong to no ASCII character have their highest bit set here.
    let special = i8x16.splat(0);
    let highs = i8x16.splat(0);
    let k: u32 = 0;
    for (; k + 16 < length; k += 16) {
      const v = v128.load(at + k);
      hash = block(hash, v);
      special = v128.or(special, i8x16.eq(v, sign));
      highs = v128.or(highs, v);
    }
    const last = v128.and(v128.load(at + k), firstBytes(length - k));
    hash = finish(block(hash, last));
    special = v128.or(special, i8x16.eq(last, sign));
    highs = v128.or(highs, last);
    store<u64>(hashes + 8 * i, hash);
    let found: u32 = 0;
    if (i8x16.bitmask(v128.or(special, highs)) != 0) found = flagsOf(special, highs);
    let code: u32 = 0;
    if (length >= 6) {
      code = TEXT;
      if (first - 0x2b < 15) code = plainWord(at, length);
      if (hash <= threshold) code = 0;
      if (length <= longest) {
        if (mayBeToken(tokens, hash)) code = 0;
      }
    }
    if (code == 0) {
      store<u32>(addresses + 4 * i, <u32>at);
      store<u32>(lengths + 4 * i, length);
      store<u32>(flags + 4 * i, found);
      store<u32>(left, <u32>i);
      left += 4;
      continue;
    }
    if (code != TEXT) {
      addCount(changetype<usize>(column) + 8 * <usize>code, 1);
      days++;
    }
    if (found != 0) {
      withAt += u32((found & HAS_AT) != 0);
      nonAscii += u32((found & HAS_HIGH) != 0);
    }
    taken++;
    if ((hash << bits) <= bar) addHash(registers, shift, hash);
    sum += length;
    least = min<u32>(least, length);
    most = max<u32>(most, length);
  }
  addCount(changetype<usize>(column) + 8 * <usize>TEXT, taken - days);
  column.quoted += quoted;
  column.withAt += withAt;
  column.nonAscii += nonAscii;
  addLengths(column, sum, least, most);
  cells.waiting = <u32>((left - waiting) >>> 2);
  cells.odd = <u32>((strange - odd) >>> 2);
  return taken;
}

/** Flags of a content, given which bytes are at signs and all its bytes together. */
// @ts-ignore: decorator
@inline
function flagsOf(ats: v128, bytes: v128): u32 {
  return (v128.any_true(ats) ? HAS_AT : 0) | (i8x16.bitmask(bytes) != 0 ? HAS_HIGH : 0);
}

/** Whether a content of at least one byte holds a quote. */
// @ts-ignore: decorator
@inline
function holds(at: usize, length: u32, quote: u32): bool {
  const quotes = i8x16.splat(<i8>quote);
  let found = i8x16.splat(0);
  let k: u32 = 0;
  for (; k + 16 < length; k += 16) found = v128.or(found, i8x16.eq(v128.load(at + k), quotes));
  return v128.any_true(v128.or(found, v128.and(i8x16.eq(v128.load(at + k), quotes), firstBytes(length - k))));
}

/** Class of a content of 6 bytes or more that is plainly text, a date or a time; 0 where that takes a closer look. */
// @ts-ignore: decorator
@inline
function plainWord(at: usize, length: u32): u32 {
  const size = min<u32>(length, 16);
  const v = shortContent(at, size);
  const live = (1 << size) - 1;
  const others = ~<u32>i8x16.bitmask(i8x16.le_u(i8x16.sub(v, v128.load(zeros)), v128.load(nines))) & live;
  if ((others & 0x3ff) != 0x90) {
    const numeric = v128.or(i8x16.le_u(i8x16.sub(v, v128.load(pluses)), v128.load(fourteens)), i8x16.eq(v128.or(v, v128.load(spaces)), v128.load(powers)));
    if ((~<u32>i8x16.bitmask(numeric) & live) != 0) return TEXT;
    const letters = <u32>i8x16.bitmask(i8x16.eq(v128.or(v, v128.load(spaces)), v128.load(powers)));
    const signs = <u32>i8x16.bitmask(i8x16.eq(v128.or(v, v128.load(signBits)), v128.load(slashes)));
    return (signs & ~1 & ~(letters << 1)) != 0 ? TEXT : 0;
  }
  if (!isSeparated(at)) return 0;
  if (length == 10) return isPlainDay(v, at, false) ? DATE : 0;
  if (length < 19 || others != 0x2490 || !isPlainTime(at, length)) return 0;
  return isPlainDay(v, at, true) ? DATETIME : 0;
}

/** Whether the separators of a time are in their places and seconds follow, and after them nothing or a Z. Digits in the first 16 bytes are not looked at. */
// @ts-ignore: decorator
@inline
function isPlainTime(at: usize, length: u32): bool {
  const separator = <u32>load<u8>(at, 10);
  if (separator != 0x54 && separator != 0x20) return false;
  if (load<u8>(at, 13) != 0x3a) return false;
  if (load<u8>(at, 16) != 0x3a) return false;
  if (<u32>load<u8>(at, 17) - 0x30 > 5) return false;
  if (<u32>load<u8>(at, 18) - 0x30 > 9) return false;
  return length == 19 || (length == 20 && load<u8>(at, 19) == 0x5a);
}
