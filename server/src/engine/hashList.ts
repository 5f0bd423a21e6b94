/** 64-bit hashes in one array: low and high word in turn. */
export class HashList {
  #words = new Uint32Array(1 << 12);
  #length = 0;

  /** Words so far, two a hash. */
  get length(): number {
    return this.#length;
  }

  add(hashes: Uint32Array): void {
    const needed = this.#length + hashes.length;
    if (needed > this.#words.length) {
      const larger = new Uint32Array(Math.max(needed, 2 * this.#words.length));
      larger.set(this.#words.subarray(0, this.#length));
      this.#words = larger;
    }
    this.#words.set(hashes, this.#length);
    this.#length = needed;
  }

  /** A copy without the room to grow. */
  joined(): Uint32Array {
    return this.#words.slice(0, this.#length);
  }

  /** The hashes themselves, valid until the next one is added. */
  view(): Uint32Array {
    return this.#words.subarray(0, this.#length);
  }
}

/** Hashes of one part: their table fits the nearest cache. */
const PART = 2048;

/**
 * How many of the hashes equal an earlier one; zeros stand for nothing and are left out. Two bits a hash, seen and seen again, leave only those to be
 * compared whose upper bits repeat: in most tables next to none.
 */
export function countRepeats(hashes: Uint32Array): number {
  const bits = Math.min(30, Math.ceil(Math.log2(BITS_EACH * hashes.length + 32)));
  const shift = 32 - bits;
  const seen = new Uint32Array(2 ** (bits - 5));
  const again = new Uint32Array(2 ** (bits - 5));
  let candidates = 0;
  for (let i = 1; i < hashes.length; i += 2) {
    const bit = (hashes[i] ?? 0) >>> shift;
    const word = seen[bit >>> 5] ?? 0;
    const mask = 1 << (bit & 31);
    if ((word & mask) === 0) seen[bit >>> 5] = word | mask;
    else {
      again[bit >>> 5] = (again[bit >>> 5] ?? 0) | mask;
      candidates++;
    }
  }
  if (candidates === 0) return 0;
  const kept = new Uint32Array(2 * Math.min(hashes.length / 2, 2 * candidates));
  let length = 0;
  for (let i = 1; i < hashes.length; i += 2) {
    const bit = (hashes[i] ?? 0) >>> shift;
    if ((((again[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
    kept[length++] = hashes[i - 1] ?? 0;
    kept[length++] = hashes[i] ?? 0;
  }
  return countEqual(kept.subarray(0, length));
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

/** Hashes but zeros, in parts by the upper `bits` of their high words, and where each part ends. */
function deal(hashes: Uint32Array, bits: number): { readonly dealt: Uint32Array; readonly ends: Uint32Array } {
  const shift = 32 - bits;
  const partOf = (high: number): number => (bits === 0 ? 0 : high >>> shift);
  const next = new Uint32Array(2 ** bits);
  for (let i = 0; i < hashes.length; i += 2) if (((hashes[i] ?? 0) | (hashes[i + 1] ?? 0)) !== 0) add(next, partOf(hashes[i + 1] ?? 0));
  next.reduce((sum, count, part) => {
    next[part] = sum;
    return sum + count;
  }, 0);
  const dealt = new Uint32Array(hashes.length);
  for (let i = 0; i < hashes.length; i += 2) {
    const [low, high] = [hashes[i] ?? 0, hashes[i + 1] ?? 0];
    if ((low | high) === 0) continue;
    const at = 2 * add(next, partOf(high));
    dealt[at] = low;
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
