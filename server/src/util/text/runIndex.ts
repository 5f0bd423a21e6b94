/** Which texts hold which runs, by hashes of 64 bits in two halves: open addressing, 13 bytes a slot. */
export class RunIndex {
  #low: Uint32Array;
  #high: Uint32Array;
  /** The first text of a run, from 1 on; 0 is a free slot. */
  #texts: Uint32Array;
  /** Texts that hold it, up to 255. */
  #holders: Uint8Array;
  /** The text that held it last. */
  #last: Uint32Array;
  size = 0;

  constructor(slots = 1 << 16) {
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#texts = new Uint32Array(slots);
    this.#last = new Uint32Array(slots);
    this.#holders = new Uint8Array(slots);
  }

  add(low: number, high: number, text: number): void {
    if (2 * this.size >= this.#texts.length) this.#grow();
    const slot = this.#slot(low, high);
    if (this.#texts[slot] === 0) {
      [this.#low[slot], this.#high[slot], this.#texts[slot], this.#last[slot], this.#holders[slot]] = [low, high, text + 1, text + 1, 1];
      this.size++;
    } else if (this.#last[slot] !== text + 1) {
      this.#last[slot] = text + 1;
      this.#holders[slot] = Math.min(255, (this.#holders[slot] ?? 0) + 1);
    }
  }

  /** The slot of a run; -1 where no text holds it. */
  find(low: number, high: number): number {
    const slot = this.#slot(low, high);
    return this.#texts[slot] === 0 ? -1 : slot;
  }

  textAt(slot: number): number {
    return (this.#texts[slot] ?? 0) - 1;
  }

  holdersAt(slot: number): number {
    return this.#holders[slot] ?? 0;
  }

  /** By text, how many runs are its own or were met in it first, of those that at most so many texts hold. */
  totals(texts: number, most: number): Uint32Array {
    const totals = new Uint32Array(texts);
    for (let slot = 0; slot < this.#texts.length; slot++) {
      const text = this.textAt(slot);
      if (text >= 0 && this.holdersAt(slot) <= most) totals[text] = (totals[text] ?? 0) + 1;
    }
    return totals;
  }

  #slot(low: number, high: number): number {
    const mask = this.#texts.length - 1;
    let slot = low & mask;
    while (this.#texts[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const larger = new RunIndex(2 * this.#texts.length);
    for (let slot = 0; slot < this.#texts.length; slot++) {
      if (this.#texts[slot] === 0) continue;
      const to = larger.#slot(this.#low[slot] ?? 0, this.#high[slot] ?? 0);
      [larger.#low[to], larger.#high[to], larger.#texts[to], larger.#last[to], larger.#holders[to]] =
        [this.#low[slot] ?? 0, this.#high[slot] ?? 0, this.#texts[slot] ?? 0, this.#last[slot] ?? 0, this.#holders[slot] ?? 0];
    }
    [this.#low, this.#high, this.#texts, this.#last, this.#holders] = [larger.#low, larger.#high, larger.#texts, larger.#last, larger.#holders];
  }
}
