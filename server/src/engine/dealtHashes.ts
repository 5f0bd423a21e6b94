import type { InParts } from '../util/inParts.ts';

/** Bits by which hashes are dealt. */
const DEAL_BITS = 5;
/** Words of the first block of a part, and of the largest ones. */
const FIRST_BLOCK = 64;
const LARGEST_BLOCK = 8192;
const NO_WORDS = new Uint32Array(0);

/** Hashes dealt into parts by their upper bits as they come, so that those of a part are compared in the nearest caches. Zeros stand for nothing and are left out. */
export class DealtHashes {
  /** Of each part the blocks that are full, the one that is being filled and how far it is. */
  readonly #full: Uint32Array[][] = Array.from({ length: 1 << DEAL_BITS }, () => []);
  readonly #open: Uint32Array[] = Array.from({ length: 1 << DEAL_BITS }, () => NO_WORDS);
  readonly #filled = new Uint32Array(1 << DEAL_BITS);
  #length = 0;

  /** Words so far, two a hash. */
  get length(): number {
    return this.#length;
  }

  add(hashes: Uint32Array): void {
    const open = this.#open;
    const filled = this.#filled;
    for (let i = 1; i < hashes.length; i += 2) {
      const low = hashes[i - 1] ?? 0;
      const high = hashes[i] ?? 0;
      if ((low | high) === 0) continue;
      const part = high >>> (32 - DEAL_BITS);
      let at = filled[part] ?? 0;
      let block: Uint32Array = open[part] ?? NO_WORDS;
      if (at === block.length) {
        block = this.#nextBlock(part);
        at = 0;
      }
      block[at] = low;
      block[at + 1] = high;
      filled[part] = at + 2;
    }
    this.#length += hashes.length;
  }

