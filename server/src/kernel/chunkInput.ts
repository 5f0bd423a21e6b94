import type { Chunk } from '../core/chunk.ts';
import type { KernelMemory } from './memory.ts';

/** Bytes of `ChunkView` in server/kernel/table.ts. */
const VIEW_BYTES = 56;
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
  #next = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.#view = memory.allocate(VIEW_BYTES);
  }

  /** Address of the view of `chunk`, valid until the next call; making room may have emptied views taken before. Throws where the views of the chunk are no longer valid. */
  show(chunk: Chunk): number {
    if (chunk.recordEnds.length < chunk.records) throw new Error('a chunk was used after its tokenizer went on');
    this.#reserve(this.#roomFor(chunk));
    const { bytes, recordEnds, ends, starts, columns } = chunk;
    this.#next = this.#block;
    const { words } = this.#memory;
    const view = this.#view >>> 2;
    words[view] = this.#place(bytes);
    words[view + 1] = bytes.length;
    words[view + 2] = chunk.quote;
    words[view + 3] = chunk.records;
    words[view + 4] = this.#place(recordEnds);
    words[view + 5] = this.#place(ends);
    words[view + 6] = this.#place(starts);
    words[view + 7] = this.#place(columns);
    FIRST.setFloat64(0, chunk.firstRecord, true);
    words[view + 8] = FIRST.getUint32(0, true);
    words[view + 9] = FIRST.getUint32(4, true);
    words[view + 10] = this.#next;
    return this.#view;
  }

  get blocks(): readonly number[] {
    return [this.#view, this.#block];
  }

  /** Address of an array: where it lies if that is in the kernel's memory, of a copy otherwise; 0 where there is none. */
  #place(array: Uint8Array | Uint32Array | undefined): number {
    if (!array) return 0;
    if (array.buffer === this.#memory.buffer) return array.byteOffset;
    const placed = this.#next;
    if (array instanceof Uint8Array) this.#memory.bytes.set(array, placed);
    else this.#memory.words.set(array, placed >>> 2);
    this.#next += this.#room(array);
    return placed;
  }

  #roomFor({ bytes, recordEnds, ends, starts, columns, quote }: Chunk): number {
    const arrays = this.#room(bytes) + this.#room(recordEnds) + this.#room(ends) + this.#room(starts) + this.#room(columns);
    return arrays + (quote === 0 ? 0 : bytes.length) + 2 * MARGIN;
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

/** The two words of a double. */
const FIRST = new DataView(new ArrayBuffer(8));
