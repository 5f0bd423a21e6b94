// What can be said of a run of bytes without knowing its cells: line ends, control bytes, whether it is UTF-8.
import { Scan, wholeCharacters } from './scan';
import { equalMask } from './masks';

/** Fills in the counts of the first `scan.end` bytes. The 64 bytes before `scan.bytes` must be zero. */
export function inspectBytes(scan: Scan): void {
  const bytes = scan.bytes;
  const whole = scan.end & ~63;
  const lastControl = i8x16.splat(31);
  let high = i8x16.splat(0);
  let invalid: i32 = -1;
  let pending = false;
  scan.lineFeeds = 0;
  scan.carriageReturns = 0;
  scan.controls = 0;
  for (let i: u32 = 0; i < whole; i += 64) {
    const a = v128.load(bytes + i);
    const b = v128.load(bytes + i, 16);
    const c = v128.load(bytes + i, 32);
    const d = v128.load(bytes + i, 48);
    const least = i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d));
    if (v128.any_true(i8x16.le_u(least, lastControl))) countBlock(scan, a, b, c, d);
    const any = v128.or(v128.or(a, b), v128.or(c, d));
    high = v128.or(high, any);
    if ((i8x16.bitmask(any) != 0 || pending) && invalid < 0) {
      if (!wellFormedBlock(bytes + i)) invalid = scalarInvalid(bytes, wholeCharacters(bytes, 0, i), scan.end);
      pending = i8x16.bitmask(d) >> 13 != 0;
    }
  }
  scan.hasNonAscii = u32(i8x16.bitmask(high) != 0);
  for (let i = whole; i < scan.end; i++) countByte(scan, load<u8>(bytes + i));
  scan.invalidUtf8 = invalid >= 0 ? invalid : scalarInvalid(bytes, wholeCharacters(bytes, 0, whole), scan.end);
}

// @ts-ignore: decorator
@inline
function countBlock(scan: Scan, a: v128, b: v128, c: v128, d: v128): void {
  const space = i8x16.splat(32);
  const lows =
    <u64>i8x16.bitmask(i8x16.lt_u(a, space)) |
    (<u64>i8x16.bitmask(i8x16.lt_u(b, space)) << 16) |
    (<u64>i8x16.bitmask(i8x16.lt_u(c, space)) << 32) |
    (<u64>i8x16.bitmask(i8x16.lt_u(d, space)) << 48);
  const lineFeeds = equalMask(i8x16.splat(10), a, b, c, d);
  scan.lineFeeds += <u32>popcnt(lineFeeds);
  if (lows == lineFeeds) return;
  const returns = equalMask(i8x16.splat(13), a, b, c, d);
  const tabs = equalMask(i8x16.splat(9), a, b, c, d);
  scan.carriageReturns += <u32>popcnt(returns);
  scan.controls += <u32>popcnt(lows ^ lineFeeds ^ returns ^ tabs);
}

function countByte(scan: Scan, byte: u8): void {
  if (byte == 10) scan.lineFeeds++;
  else if (byte == 13) scan.carriageReturns++;
  else if (byte < 32 && byte != 9) scan.controls++;
  if (byte >= 0x80) scan.hasNonAscii = 1;
}

/**
 * Whether no error of UTF-8 shows in the 64 bytes at `block`, given the three bytes before them. Bytes are classified by three table look-ups on
 * nibbles, after J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): each bit of a table entry stands for one
 * way in which two neighbouring bytes can be wrong, and a pair is wrong if all three look-ups agree on a bit.
 */
function wellFormedBlock(block: usize): bool {
  const firstHigh = i8x16(2, 2, 2, 2, 2, 2, 2, 2, -128, -128, -128, -128, 0x21, 1, 0x15, 0x49);
  const firstLow = i8x16(-25, -93, -125, -125, -117, -53, -53, -53, -53, -53, -53, -53, -53, -37, -53, -53);
  const secondHigh = i8x16(1, 1, 1, 1, 1, 1, 1, 1, -26, -82, -70, -70, 1, 1, 1, 1);
  const nibble = i8x16.splat(15);
  const third = i8x16.splat(0x60);
  const fourth = i8x16.splat(0x70);
  const top = i8x16.splat(<i8>0x80);
  let wrong = i8x16.splat(0);
  for (let at = block; at < block + 64; at += 16) {
    const v = v128.load(at);
    const one = v128.load(at - 1);
    const pairs = v128.and(
      v128.and(i8x16.swizzle(firstHigh, i8x16.shr_u(one, 4)), i8x16.swizzle(firstLow, v128.and(one, nibble))),
      i8x16.swizzle(secondHigh, i8x16.shr_u(v, 4)),
    );
    const continues = v128.or(i8x16.sub_sat_u(v128.load(at - 2), third), i8x16.sub_sat_u(v128.load(at - 3), fourth));
    wrong = v128.or(wrong, v128.xor(pairs, v128.and(continues, top)));
  }
  return !v128.any_true(wrong);
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
