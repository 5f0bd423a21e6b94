const WORDS = 3;
const FIRST_SLOTS = 1 << 10;

/** Numbers pairs of 32-bit words from 0 on, in the order they are met: open addressing over one typed array, never more than half full. */
export class PairTable {
  count = 0;
  /** Three words a slot: both words of the pair, and its number plus one. */
  #slots = new Uint32Array(WORDS * FIRST_SLOTS);
  #mask = FIRST_SLOTS - 1;

  /** The number of a pair; one that is new is `count` before the call. */
  idOf(first: number, second: number): number {
    const slots = this.#slots;
    const at = this.#find(first, second);
    const known = slots[at + 2] ?? 0;
    if (known !== 0) return known - 1;
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = ++this.count;
    if (2 * this.count > this.#mask) this.#grow();
    return this.count - 1;
  }

  /** The number of a pair that was met; -1 of any other. */
  known(first: number, second: number): number {
    return (this.#slots[this.#find(first, second) + 2] ?? 0) - 1;
  }

  /** All pairs by their numbers, the two words of each in turn. */
  pairs(): Uint32Array<ArrayBuffer> {
    const pairs = new Uint32Array(2 * this.count);
    for (let at = 0; at < this.#slots.length; at += WORDS) {
      const number = this.#slots[at + 2] ?? 0;
      if (number !== 0) pairs.set(this.#slots.subarray(at, at + 2), 2 * (number - 1));
    }
    return pairs;
  }

  /** Index of the first word of the slot that holds the pair, or of the free one where it would be. */
  #find(first: number, second: number): number {
    const slots = this.#slots;
    let slot = hashOf(first, second) & this.#mask;
    for (; slots[WORDS * slot + 2] !== 0; slot = (slot + 1) & this.#mask) {
      if (slots[WORDS * slot] === first && slots[WORDS * slot + 1] === second) break;
    }
    return WORDS * slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = 2 * this.#mask + 1;
    this.#slots = new Uint32Array(WORDS * (this.#mask + 1));
    for (let from = 0; from < old.length; from += WORDS) {
      if (old[from + 2] === 0) continue;
      const at = this.#find(old[from] ?? 0, old[from + 1] ?? 0);
      for (let word = 0; word < WORDS; word++) this.#slots[at + word] = old[from + word] ?? 0;
    }
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second + 0x9e3779b9, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
