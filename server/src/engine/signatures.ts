import { BANDS, SKETCH, shinglesOf, similarity, writeBands } from '../util/statistics/minHash.ts';

/** Shingles kept of all rows: 192 MB at most. Where they have no room, fewer are kept of each. */
const MOST_SHINGLES = 48 << 20;
/** The fewest shingles by which a long text is compared: the standard error of a similarity of 0.8 is 0.06 then. */
const SMALLEST = 48;
/** Slots of the table of bands: 256 MB at most, enough for two million rows. */
const MOST_SLOTS = 1 << 25;
/** Rows of one band that are kept apart; texts made by a form share bands by the thousand. */
const CHAIN = 6;
/** Rows of fewer words are alike by chance. */
export const FEWEST_TOKENS = 12;
/** Rows that are surely remembered, whatever their length. */
export const REMEMBERED = 1_000_000;

interface Budget {
  readonly shingles: number;
  readonly slots: number;
}

/** Rows that are like no earlier one, found again by bands of their MinHash signatures and held against each other by their shingles. */
export class Signatures {
  readonly #budget: Budget;
  #limit = SKETCH;
  #shingles = new Uint32Array(1 << 16);
  #rows = new Uint32Array(1024);
  /** For each row, where its shingles end. */
  #ends = new Uint32Array(1024);
  /** For each row, the number of the last question it was compared for. */
  #compared = new Uint32Array(1024);
  #count = 0;
  #questions = 0;
  /** Open addressing: the hash of a band, and the row plus one; 0 where a slot is free. */
  #hashes = new Uint32Array(1 << 14);
  #owners = new Uint32Array(1 << 14);
  #taken = 0;
  readonly #keys = new Uint32Array(BANDS);

  constructor(budget: Budget = { shingles: MOST_SHINGLES, slots: MOST_SLOTS }) {
    this.#budget = budget;
  }

  /** True where the words are like those of a row seen before that is not equal; a row like none before is remembered. */
  offer(tokens: readonly string[], row: number, least: number): boolean {
    const shingles = shinglesOf(tokens);
    writeBands(shingles, this.#keys);
    let isLike = false;
    for (const other of this.#candidates()) {
      if (isLike && this.#rows[other] !== row) continue;
      if (similarity(shingles.subarray(0, this.#limit), this.#sketchOf(other), this.#limit) < least) continue;
      if (this.#rows[other] === row) return false;
      isLike = true;
    }
    if (!isLike) this.#keep(row, shingles);
    return isLike;
  }

  /** The greatest similarity to a remembered row; 0 where none shares a band. */
  likeness(tokens: readonly string[]): number {
    const shingles = shinglesOf(tokens);
    writeBands(shingles, this.#keys);
    return this.#candidates().reduce((most, other) => Math.max(most, similarity(shingles.subarray(0, this.#limit), this.#sketchOf(other), this.#limit)), 0);
  }

  /** Rows that share a band with the keys, each once. */
  #candidates(): readonly number[] {
    const found: number[] = [];
    const question = ++this.#questions;
    const mask = this.#owners.length - 1;
    for (const key of this.#keys) {
      for (let slot = key & mask; this.#owners[slot] !== 0; slot = (slot + 1) & mask) {
        const other = (this.#owners[slot] ?? 0) - 1;
        if (this.#hashes[slot] !== key || this.#compared[other] === question) continue;
        this.#compared[other] = question;
        found.push(other);
      }
    }
    return found;
  }

  #sketchOf(index: number): Uint32Array {
    return this.#shingles.subarray(this.#ends[index - 1] ?? 0, this.#ends[index]);
  }

  /** Shingles kept so far. */
  get #held(): number {
    return this.#ends[this.#count - 1] ?? 0;
  }

  #keep(row: number, shingles: Uint32Array): void {
    while (this.#held + Math.min(shingles.length, this.#limit) > this.#budget.shingles && this.#limit > SMALLEST) this.#shorten();
    const sketch = shingles.subarray(0, this.#limit);
    if (this.#held + sketch.length > this.#budget.shingles || !this.#hasSlots()) return;
    const held = this.#held;
    while (held + sketch.length > this.#shingles.length) this.#shingles = larger(this.#shingles, this.#budget.shingles);
    this.#shingles.set(sketch, held);
    if (this.#count === this.#rows.length) [this.#rows, this.#ends, this.#compared] = [larger(this.#rows), larger(this.#ends), larger(this.#compared)];
    this.#ends[this.#count] = held + sketch.length;
    this.#rows[this.#count++] = row;
    for (const key of this.#keys) this.#enter(key, this.#count);
  }

  /** Keeps half as many shingles of each row. */
  #shorten(): void {
    this.#limit /= 2;
    let [from, to] = [0, 0];
    for (let index = 0; index < this.#count; index++) {
      const end = this.#ends[index] ?? 0;
      const stop = Math.min(end, from + this.#limit);
      this.#shingles.copyWithin(to, from, stop);
      to += stop - from;
      this.#ends[index] = to;
      from = end;
    }
  }

  #hasSlots(): boolean {
    if (4 * (this.#taken + BANDS) <= 3 * this.#owners.length) return true;
    if (this.#owners.length >= this.#budget.slots) return false;
    const [hashes, owners] = [this.#hashes, this.#owners];
    [this.#hashes, this.#owners, this.#taken] = [new Uint32Array(2 * owners.length), new Uint32Array(2 * owners.length), 0];
    for (let slot = 0; slot < owners.length; slot++) if (owners[slot] !== 0) this.#enter(hashes[slot] ?? 0, owners[slot] ?? 0);
    return true;
  }

  #enter(key: number, owner: number): void {
    const mask = this.#owners.length - 1;
    let [slot, same] = [key & mask, 0];
    for (; this.#owners[slot] !== 0; slot = (slot + 1) & mask) if (this.#hashes[slot] === key && ++same === CHAIN) return;
    this.#hashes[slot] = key;
    this.#owners[slot] = owner;
    this.#taken++;
  }
}

function larger(words: Uint32Array, most = Infinity): Uint32Array<ArrayBuffer> {
  const result = new Uint32Array(Math.min(most, 2 * words.length));
  result.set(words);
  return result;
}
