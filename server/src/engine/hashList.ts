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
}