  /** All hashes, in runs. */
  *blocks(): Generator<Uint32Array> {
    for (let part = 0; part < this.#full.length; part++) yield* this.#blocksOf(part);
  }

  /** All hashes in one array, low and high word in turn, the zeros left out. */
  joined(): Uint32Array {
    const blocks = [...this.blocks()];
    const joined = new Uint32Array(blocks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const block of blocks) {
      joined.set(block, at);
      at += block.length;
    }
    return joined;
  }

  /** How many of the hashes equal another one that came before. */
  *countRepeats(): InParts<number> {
    const filter = new RepeatFilter();
    let repeats = 0;
    for (let part = 0; part < this.#full.length; part++) {
      repeats += filter.count(this.#blocksOf(part));
      yield;
    }
    return repeats;
  }

  #blocksOf(part: number): readonly Uint32Array[] {
    const open = this.#open[part]?.subarray(0, this.#filled[part]) ?? NO_WORDS;
    return [...(this.#full[part] ?? []), open];
  }

  #nextBlock(part: number): Uint32Array {
    const before = this.#open[part] ?? NO_WORDS;
    if (before.length > 0) this.#full[part]?.push(before);
    return (this.#open[part] = new Uint32Array(Math.min(LARGEST_BLOCK, Math.max(FIRST_BLOCK, 2 * before.length))));
  }
}

/** Hashes of one part: their table fits the nearest cache. */
const PART = 2048;

/**
 * Counts the hashes of a part of all that equal another one. Two bits a hash, seen and seen again, leave only those to be compared whose upper bits repeat:
 * in most tables next to none.
 */
class RepeatFilter {
  #seen: Uint32Array = NO_WORDS;
  #again: Uint32Array = NO_WORDS;

  count(blocks: readonly Uint32Array[]): number {
    const words = blocks.reduce((sum, block) => sum + block.length, 0);
    const bits = Math.min(30, Math.ceil(Math.log2(BITS_EACH * words + 32)));
    this.#empty(2 ** (bits - 5));
    const shift = 32 - bits;
    const candidates = blocks.reduce((sum, block) => sum + this.#note(block, shift), 0);
    return candidates === 0 ? 0 : countEqual(this.#candidates(blocks, shift, Math.min(words / 2, 2 * candidates)));
  }

  #empty(words: number): void {
    if (this.#seen.length !== words) [this.#seen, this.#again] = [new Uint32Array(words), new Uint32Array(words)];
    else for (const bits of [this.#seen, this.#again]) bits.fill(0);
  }

  #note(block: Uint32Array, shift: number): number {
    const seen = this.#seen;
    const again = this.#again;
    let candidates = 0;
    for (let i = 1; i < block.length; i += 2) {
      const bit = ((block[i] ?? 0) << DEAL_BITS) >>> shift;
      const word = seen[bit >>> 5] ?? 0;
      const mask = 1 << (bit & 31);
      if ((word & mask) === 0) seen[bit >>> 5] = word | mask;
      else {
        again[bit >>> 5] = (again[bit >>> 5] ?? 0) | mask;
        candidates++;
      }
    }
    return candidates;
  }

  #candidates(blocks: readonly Uint32Array[], shift: number, most: number): Uint32Array {
    const again = this.#again;
    const kept = new Uint32Array(2 * most);
    let length = 0;
    for (const block of blocks) {
      for (let i = 1; i < block.length; i += 2) {
        const bit = ((block[i] ?? 0) << DEAL_BITS) >>> shift;
        if ((((again[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
        kept[length++] = block[i - 1] ?? 0;
        kept[length++] = block[i] ?? 0;
      }
    }
    return kept.subarray(0, length);
  }
}

/** Bits of each kind a hash. */
const BITS_EACH = 16;

/**
 * Counts without a filter. The hashes are dealt into parts by their upper bits first, so that each part is looked through in a small table: a table of all
 * of them would cost a miss of every cache a hash.
 */
function countEqual(hashes: Uint32Array): number {
  const bits = Math.max(0, Math.ceil(Math.log2(hashes.length / 2 / PART)));
  const { dealt, ends } = deal(hashes, bits);
  const largest = ends.reduce((most, end, i) => Math.max(most, end - (ends[i - 1] ?? 0)), 0);
  const table = new SmallTable(2 ** Math.ceil(Math.log2(2 * largest + 2)));
  let repeats = 0;
  for (let part = 0, i = 0; part < ends.length; part++) {
    table.clear();
    for (const end = ends[part] ?? 0; i < end; i++) if (table.has(dealt[2 * i] ?? 0, dealt[2 * i + 1] ?? 0)) repeats++;
  }
  return repeats;
}

/** Hashes in parts by `bits` of their high words, those that tell the hashes of one deal apart, and where each part ends. */
function deal(hashes: Uint32Array, bits: number): { readonly dealt: Uint32Array; readonly ends: Uint32Array } {
  const shift = 32 - bits;
  const partOf = (high: number): number => (bits === 0 ? 0 : (high << DEAL_BITS) >>> shift);
  const next = new Uint32Array(2 ** bits);
  for (let i = 0; i < hashes.length; i += 2) add(next, partOf(hashes[i + 1] ?? 0));
  next.reduce((sum, count, part) => {
    next[part] = sum;
    return sum + count;
  }, 0);
  const dealt = new Uint32Array(hashes.length);
  for (let i = 0; i < hashes.length; i += 2) {
    const high = hashes[i + 1] ?? 0;
    const at = 2 * add(next, partOf(high));
    dealt[at] = hashes[i] ?? 0;
    dealt[at + 1] = high;
  }
  return { dealt, ends: next };
}

/** Adds one to a count and returns what it was. */
function add(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0;
  counts[at] = before + 1;
  return before;
}

/** A set of hashes that is emptied at once: entries of an earlier round do not count. */
class SmallTable {
  readonly #words: Uint32Array;
  readonly #last: number;
  #round = 0;

  constructor(slots: number) {
    this.#words = new Uint32Array(3 * slots);
    this.#last = slots - 1;
  }

  clear(): void {
    this.#round++;
  }

  /** Whether the hash is there; it is from now on. */
  has(low: number, high: number): boolean {
    const words = this.#words;
    let slot = (low ^ (low >>> 15)) & this.#last;
    for (; words[3 * slot + 2] === this.#round; slot = (slot + 1) & this.#last) {
      if (words[3 * slot] === low && words[3 * slot + 1] === high) return true;
    }
    words[3 * slot] = low;
    words[3 * slot + 1] = high;
    words[3 * slot + 2] = this.#round;
    return false;
  }
}
