import type { Chunk } from '../core/chunk.ts';
import type { KernelMemory } from './memory.ts';

/** Words of `ChunkView` in server/kernel/table.ts; `firstRecord` is a double. */
const VIEW_BYTES = 56;
const FIRST_RECORD = 32;
const SCRATCH = 10;
const MARGIN = 64;

/**
 * Shows chunks to the kernel. A chunk of the kernel's own tokenizer is used where it lies; any other one is copied into a block that is kept for the
 * next one.
 */
export class ChunkInput {
  readonly #memory: KernelMemory;
  readonly #view: number;
  #block = 0;
  #capacity = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.#view = memory.allocate(VIEW_BYTES);
  }

  /** Address of the view of `chunk`, valid until the next call. Throws where the views of the chunk are no longer valid. */
  show(chunk: Chunk): number {
    if (chunk.recordEnds.length < chunk.records) throw new Error('a chunk was used after its tokenizer went on');
    const scratch = chunk.quote === 0 ? 0 : chunk.bytes.length;
    const arrays = [chunk.bytes, chunk.recordEnds, chunk.ends, chunk.starts, chunk.columns];
    this.#reserve(arrays.reduce((sum, array) => sum + this.#room(array), scratch + 2 * MARGIN));
    let at = this.#block;
    const place = (array: Uint8Array | Uint32Array | undefined): number => {
      if (!array) return 0;
      if (array.buffer === this.#memory.buffer) return array.byteOffset;
      const placed = at;
      if (array instanceof Uint8Array) this.#memory.bytes.set(array, placed);
      else this.#memory.words.set(array, placed >>> 2);
      at += this.#room(array);
      return placed;
    };
    const { bytes, recordEnds, ends, starts, columns } = chunk;
    const words = [place(bytes), bytes.length, chunk.quote, chunk.records, place(recordEnds), place(ends), place(starts), place(columns)];
    this.#memory.words.set(words, this.#view >>> 2);
    this.#memory.words.set([at], (this.#view >>> 2) + SCRATCH);
    new DataView(this.#memory.buffer).setFloat64(this.#view + FIRST_RECORD, chunk.firstRecord, true);
    return this.#view;
  }

  get blocks(): readonly number[] {
    return [this.#view, this.#block];
  }

  /** Bytes that a copy of an array takes, room for vector loads at its end included. */
  #room(array: Uint8Array | Uint32Array | undefined): number {
    return array && array.buffer !== this.#memory.buffer ? ((array.byteLength + MARGIN + 15) & ~15) : 0;
  }

  #reserve(size: number): void {
    if (size <= this.#capacity) return;
    this.#memory.free(this.#block);
    this.#capacity = Math.max(size, 2 * this.#capacity);
    this.#block = this.#memory.allocate(this.#capacity);
  }
}
