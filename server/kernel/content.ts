// What a cell says, apart from how it is written, and the hash it is known by. Defined by test/oracle/content.ts and test/oracle/hash.ts.

const K0: u64 = 0x9e3779b97f4a7c15;
const K1: u64 = 0xc2b2ae3d27d4eb4f;
const K2: u64 = 0xbf58476d1ce4e5b9;
const K3: u64 = 0x94d049bb133111eb;
const K4: u64 = 0xd6e8feb86659fd93;
const K5: u64 = 0xff51afd7ed558ccd;

/** Stands for the hash of a cell that a record does not have. */
export const ABSENT: u64 = K3;
/** What a row hash begins with. */
export const ROW: u64 = K2;

/** Hash of up to 16 bytes, given as two words with zeros after the end. */
// @ts-ignore: decorator
@inline
export function hashShort(low: u64, high: u64, length: u32): u64 {
  return finish(block(<u64>length * K0, low, high));
}

/** Hash of `length` bytes; the 15 bytes after them may be read. */
export function hashLong(at: usize, length: u32): u64 {
  let hash = <u64>length * K0;
  let i: u32 = 0;
  for (; i + 16 <= length; i += 16) hash = block(hash, load<u64>(at + i), load<u64>(at + i, 8));
  if (i == length && length > 0) return finish(hash);
  const rest = v128.and(v128.load(at + i), firstBytes(length - i));
  return finish(block(hash, i64x2.extract_lane(rest, 0), i64x2.extract_lane(rest, 1)));
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

// @ts-ignore: decorator
@inline
function block(hash: u64, low: u64, high: u64): u64 {
  const left = rotl<u64>((low ^ hash) * K1, 31) * K2;
  const right = rotl<u64>((high ^ rotl<u64>(hash, 32)) * K3, 33) * K4;
  return left ^ right;
}

/** All bits of the first `count` bytes, for 0 to 16. */
// @ts-ignore: decorator
@inline
export function firstBytes(count: u32): v128 {
  return i8x16.lt_s(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>count));
}

/** Whether the cell from `start` to `end`, which opens with a quote, is closed by its last byte. */
export function isClosed(bytes: usize, start: u32, end: u32, quote: u32): bool {
  let run: u32 = 0;
  while (end - 1 - run > start && <u32>load<u8>(bytes + end - 1 - run) == quote) run++;
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

/** Writes `length` bytes to `target` with doubled quotes halved, and returns how many there are. */
export function unescape(target: usize, at: usize, length: u32, quote: u32): u32 {
  let to = target;
  for (let i: u32 = 0; i < length; i++) {
    const byte = load<u8>(at + i);
    store<u8>(to++, byte);
    if (<u32>byte == quote && i + 1 < length && <u32>load<u8>(at + i + 1) == quote) i++;
  }
  return <u32>(to - target);
}
