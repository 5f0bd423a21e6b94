import type { Repeats, RowIndex } from '../core/rowIndex.ts';
import { ROW_INDEX_BYTES } from '../core/rowIndex.ts';
import { atOnce, type InParts } from '../util/inParts.ts';
import { DealtHashes } from './dealtHashes.ts';

const WORDS = 3;
const FIRST_SLOTS = 1 << 12;
/** Bytes of the budget to a word of the list: a quarter of it, so that list and table stay within it when one turns into the other. */
const LIST_SHARE = 16;
/** Growing fast costs fewer moves; a table is never fuller than three quarters. */
const GROWTH = 4;

/**
 * Open addressing over typed arrays. When more distinct hashes come than the budget holds, only those are kept whose low bits are zero, one bit more
 * each time (adaptive sampling, after Wegman). Which hashes are kept in the end depends on the set of hashes alone, never on their order.
 */
export class RowHashBag implements RowIndex {
  readonly #maxSlots: number;
  readonly #maxDistinct: number;
  readonly #mostListed: number;
  #slots = FIRST_SLOTS;
  /** Three words a slot, so that a look costs one line of cache: low, high, count. */
  #words = new Uint32Array(WORDS * FIRST_SLOTS);
  #distinct = 0;
  #mask = 0;
  /** Hashes that came first: most tables are only asked how many repeat, which a list tells sooner. */
  #list: DealtHashes | undefined = new DealtHashes();

  constructor(budget = ROW_INDEX_BYTES) {
    this.#maxSlots = 2 ** Math.floor(Math.log2(Math.max(FIRST_SLOTS, budget / (4 * WORDS))));
    this.#maxDistinct = Math.floor(this.#maxSlots * 0.75);
    this.#mostListed = Math.floor(budget / LIST_SHARE);
  }

  add(hashes: Uint32Array): void {
    if (this.#list && this.#list.length + hashes.length <= this.#mostListed) return this.#list.add(hashes);
    this.#index();
    for (let i = 0; i + 1 < hashes.length; i += 2) this.addOne(hashes[i] ?? 0, hashes[i + 1] ?? 0);
  }

  /** Adds one hash and returns how often it was there before. The hash 0 stands for a blank line and is left out. */
  addOne(low: number, high: number): number {
    if (this.#list) this.#index();
    if ((low | high) === 0 || (low & this.#mask) !== 0) return 0;
    const at = this.#find(low, high);
    const words = this.#words;
    const before = words[at + 2] ?? 0;
    words[at] = low;
    words[at + 1] = high;
    words[at + 2] = before + 1;
    if (before === 0 && ++this.#distinct * 4 > this.#slots * 3) this.#makeRoom();
    return before;
  }

  /** All hashes that were added, those of blank lines left out, in any order; `undefined` once they are no list any more. */
  listed(): Uint32Array | undefined {
    return this.#list?.joined();
  }

  duplicates(): Repeats {
    return atOnce(this.duplicatesInParts());
  }

  /** The same in parts: hashes of millions of rows take longer than anybody may wait for an answer. */
  *duplicatesInParts(): InParts<Repeats> {
    if (this.#list) return { count: yield* this.#list.countRepeats(), exact: true, share: 1 };
    let count = 0;
    for (let at = 2; at < this.#words.length; at += WORDS) count += Math.max(0, (this.#words[at] ?? 0) - 1);
    return { count, exact: this.#mask === 0, share: 1 / (this.#mask + 1) };
  }

  count(low: number, high: number): number {
    if (this.#list) this.#index();
    return this.tracks(low, high) ? (this.#words[this.#find(low, high) + 2] ?? 0) : 0;
  }

  tracks(low: number, high: number): boolean {
    return (low | high) !== 0 && (low & this.#mask) === 0;
  }

  /** Index of the first word of the slot that holds a hash, or of the free one where it would be. */
  #find(low: number, high: number): number {
    const words = this.#words;
    const last = this.#slots - 1;
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & last;
    for (; words[WORDS * slot + 2] !== 0; slot = (slot + 1) & last) {
      if (words[WORDS * slot] === low && words[WORDS * slot + 1] === high) break;
    }
    return WORDS * slot;
  }

  /** Turns the list into the table. */
  #index(): void {
    const listed = this.#list;
    this.#list = undefined;
    if (!listed) return;
    this.#rebuild(Math.min(this.#maxSlots, 2 ** Math.ceil(Math.log2(Math.max(FIRST_SLOTS, listed.length)))));
    for (const block of listed.blocks()) for (let i = 0; i + 1 < block.length; i += 2) this.addOne(block[i] ?? 0, block[i + 1] ?? 0);
  }

  /** Makes the table larger, or halves the tracked share of hashes until what is left fits. */
  #makeRoom(): void {
    if (this.#slots < this.#maxSlots) return this.#rebuild(Math.min(this.#maxSlots, this.#slots * GROWTH));
    while (this.#distinct >= this.#maxDistinct) {
      this.#mask = this.#mask * 2 + 1;
      this.#rebuild(this.#slots);
    }
  }

  #rebuild(slots: number): void {
    const old = this.#words;
    this.#slots = slots;
    this.#words = new Uint32Array(WORDS * slots);
    this.#distinct = 0;
    for (let from = 0; from < old.length; from += WORDS) {
      const [low, high, times] = [old[from] ?? 0, old[from + 1] ?? 0, old[from + 2] ?? 0];
      if (times === 0 || (low & this.#mask) !== 0) continue;
      const at = this.#find(low, high);
      this.#words[at] = low;
      this.#words[at + 1] = high;
      this.#words[at + 2] = times;
      this.#distinct++;
    }
  }
}
