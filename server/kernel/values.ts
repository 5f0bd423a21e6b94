// The values with the smallest hashes, with exact counts: a hash table that is thinned out where it gets too full.
//
// Whatever is among the `most` smallest hashes of all values was among the smallest of those seen so far at every moment, so it was never thinned out and
// its count is exact. Beyond the threshold of the last thinning nothing is taken in any more.
import { CLASS } from './found';
import { allocate, release } from './memory';
import { selectWord, sortWords } from './sort';

@unmanaged
export class Values {
  /** Slots of 32 bytes: u64 hash, u64 count, u64 first record, u32 class and flags (0 is a free slot), i32 small integer. */
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

export function addValue(values: Values, hash: u64, count: u64, first: u64, found: u32, small: i32): void {
  if (hash > values.threshold) {
    values.thinned = 1;
    return;
  }
  let index = <u32>hash & values.mask;
  while (true) {
    const slot = values.slots + 32 * <usize>index;
    if (load<u32>(slot, 24) == 0) {
      put(slot, hash, count, first, found, small);
      if (++values.used >= 2 * values.most) makeRoom(values);
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
  const bytes: usize = 8 * <usize>(values.used + 1);
  const hashes = allocate(bytes);
  listHashes(values, hashes);
  const threshold = selectWord(hashes, values.used, values.most - 1);
  release(hashes, bytes);
  keepBelow(values, threshold);
}

/**
 * Makes room. Hashes are evenly spread, so five eighths of the threshold leave about five eighths of the values: more than `most` of them, which is all
 * that is asked here. Where chance or an attacker has it otherwise, the threshold is taken from the values themselves.
 */
function makeRoom(values: Values): void {
  const threshold = (values.threshold >> 3) * 5;
  let below: u32 = 0;
  for (let slot: u32 = 0; slot <= values.mask; slot++) {
    const at = values.slots + 32 * <usize>slot;
    below += u32(load<u64>(at) <= threshold) & u32(load<u32>(at, 24) != 0);
  }
  if (below < values.most || below + (values.most >> 2) > 2 * values.most) thin(values);
  else keepBelow(values, threshold);
}

function keepBelow(values: Values, threshold: u64): void {
  const slots = <usize>values.mask + 1;
  const bytes: usize = 32 * <usize>(values.used + 1);
  const copy = allocate(bytes);
  let end = copy;
  for (let at = values.slots; at < values.slots + 32 * slots; at += 32) {
    v128.store(end, v128.load(at));
    v128.store(end, v128.load(at, 16), 16);
    end += usize(u32(load<u64>(at) <= threshold) & u32(load<u32>(at, 24) != 0)) << 5;
  }
  values.threshold = threshold;
  values.thinned = 1;
  values.used = 0;
  memory.fill(values.slots, 0, 32 * slots);
  for (let at = copy; at < end; at += 32) addValue(values, load<u64>(at), load<u64>(at, 8), load<u64>(at, 16), load<u32>(at, 24), load<i32>(at, 28));
  release(copy, bytes);
}

/** Writes the values in ascending order of hash, 28 bytes each, and returns where they end. `scratch` has room for 8 bytes a value. */
export function writeValues(values: Values, to: usize, scratch: usize): usize {
  listHashes(values, scratch);
  sortWords(scratch, values.used);
  for (let i: u32 = 0; i < values.used; i++) {
    const slot = find(values, load<u64>(scratch + 8 * <usize>i));
    memory.copy(to, slot, 24);
    store<u32>(to, load<u32>(slot, 24) & CLASS, 24);
    to += 28;
  }
  return to;
}

function listHashes(values: Values, to: usize): void {
  let count: u32 = 0;
  for (let slot: u32 = 0; slot <= values.mask; slot++) {
    const at = values.slots + 32 * <usize>slot;
    store<u64>(to + 8 * <usize>count, load<u64>(at));
    count += u32(load<u32>(at, 24) != 0);
  }
}

function find(values: Values, hash: u64): usize {
  let index = <u32>hash & values.mask;
  while (load<u64>(values.slots + 32 * <usize>index) != hash || load<u32>(values.slots + 32 * <usize>index, 24) == 0) index = (index + 1) & values.mask;
  return values.slots + 32 * <usize>index;
}

function put(slot: usize, hash: u64, count: u64, first: u64, found: u32, small: i32): void {
  store<u64>(slot, hash);
  store<u64>(slot, count, 8);
  store<u64>(slot, first, 16);
  store<u32>(slot, found, 24);
  store<i32>(slot, small, 28);
}
