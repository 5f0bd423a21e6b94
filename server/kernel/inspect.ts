// What can be said of a run of bytes without knowing its cells: line ends, control bytes, whether it is UTF-8.
import { Scan, UNKNOWN, wholeCharacters } from './scan';
import { equalMask, lowBits } from './masks';
import { controlEnd, highEnd } from './wellFormed';
import { characterClasses, classesIn } from './characters';
import { firstIllFormed, suspectEnd } from './utf8';

/**
 * Fills in the counts of the first `scan.end` bytes from the lists that one walk of the fast path over all bytes has left. It has met one line end a
 * record and `quotedLines` more, of which those after the last record are not meant. The 64 bytes before `scan.bytes` must be zero.
 */
export function inspectListed(scan: Scan, quotedLines: u32): void {
  scan.lineFeeds = 0;
  scan.carriageReturns = scan.inspects != 0 ? 0 : UNKNOWN;
  scan.controls = 0;
  if (scan.inspects != 0) for (let at = scan.controlBlocks; at < controlEnd; at += 4) countBlock(scan, load<u32>(at));
  let lines = scan.records + quotedLines;
  for (let i = scan.end; i < scan.length; i++) lines -= u32(<u32>load<u8>(scan.bytes + i) == scan.lineEnd);
  if (scan.lineEnd == 10) scan.lineFeeds = lines;
  else scan.carriageReturns = lines;
  if (scan.inspects != 0) inspectUtf8(scan, highEnd);
  else notInspected(scan);
}

function notInspected(scan: Scan): void {
  scan.hasNonAscii = 1;
  scan.invalidUtf8 = -1;
}

/** Fills in the counts of the first `scan.end` bytes. The 64 bytes before `scan.bytes` must be zero. */
export function inspectBytes(scan: Scan): void {
  scan.lineFeeds = 0;
  scan.carriageReturns = 0;
  scan.controls = 0;
  let pending: u32 = 0;
  let highs = scan.highBlocks;
  for (let i: u32 = 0; i < scan.end; i += 64) {
    const at = scan.bytes + i;
    const last = v128.load(at, 48);
    const any = v128.or(v128.or(v128.load(at), v128.load(at, 16)), v128.or(v128.load(at, 32), last));
    store<u32>(highs, i);
    highs += 4 * usize((<u32>i8x16.bitmask(any) | pending) != 0);
    pending = <u32>i8x16.bitmask(last) >> 13;
    countBlock(scan, i);
  }
  inspectUtf8(scan, highs);
}

/** Finds the first ill-formed sequence and the classes of characters, given where the list of blocks with bytes from 0x80 on ends. */
function inspectUtf8(scan: Scan, listEnd: usize): void {
  const bytes = scan.bytes;
  const whole = scan.end & ~63;
  while (listEnd > scan.highBlocks && load<u32>(listEnd - 4) >= whole) listEnd -= 4;
  let high = u32(listEnd > scan.highBlocks);
  for (let i = whole; i < scan.end; i++) high |= u32(load<u8>(bytes + i) > 127);
  scan.hasNonAscii = high;
  scan.invalidUtf8 = -1;
  if (scan.inspects == 0) return;
  const wrong = firstIllFormed(bytes, scan.highBlocks, listEnd);
  let classes = characterClasses(bytes + whole, scan.end - whole);
  for (let at = scan.highBlocks; at < suspectEnd; at += 4) classes |= classesIn(bytes + load<u32>(at), bytes + scan.end);
  scan.characters = classes;
  const from = wrong >= 0 ? <u32>wrong : whole;
  scan.invalidUtf8 = scalarInvalid(bytes, wholeCharacters(bytes, 0, from), scan.end);
}

/** Counts line ends and control bytes of the block at `i`, those before the scan's end. */
// @ts-ignore: decorator
@inline
function countBlock(scan: Scan, i: u32): void {
  if (i >= scan.end) return;
  const live = lowBits(scan.end - i);
  const a = v128.load(scan.bytes + i);
  const b = v128.load(scan.bytes + i, 16);
  const c = v128.load(scan.bytes + i, 32);
  const d = v128.load(scan.bytes + i, 48);
  const space = i8x16.splat(32);
  const lows =
    <u64>i8x16.bitmask(i8x16.lt_u(a, space)) |
    (<u64>i8x16.bitmask(i8x16.lt_u(b, space)) << 16) |
    (<u64>i8x16.bitmask(i8x16.lt_u(c, space)) << 32) |
    (<u64>i8x16.bitmask(i8x16.lt_u(d, space)) << 48);
  if (lows == 0) return;
  const lineFeeds = equalMask(i8x16.splat(10), a, b, c, d);
  const returns = equalMask(i8x16.splat(13), a, b, c, d);
  const tabs = equalMask(i8x16.splat(9), a, b, c, d);
  scan.lineFeeds += <u32>popcnt(lineFeeds & live);
  scan.carriageReturns += <u32>popcnt(returns & live);
  scan.controls += <u32>popcnt((lows ^ lineFeeds ^ returns ^ tabs) & live);
}

/** Offset of the first ill-formed sequence from `from` on, or -1. */
function scalarInvalid(bytes: usize, from: u32, length: u32): i32 {
  for (let i = from; i < length; ) {
    const size = sequenceLength(bytes, i, length);
    if (size == 0) return <i32>i;
    i += size;
  }
  return -1;
}

/** Bytes of the well-formed character at `at`, or 0: the Unicode Standard, table 3-7. */
function sequenceLength(bytes: usize, at: u32, length: u32): u32 {
  const lead = <u32>load<u8>(bytes + at);
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const size: u32 = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let k: u32 = 1; k < size; k++) {
    const byte = at + k < length ? <u32>load<u8>(bytes + at + k) : 0;
    const least: u32 = k == 1 && lead == 0xe0 ? 0xa0 : k == 1 && lead == 0xf0 ? 0x90 : 0x80;
    const most: u32 = k == 1 && lead == 0xed ? 0x9f : k == 1 && lead == 0xf4 ? 0x8f : 0xbf;
    if (byte < least || byte > most) return 0;
  }
  return size;
}
