// Strings with escapes, resolved in a copy of the text, as server/src/formats/jsonText/unescape.ts defines it.
import { hexUnit } from './jsonTokens';
import { JsonScan } from './json';

/**
 * Copies the text of `length` bytes to `copy` and the starts of its cells to `starts`, both with escapes resolved: a cell still ends where it did. Returns
 * whether any byte of the copy is beyond ASCII.
 */
export function resolveEscapes(at: usize, length: u32, copy: usize, starts: usize): u32 {
  const scan = changetype<JsonScan>(at);
  memory.copy(copy, scan.bytes, length);
  memory.copy(starts, scan.starts, 4 * <usize>scan.cells);
  for (let i: usize = 0; i < <usize>scan.escapes; i++) {
    const cell = 4 * <usize>load<u32>(scan.escaped + 4 * i);
    const start = unescapeJson(copy + load<u32>(starts + cell), copy + load<u32>(scan.ends + cell));
    store<u32>(starts + cell, <u32>(start - copy));
  }
  return isBeyondAscii(copy, length);
}

/** Resolves the string at `[start, end)`, quotes included, in place and returns where it starts now. Quotes of the content are doubled. */
function unescapeJson(start: usize, end: usize): usize {
  const backslash = i8x16.splat(92);
  let to = start + 1;
  let at = start + 1;
  while (at < end - 1) {
    const v = v128.load(at);
    const found = <u32>i8x16.bitmask(i8x16.eq(v, backslash));
    const plain = min<usize>(found == 0 ? 16 : ctz(found), end - 1 - at);
    if (plain > 0) {
      memory.copy(to, at, plain);
      to += plain;
      at += plain;
      continue;
    }
    const code = load<u8>(at, 1);
    at += 2;
    if (code != 0x75) {
      to = put(to, plainOf(code));
      continue;
    }
    let point = hexUnit(at);
    at += 4;
    if (point >= 0xd800 && point <= 0xdbff && load<u16>(at) == 0x755c && at + 6 < end && (hexUnit(at + 2) & ~0x3ff) == 0xdc00) {
      point = 0x10000 + ((point - 0xd800) << 10) + (hexUnit(at + 2) - 0xdc00);
      at += 6;
    }
    to = put(to, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  store<u8>(to, 34);
  to++;
  const moved = end - (to - start);
  memory.copy(moved, start, to - start);
  return moved;
}

/** The character of an escape of one letter. */
function plainOf(code: u8): i32 {
  if (code == 0x6e) return 10;
  if (code == 0x74) return 9;
  if (code == 0x72) return 13;
  if (code == 0x62) return 8;
  return code == 0x66 ? 12 : code;
}

/** Writes a character as UTF-8, a quote twice, and returns where the next one goes. */
function put(to: usize, point: i32): usize {
  if (point < 0x80) {
    store<u8>(to, <u8>point);
    if (point != 34) return to + 1;
    store<u8>(to, 34, 1);
    return to + 2;
  }
  const size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (let i = size - 1; i > 0; i--) {
    store<u8>(to + i, <u8>(0x80 | (point & 63)));
    point >>= 6;
  }
  store<u8>(to, <u8>((0xf00 >> size) | point));
  return to + size;
}

function isBeyondAscii(at: usize, length: u32): u32 {
  let any = i8x16.splat(0);
  let i: u32 = 0;
  for (; i + 16 <= length; i += 16) any = v128.or(any, v128.load(at + i));
  let high = u32(v128.any_true(v128.and(any, i8x16.splat(<i8>0x80))));
  for (; i < length; i++) high |= u32(load<u8>(at + i) > 127);
  return high;
}
