// Counts of numbers by size, in at most `most` buckets: a hash table from bucket to count.
//
// A bucket is a double's exponent and the first 8 bits of its mantissa, less `level` bits, with the sign; see `bucketOf` in test/oracle/column.ts. Where
// buckets get too many, the level rises for all of them. The level reached is a function of the numbers alone: buckets of a level are unions of buckets
// of the level below, so their number never falls when numbers are added and never rises with the level. A subset of the numbers therefore never needs a
// higher level than all of them do, whatever the order in which they came.
import { allocate, release } from './memory';
import { sortWords } from './sort';

@unmanaged
export class Histogram {
  /** Slots of 16 bytes: i32 bucket (0 is a free slot), u32 unused, u64 count. */
  slots: usize = 0;
  mask: u32 = 0;
  most: u32 = 0;
  used: u32 = 0;
  level: u32 = 0;
}

/** Levels after which there is one bucket a sign. */
export const LAST_LEVEL: u32 = 19;

/** Slots for `most` buckets: at least twice as many, a power of two. */
export function histogramSlots(most: u32): u32 {
  return 1 << (32 - clz(2 * most - 1));
}

/** The bucket of a number other than zero at a level. */
// @ts-ignore: decorator
@inline
export function bucketOf(x: f64, level: u32): i32 {
  const bits = reinterpret<u64>(x);
  const size = (<u32>(bits >> 44) & 0x7ffff) >> level;
  const sign = <i32>(<i64>bits >> 63);
  return (<i32>(size + 1) ^ sign) - sign;
}

/** Where the search for a bucket begins. */
// @ts-ignore: decorator
@inline
export function slotOfBucket(histogram: Histogram, bucket: i32): usize {
  return histogram.slots + 16 * <usize>(home(bucket) & histogram.mask);
}

/** Cells below zero. */
export function negatives(histogram: Histogram): u64 {
  let count: u64 = 0;
  for (let index: usize = 0; index <= <usize>histogram.mask; index++) {
    const slot = histogram.slots + 16 * index;
    if (load<i32>(slot) < 0) count += load<u64>(slot, 8);
  }
  return count;
}

/** Adds to a bucket of the present level; then raises the level as far as needed. */
export function addBucket(histogram: Histogram, bucket: i32, count: u64): void {
  put(histogram, bucket, count);
  while (histogram.used > histogram.most) coarsen(histogram, 1);
}

/** The bucket of a coarser level that holds `bucket`. */
// @ts-ignore: decorator
@inline
export function coarser(bucket: i32, levels: u32): i32 {
  return bucket > 0 ? ((bucket - 1) >> levels) + 1 : -(((-bucket - 1) >> levels) + 1);
}

/** Raises the level. */
export function coarsen(histogram: Histogram, levels: u32): void {
  const slots = <usize>histogram.mask + 1;
  const copy = allocate(16 * slots);
  memory.copy(copy, histogram.slots, 16 * slots);
  memory.fill(histogram.slots, 0, 16 * slots);
  histogram.used = 0;
  histogram.level += levels;
  for (let i: usize = 0; i < slots; i++) {
    const bucket = load<i32>(copy + 16 * i);
    if (bucket != 0) put(histogram, coarser(bucket, levels), load<u64>(copy + 16 * i, 8));
  }
  release(copy, 16 * slots);
}

/** Writes the buckets in ascending order, 12 bytes each, and returns where they end. `scratch` has room for 8 bytes a bucket. */
export function writeBuckets(histogram: Histogram, to: usize, scratch: usize): usize {
  let count: u32 = 0;
  for (let slot: u32 = 0; slot <= histogram.mask; slot++) {
    const bucket = load<i32>(histogram.slots + 16 * <usize>slot);
    if (bucket == 0) continue;
    store<u64>(scratch + 8 * <usize>count, (<u64>(<u32>bucket ^ 0x80000000) << 32) | slot);
    count++;
  }
  sortWords(scratch, count);
  for (let i: u32 = 0; i < count; i++) {
    const slot = histogram.slots + 16 * <usize>load<u32>(scratch + 8 * <usize>i);
    store<i32>(to, load<i32>(slot));
    store<u64>(to, load<u64>(slot, 8), 4);
    to += 12;
  }
  return to;
}

function put(histogram: Histogram, bucket: i32, count: u64): void {
  let index = home(bucket) & histogram.mask;
  const step = (<u32>bucket * 0x9e3779b1) >> 8 | 1;
  while (true) {
    const slot = histogram.slots + 16 * <usize>index;
    const found = load<i32>(slot);
    if (found == bucket || found == 0) {
      if (found == 0) histogram.used++;
      store<i32>(slot, bucket);
      store<u64>(slot, load<u64>(slot, 8) + count, 8);
      return;
    }
    index = (index + step) & histogram.mask;
  }
}

/** Its index: neighbours side by side, so that they never meet, and those below zero far from those above. */
// @ts-ignore: decorator
@inline
function home(bucket: i32): u32 {
  return <u32>bucket + (<u32>(bucket >> 31) & 0x2aaaaaaa);
}
