import type { KernelMemory } from './memory.ts';

/** A block for results, made larger when needed. */
export class OutputBlock {
  readonly #memory: KernelMemory;
  #block = 0;
  #capacity = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
  }

  get block(): number {
    return this.#block;
  }

  get blocks(): readonly number[] {
    return [this.#block];
  }

  /** Address of a block of at least `size` bytes. What was in it is lost if it had to grow. */
  reserve(size: number): number {
    if (size > this.#capacity || this.#block === 0) {
      this.#memory.free(this.#block);
      this.#capacity = Math.max(64, size);
      this.#block = this.#memory.allocate(this.#capacity);
    }
    return this.#block;
  }
}
