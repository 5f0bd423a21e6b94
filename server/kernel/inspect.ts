// What can be said of a run of bytes without knowing its cells: line ends, control bytes, whether it is UTF-8.
import { Scan, wholeCharacters } from './scan';

/** Fills in the counts of the first `scan.end` bytes. */
export function inspectBytes(scan: Scan): void {
  const bytes = scan.bytes;
  const length = scan.end;
  scan.lineFeeds = 0;
  scan.carriageReturns = 0;
  scan.controls = 0;
  scan.hasNonAscii = 0;
  scan.invalidUtf8 = -1;
  let i: u32 = 0;
  // A lane of the counters holds a byte, so 60 steps of 64 bytes (4 additions a lane) stay below 256.
  for (; i + 64 <= length; ) {
    const stop = min<u32>(i + 60 * 64, length & ~63);
    countRun(scan, bytes + i, bytes + stop);
    i = stop;
  }
  for (let k = i; k < length; k++) countByte(scan, load<u8>(bytes + k));
  scan.controls -= scan.lineFeeds + scan.carriageReturns;
  if (scan.hasNonAscii) scan.invalidUtf8 = firstInvalid(bytes, length);
}

function countRun(scan: Scan, from: usize, to: usize): void {
  const space = i8x16.splat(32);
  const tab = i8x16.splat(9);
  const lineFeed = i8x16.splat(10);
  const carriageReturn = i8x16.splat(13);
  let lows = i8x16.splat(0);
  let lineFeeds = i8x16.splat(0);
  let returns = i8x16.splat(0);
  let high = i8x16.splat(0);
  for (let at = from; at < to; at += 16) {
    const v = v128.load(at);
    lows = i8x16.sub(lows, v128.andnot(i8x16.lt_u(v, space), i8x16.eq(v, tab)));
    lineFeeds = i8x16.sub(lineFeeds, i8x16.eq(v, lineFeed));
    returns = i8x16.sub(returns, i8x16.eq(v, carriageReturn));
    high = v128.or(high, v);
  }
  scan.controls += sumOfBytes(lows);
  scan.lineFeeds += sumOfBytes(lineFeeds);
  scan.carriageReturns += sumOfBytes(returns);
  if (i8x16.bitmask(high) != 0) scan.hasNonAscii = 1;
}

function countByte(scan: Scan, byte: u8): void {
  if (byte < 32 && byte != 9) scan.controls++;
  if (byte == 10) scan.lineFeeds++;
  if (byte == 13) scan.carriageReturns++;
  if (byte >= 0x80) scan.hasNonAscii = 1;
}

// @ts-ignore: decorator
@inline
function sumOfBytes(v: v128): u32 {
  const pairs = i16x8.extadd_pairwise_i8x16_u(v);
  const quads = i32x4.extadd_pairwise_i16x8_u(pairs);
  return (
    i32x4.extract_lane(quads, 0) + i32x4.extract_lane(quads, 1) + i32x4.extract_lane(quads, 2) + i32x4.extract_lane(quads, 3)
  );
}

/**
 * Offset of the first ill-formed sequence, or -1. Blocks of ASCII are passed over; others are classified by three table look-ups on nibbles, after
 * J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per byte" (2021). Each bit of a table entry stands for one way in which two
 * neighbouring bytes can be wrong; a pair is wrong if all three look-ups agree on a bit. The block with the first error is read again byte by byte.
 * The three bytes before `bytes` must be zero.
 */
function firstInvalid(bytes: usize, length: u32): i32 {
  const firstHigh = i8x16(2, 2, 2, 2, 2, 2, 2, 2, -128, -128, -128, -128, 0x21, 1, 0x15, 0x49);
  const firstLow = i8x16(-25, -93, -125, -125, -117, -53, -53, -53, -53, -53, -53, -53, -53, -37, -53, -53);
  const secondHigh = i8x16(1, 1, 1, 1, 1, 1, 1, 1, -26, -82, -70, -70, 1, 1, 1, 1);
  const nibble = i8x16.splat(15);
  const third = i8x16.splat(0x60);
  const fourth = i8x16.splat(0x70);
  const top = i8x16.splat(<i8>0x80);
  let pending = false;
  let i: u32 = 0;
  for (; i + 16 <= length; i += 16) {
    const at = bytes + i;
    const v = v128.load(at);
    if (!pending && i8x16.bitmask(v) == 0) continue;
    const one = v128.load(at - 1);
    const two = v128.load(at - 2);
    const three = v128.load(at - 3);
    const pairs = v128.and(
      v128.and(i8x16.swizzle(firstHigh, i8x16.shr_u(one, 4)), i8x16.swizzle(firstLow, v128.and(one, nibble))),
      i8x16.swizzle(secondHigh, i8x16.shr_u(v, 4)),
    );
    const continues = v128.and(v128.or(i8x16.sub_sat_u(two, third), i8x16.sub_sat_u(three, fourth)), top);
    if (v128.any_true(v128.xor(pairs, continues))) return scalarInvalid(bytes, wholeCharacters(bytes, 0, i), length);
    pending = i8x16.bitmask(v) >> 13 != 0;
  }
  return scalarInvalid(bytes, wholeCharacters(bytes, 0, i), length);
}

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
