// The values with the smallest hashes, with exact counts: a hash table that is thinned out where it gets too full.
//
// Whatever is among the `most` smallest hashes of all values was among the smallest of those seen so far at every moment, so it was never thinned out and
// its count is exact. Beyond the threshold of the last thinning nothing is taken in any more.
import { allocate, release } from './memory';
import { selectWord, sortWords } from './sort';

@unmanaged
export class Values {
  /** Slots of 32 bytes: u64 hash, u64 count, u64 first record, u32 class (0 is a free slot). */
  slots: usize = 0;
  mask: u32 = 0;
  most: u32 = 0;
  used: u32 = 0;
  /** Whether a value was ever left out. */
  thinned: u32 = 0;
  /** Hashes above are not taken in. */
  threshold: u64 = 0;
}

/** Slots for `most` values: twice that many are kept before thinning, at half load. */
export function valueSlots(most: u32): u32 {
  return 1 << (32 - clz(4 * most - 1));
}

/** Where the search for a hash begins. */
// @ts-ignore: decorator
@inline
export function slotOf(values: Values, hash: u64): usize {
  return values.slots + 32 * <usize>(<u32>hash & values.mask);
}

export function addValue(values: Values, hash: u64, count: u64, first: u64, code: u32): void {
  if (hash > values.threshold) {
    values.thinned = 1;
    return;
  }
  let index = <u32>hash & values.mask;
  while (true) {
    const slot = values.slots + 32 * <usize>index;
    if (load<u32>(slot, 24) == 0) {
      put(slot, hash, count, first, code);
      if (++values.used >= 2 * values.most) thin(values);
      return;
    }
    if (load<u64>(slot) == hash) {
      store<u64>(slot, load<u64>(slot, 8) + count, 8);
      store<u64>(slot, min<u64>(load<u64>(slot, 16), first), 16);
      return;
    }
    index = (index + 1) & values.mask;
  }
}

/** Leaves out all but the `most` smallest. */
export function thin(values: Values): void {
  if (values.used <= values.most) return;
  const slots = <usize>values.mask + 1;
  const copy = allocate(32 * slots);
  const words: usize = 8 * <usize>values.used;
  const hashes = allocate(words);
  memory.copy(copy, values.slots, 32 * slots);
  listHashes(values, hashes);
  values.threshold = selectWord(hashes, values.used, values.most - 1);
  values.thinned = 1;
  values.used = 0;
  memory.fill(values.slots, 0, 32 * slots);
  for (let slot = copy; slot < copy + 32 * slots; slot += 32) {
    if (load<u32>(slot, 24) == 0 || load<u64>(slot) > values.threshold) continue;
    addValue(values, load<u64>(slot), load<u64>(slot, 8), load<u64>(slot, 16), load<u32>(slot, 24));
  }
  release(hashes, words);
  release(copy, 32 * slots);
}

/** Writes the values in ascending order of hash, 28 bytes each, and returns where they end. `scratch` has room for 8 bytes a value. */
export function writeValues(values: Values, to: usize, scratch: usize): usize {
  listHashes(values, scratch);
  sortWords(scratch, values.used);
  for (let i: u32 = 0; i < values.used; i++) {
    const slot = find(values, load<u64>(scratch + 8 * <usize>i));
    memory.copy(to, slot, 28);
    to += 28;
  }
  return to;
}

function listHashes(values: Values, to: usize): void {
  let count: u32 = 0;
  for (let slot: u32 = 0; slot <= values.mask; slot++) {
    const at = values.slots + 32 * <usize>slot;
    if (load<u32>(at, 24) == 0) continue;
    store<u64>(to + 8 * <usize>count, load<u64>(at));
    count++;
  }
}

function find(values: Values, hash: u64): usize {
  let index = <u32>hash & values.mask;
  while (load<u64>(values.slots + 32 * <usize>index) != hash || load<u32>(values.slots + 32 * <usize>index, 24) == 0) index = (index + 1) & values.mask;
  return values.slots + 32 * <usize>index;
}

function put(slot: usize, hash: u64, count: u64, first: u64, code: u32): void {
  store<u64>(slot, hash);
  store<u64>(slot, count, 8);
  store<u64>(slot, first, 16);
  store<u32>(slot, code, 24);
}
