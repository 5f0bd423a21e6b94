import type { Repeats, RowIndex } from '../core/rowIndex.ts';
import { ROW_INDEX_BYTES } from '../core/rowIndex.ts';

const BYTES_PER_SLOT = 12;
const FIRST_SLOTS = 1 << 12;

/**
 * Open addressing over typed arrays. When more distinct hashes come than the budget holds, only those are kept whose low bits are zero, one bit more
 * each time (adaptive sampling, after Wegman). Which hashes are kept in the end depends on the set of hashes alone, never on their order.
 */
export class RowHashBag implements RowIndex {
  readonly #maxDistinct: number;
  #slots = FIRST_SLOTS;
  #low = new Uint32Array(FIRST_SLOTS);
  #high = new Uint32Array(FIRST_SLOTS);
  #counts = new Uint32Array(FIRST_SLOTS);
  #distinct = 0;
  #mask = 0;

  constructor(budget = ROW_INDEX_BYTES) {
    const slots = 2 ** Math.floor(Math.log2(Math.max(FIRST_SLOTS, budget / BYTES_PER_SLOT)));
    this.#maxDistinct = Math.floor(slots * 0.75);
  }

  add(hashes: Uint32Array): void {
    for (let i = 0; i + 1 < hashes.length; i += 2) this.addOne(hashes[i] ?? 0, hashes[i + 1] ?? 0);
  }

  /** Adds one hash and returns how often it was there before. The hash 0 stands for a blank line and is left out. */
  addOne(low: number, high: number): number {
    if ((low | high) === 0 || (low & this.#mask) !== 0) return 0;
    const slot = this.#find(low, high);
    const before = this.#counts[slot] ?? 0;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#counts[slot] = before + 1;
    if (before === 0 && ++this.#distinct * 4 > this.#slots * 3) this.#makeRoom();
    return before;
  }

  duplicates(): Repeats {
    const count = this.#counts.reduce((sum, times) => sum + Math.max(0, times - 1), 0);
    return { count, exact: this.#mask === 0, share: 1 / (this.#mask + 1) };
  }

  count(low: number, high: number): number {
    return this.tracks(low, high) ? (this.#counts[this.#find(low, high)] ?? 0) : 0;
  }

  tracks(low: number, high: number): boolean {
    return (low | high) !== 0 && (low & this.#mask) === 0;
  }

  #find(low: number, high: number): number {
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & (this.#slots - 1);
    while (this.#counts[slot] !== 0 && !(this.#low[slot] === low && this.#high[slot] === high)) slot = (slot + 1) & (this.#slots - 1);
    return slot;
  }

  /** Doubles the table, or halves the tracked share of hashes until what is left fits. */
  #makeRoom(): void {
    if (this.#slots * 0.75 < this.#maxDistinct) return this.#rebuild(this.#slots * 2);
    while (this.#distinct >= this.#maxDistinct) {
      this.#mask = this.#mask * 2 + 1;
      this.#rebuild(this.#slots);
    }
  }

  #rebuild(slots: number): void {
    const [low, high, counts] = [this.#low, this.#high, this.#counts];
    this.#slots = slots;
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#counts = new Uint32Array(slots);
    this.#distinct = 0;
    for (let i = 0; i < counts.length; i++) {
      const times = counts[i] ?? 0;
      if (times === 0 || ((low[i] ?? 0) & this.#mask) !== 0) continue;
      const slot = this.#find(low[i] ?? 0, high[i] ?? 0);
      this.#low[slot] = low[i] ?? 0;
      this.#high[slot] = high[i] ?? 0;
      this.#counts[slot] = times;
      this.#distinct++;
    }
  }
}
