// The values with the smallest hashes, with exact counts: a hash table that is thinned out where it gets too full.
//
// Whatever is among the `most` smallest hashes of all values was among the smallest of those seen so far at every moment, so it was never thinned out and
// its count is exact. Beyond the threshold of the last thinning nothing is taken in any more.
//
// A cell of a kept value is only counted. What the cell adds to the column's facets is a function of the value, so it is added for all cells at once when
// the value is left out or the column is exported.
import { addFacets, Column } from './column';
import { CLASS, KNOWN } from './found';
import { allocate, release } from './memory';
import { selectWord, sortWords } from './sort';

@unmanaged
export class Values {
  /** Slots of 32 bytes: u64 hash, u64 count, u64 first record, u32 class and flags (0 is a free slot), u32 length. */
  slots: usize = 0;
  /** For each slot 16 bytes: f64 number, u64 how many of its cells the column's facets have already. */
  details: usize = 0;
  mask: u32 = 0;
  most: u32 = 0;
  used: u32 = 0;
  /** Whether a value was ever left out. */
  thinned: u32 = 0;
  /** Hashes above are not taken in. */
  threshold: u64 = 0;
}

/** Bytes that a slot takes in all. */
export const VALUE_BYTES: usize = 48;

/** Slots for `most` values: twice that many are kept before thinning, at half load. */
export function valueSlots(most: u32): u32 {
  return 1 << (32 - clz(4 * most - 1));
}

/** Counts a cell of a kept value, and returns whether it could: not where the value is unknown, or where its first record would change. */
// @ts-ignore: decorator
@inline
export function countKept(slots: usize, mask: u32, hash: u64, record: u64): bool {
  let slot = slots + 32 * <usize>(<u32>hash & mask);
  while (load<u64>(slot) != hash) {
    if (load<u32>(slot, 24) == 0) return false;
    slot = slot + 32 == slots + 32 * (<usize>mask + 1) ? slots : slot + 32;
  }
  if (load<u32>(slot, 24) < KNOWN) return false;
  if (record < load<u64>(slot, 16)) return false;
  store<u64>(slot, load<u64>(slot, 8) + 1, 8);
  return true;
}

/** Adds `count` cells of a value whose hash is not above the threshold, of which the column's facets have `folded` already. */
export function addValue(column: Column, hash: u64, count: u64, first: u64, found: u32, length: u32, number: f64, folded: u64): void {
  const values = changetype<Values>(column.values);
  const slot = slotOf(values, hash);
  const detail = detailOf(values, slot);
  const known = load<u32>(slot, 24);
  const isNew = known == 0;
  store<u64>(slot, hash);
  store<u64>(slot, load<u64>(slot, 8) + count, 8);
  store<u64>(slot, isNew ? first : min<u64>(load<u64>(slot, 16), first), 16);
  store<u64>(detail, load<u64>(detail, 8) + folded, 8);
  if (known < KNOWN) {
    store<u32>(slot, found, 24);
    store<u32>(slot, length, 28);
    store<f64>(detail, number);
  }
  if (isNew && ++values.used >= 2 * values.most) makeRoom(column, values);
}

/** The slot of a hash, or the free one where it would be. */
function slotOf(values: Values, hash: u64): usize {
  let index = <u32>hash & values.mask;
  while (true) {
    const slot = values.slots + 32 * <usize>index;
    if (load<u32>(slot, 24) == 0 || load<u64>(slot) == hash) return slot;
    index = (index + 1) & values.mask;
  }
}

function detailOf(values: Values, slot: usize): usize {
  return values.details + ((slot - values.slots) >> 1);
}

/** Adds to the column's facets what was only counted so far. */
export function foldValues(column: Column): void {
  const values = changetype<Values>(column.values);
  for (let index: usize = 0; index <= <usize>values.mask; index++) {
    const slot = values.slots + 32 * index;
    if (load<u32>(slot, 24) != 0) fold(column, slot, detailOf(values, slot));
  }
}

function fold(column: Column, slot: usize, detail: usize): void {
  const pending = load<u64>(slot, 8) - load<u64>(detail, 8);
  if (pending == 0) return;
  addFacets(column, load<u32>(slot, 24), load<u32>(slot, 28), load<f64>(detail), pending);
  store<u64>(detail, load<u64>(slot, 8), 8);
}

/** Leaves out all but the `most` smallest. */
export function thin(column: Column): void {
  const values = changetype<Values>(column.values);
  if (values.used <= values.most) return;
  const bytes: usize = 8 * <usize>(values.used + 1);
  const hashes = allocate(bytes);
  listHashes(values, hashes);
  const threshold = selectWord(hashes, values.used, values.most - 1);
  release(hashes, bytes);
  keepBelow(column, values, threshold);
}

/**
 * Makes room. Hashes are evenly spread, so five eighths of the threshold leave about five eighths of the values: more than `most` of them, which is all
 * that is asked here. Where chance or an attacker has it otherwise, the threshold is taken from the values themselves.
 */
function makeRoom(column: Column, values: Values): void {
  const threshold = (values.threshold >> 3) * 5;
  let below: u32 = 0;
  for (let slot: u32 = 0; slot <= values.mask; slot++) {
    const at = values.slots + 32 * <usize>slot;
    below += u32(load<u64>(at) <= threshold) & u32(load<u32>(at, 24) != 0);
  }
  if (below < values.most || below + (values.most >> 2) > 2 * values.most) thin(column);
  else keepBelow(column, values, threshold);
}

function keepBelow(column: Column, values: Values, threshold: u64): void {
  const slots = <usize>values.mask + 1;
  const bytes: usize = VALUE_BYTES * <usize>(values.used + 1);
  const copy = allocate(bytes);
  let end = copy;
  for (let index: usize = 0; index < slots; index++) {
    const slot = values.slots + 32 * index;
    const detail = values.details + 16 * index;
    if (load<u32>(slot, 24) == 0) continue;
    if (load<u64>(slot) > threshold) fold(column, slot, detail);
    else {
      memory.copy(end, slot, 32);
      memory.copy(end + 32, detail, 16);
      end += VALUE_BYTES;
    }
  }
  values.threshold = threshold;
  values.thinned = 1;
  values.used = <u32>((end - copy) / VALUE_BYTES);
  memory.fill(values.slots, 0, VALUE_BYTES * slots);
  for (let at = copy; at < end; at += VALUE_BYTES) {
    const slot = slotOf(values, load<u64>(at));
    memory.copy(slot, at, 32);
    memory.copy(detailOf(values, slot), at + 32, 16);
  }
  release(copy, bytes);
}

/** Writes the values in ascending order of hash, 28 bytes each, and returns where they end. `scratch` has room for 8 bytes a value. */
export function writeValues(values: Values, to: usize, scratch: usize): usize {
  listHashes(values, scratch);
  sortWords(scratch, values.used);
  for (let i: u32 = 0; i < values.used; i++) {
    const slot = slotOf(values, load<u64>(scratch + 8 * <usize>i));
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
