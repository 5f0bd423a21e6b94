// What a cell says, apart from how it is written, and the hash it is known by. Defined by test/oracle/content.ts and test/oracle/hash.ts.

import { HAS_AT, HAS_HIGH, HAS_QUOTE } from './found';

const K0: u64 = 0x9e3779b97f4a7c15;
const K1: u64 = 0xc2b2ae3d27d4eb4f;
const K2: u64 = 0xbf58476d1ce4e5b9;
const K3: u64 = 0x94d049bb133111eb;
const K5: u64 = 0xff51afd7ed558ccd;

/** Stands for the hash of a cell that a record does not have. */
export const ABSENT: u64 = K3;
/** What a row hash begins with. */
export const ROW: u64 = K2;

/** Hash of up to 16 bytes, given as a vector with zeros after the end. */
// @ts-ignore: decorator
@inline
export function hashShort(v: v128, length: u32): u64 {
  return finish(block(<u64>length, v));
}

/** Hash of `length` bytes; the 15 bytes after them may be read. */
export function hashBytes(at: usize, length: u32): u64 {
  let hash = <u64>length;
  let i: u32 = 0;
  for (; i + 16 < length; i += 16) hash = block(hash, v128.load(at + i));
  return finish(block(hash, v128.and(v128.load(at + i), firstBytes(length - i))));
}

/** Hash of the content scanned last. */
export let longHash: u64 = 0;

/** Hashes a content into `longHash` and returns its flags, in one pass. */
export function scanContent(at: usize, length: u32, quote: u32): u32 {
  const sign = i8x16.splat(0x40);
  const quotes = i8x16.splat(<i8>quote);
  let hash = <u64>length;
  let ats = i8x16.splat(0);
  let quoted = i8x16.splat(0);
  let highs = i8x16.splat(0);
  let i: u32 = 0;
  for (; i + 16 < length; i += 16) {
    const v = v128.load(at + i);
    hash = block(hash, v);
    ats = v128.or(ats, i8x16.eq(v, sign));
    quoted = v128.or(quoted, i8x16.eq(v, quotes));
    highs = v128.or(highs, v);
  }
  const last = v128.and(v128.load(at + i), firstBytes(length - i));
  longHash = finish(block(hash, last));
  ats = v128.or(ats, i8x16.eq(last, sign));
  quoted = v128.or(quoted, i8x16.eq(last, quotes));
  const high = i8x16.bitmask(v128.or(highs, last)) != 0;
  return (v128.any_true(ats) ? HAS_AT : 0) | (high ? HAS_HIGH : 0) | (v128.any_true(quoted) ? HAS_QUOTE : 0);
}

/** One step of a row hash. */
// @ts-ignore: decorator
@inline
export function rowStep(row: u64, cell: u64): u64 {
  return rotl<u64>(row ^ cell, 29) * K1;
}

// @ts-ignore: decorator
@inline
export function finish(hash: u64): u64 {
  hash = (hash ^ (hash >> 32)) * K5;
  return hash ^ (hash >> 29);
}

/** Takes in 16 bytes. Only the last line waits for the block before. */
// @ts-ignore: decorator
@inline
export function block(hash: u64, v: v128): u64 {
  return (rotl<u64>(hash, 29) ^ rotl<u64>(i64x2.extract_lane(v, 0) * K1, 32) ^ rotl<u64>(i64x2.extract_lane(v, 1) * K3, 19)) * K0;
}

/** Sixteen bytes with all bits set, then sixteen with none. */
const masks: usize = memory.data<u64>([u64.MAX_VALUE, u64.MAX_VALUE, 0, 0], 16);

/** All bits of the first `count` bytes, for 0 to 16. */
// @ts-ignore: decorator
@inline
export function firstBytes(count: u32): v128 {
  return v128.load(masks + 16 - count);
}

/** Whether the cell of `length` bytes at `at`, which begins with a quote, is closed by its last byte. */
// @ts-ignore: decorator
@inline
export function isClosed(at: usize, length: u32, quote: u32): bool {
  if (length < 2 || <u32>load<u8>(at + length - 1) != quote) return false;
  return <u32>load<u8>(at + length - 2) != quote || isRunOdd(at, length, quote);
}

/** Whether the run of quotes at the end of a cell, its opening quote aside, leaves one over when taken in pairs. */
function isRunOdd(at: usize, length: u32, quote: u32): bool {
  let run: u32 = 0;
  while (run + 1 < length && <u32>load<u8>(at + length - 1 - run) == quote) run++;
  return (run & 1) != 0;
}

/** Whether `length` bytes hold a doubled quote. */
export function isEscaped(at: usize, length: u32, quote: u32): bool {
  const quotes = i8x16.splat(<i8>quote);
  let i: u32 = 0;
  for (; i + 16 < length; i += 16) {
    const pairs = v128.and(i8x16.eq(v128.load(at + i), quotes), i8x16.eq(v128.load(at + i + 1), quotes));
    if (v128.any_true(pairs)) return true;
  }
  for (; i + 1 < length; i++) {
    if (<u32>load<u8>(at + i) == quote && <u32>load<u8>(at + i + 1) == quote) return true;
  }
  return false;
}

/** Writes `length` bytes to `target` with doubled quotes halved, and returns how many there are. Up to 15 more bytes may be written. */
export function unescape(target: usize, at: usize, length: u32, quote: u32): u32 {
  const quotes = i8x16.splat(<i8>quote);
  const end = at + length;
  let to = target;
  while (at < end) {
    const v = v128.load(at);
    v128.store(to, v);
    const found = <u32>i8x16.bitmask(i8x16.eq(v, quotes));
    const taken = min<usize>(found == 0 ? 16 : ctz(found) + 1, end - at);
    to += taken;
    at += taken;
    if (found != 0 && at < end && <u32>load<u8>(at - 1) == quote && <u32>load<u8>(at) == quote) at++;
  }
  return <u32>(to - target);
}
