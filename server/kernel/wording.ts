// Columns of text, dates and times: the cells of a block that are plainly one of these, classified and added in a loop of their own.
import { addresses, flags, hashes, lengths, waiting } from './blockCells';
import { addCount, addHash, addLengths, Column } from './column';
import { shortContent } from './cell';
import { HAS_AT, HAS_HIGH } from './found';
import { mayBeToken, Tokens } from './tokens';
import { Values } from './values';
import { DATE, DATETIME, isPlainDay, isSeparated, TEXT } from './words';

/** Vectors the loop needs. They are loaded, since the engine would build a constant anew each time it is used. */
const zeros: usize = memory.data<u64>([0x3030303030303030, 0x3030303030303030], 16);
const nines: usize = memory.data<u64>([0x0909090909090909, 0x0909090909090909], 16);
const pluses: usize = memory.data<u64>([0x2b2b2b2b2b2b2b2b, 0x2b2b2b2b2b2b2b2b], 16);
const fourteens: usize = memory.data<u64>([0x0e0e0e0e0e0e0e0e, 0x0e0e0e0e0e0e0e0e], 16);
const spaces: usize = memory.data<u64>([0x2020202020202020, 0x2020202020202020], 16);
const powers: usize = memory.data<u64>([0x6565656565656565, 0x6565656565656565], 16);
const signs: usize = memory.data<u64>([0x4040404040404040, 0x4040404040404040], 16);

/**
 * Adds those of the waiting cells that are text, dates or times at first sight and whose values are not to be kept: text if a byte among the first 16
 * can be in no number and they do not look like a date. Leaves the others listed, and returns how many they are.
 */
export function addWords(tokens: Tokens, column: Column, rest: u32): u32 {
  const threshold = changetype<Values>(column.values).threshold;
  const registers = column.registers;
  const shift = column.registerShift;
  const zero = v128.load(zeros);
  const nine = v128.load(nines);
  const plus = v128.load(pluses);
  const fourteen = v128.load(fourteens);
  const space = v128.load(spaces);
  const power = v128.load(powers);
  const sign = v128.load(signs);
  const end = waiting + 4 * <usize>rest;
  let left: usize = waiting;
  let sum: u64 = 0;
  let least: u32 = u32.MAX_VALUE;
  let most: u32 = 0;
  let dates: u32 = 0;
  let times: u32 = 0;
  let withAt: u32 = 0;
  let nonAscii: u32 = 0;
  for (let next: usize = waiting; next < end; next += 4) {
    const i = <usize>load<u32>(next);
    const hash = load<u64>(hashes + 8 * i);
    const length = load<u32>(lengths + 4 * i);
    store<u32>(left, <u32>i);
    left += 4;
    if (hash <= threshold) continue;
    if (mayBeToken(tokens, hash)) continue;
    if (length < 6) continue;
    const at = <usize>load<u32>(addresses + 4 * i);
    const size = min<u32>(length, 16);
    const v = shortContent(at, size);
    const live = (1 << size) - 1;
    const others = ~<u32>i8x16.bitmask(i8x16.le_u(i8x16.sub(v, zero), nine)) & live;
    const numeric = v128.or(i8x16.le_u(i8x16.sub(v, plus), fourteen), i8x16.eq(v128.or(v, space), power));
    if ((others & 0x3ff) == 0x90) {
      if (!isSeparated(at)) continue;
      if (length == 10) {
        if (!isPlainDay(v, at, false)) continue;
        dates++;
      } else {
        if (length < 19 || others != 0x2490 || !isPlainTime(at, length)) continue;
        if (!isPlainDay(v, at, true)) continue;
        times++;
      }
    } else if ((~<u32>i8x16.bitmask(numeric) & live) == 0) continue;
    let found = load<u32>(flags + 4 * i);
    if (length <= 16) found = (v128.any_true(i8x16.eq(v, sign)) ? HAS_AT : 0) | (i8x16.bitmask(v) != 0 ? HAS_HIGH : 0);
    left -= 4;
    withAt += u32((found & HAS_AT) != 0);
    nonAscii += u32((found & HAS_HIGH) != 0);
    addHash(registers, shift, hash);
    sum += length;
    least = min<u32>(least, length);
    most = max<u32>(most, length);
  }
  const taken: u32 = rest - <u32>((left - waiting) >>> 2);
  addCount(changetype<usize>(column) + 8 * TEXT, <u64>(taken - dates - times));
  addCount(changetype<usize>(column) + 8 * DATE, <u64>dates);
  addCount(changetype<usize>(column) + 8 * DATETIME, <u64>times);
  column.withAt += withAt;
  column.nonAscii += nonAscii;
  addLengths(column, sum, least, most);
  if (taken < rest >>> 1) column.isWording = 0;
  return rest - taken;
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
