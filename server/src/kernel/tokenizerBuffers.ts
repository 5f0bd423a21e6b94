import { INCIDENT_LIMIT } from '../core/chunk.ts';
import type { KernelMemory } from './memory.ts';

/** Bytes before and after the input that may be read; those before are zero. */
const MARGIN = 64;
const SCAN_BYTES = 128;
/** Input bytes to one byte of a list of blocks: a word of four for 64, and as much room again at the end. */
const BLOCK_SHARE = 8;

/** The blocks one tokenizer works in: the input, and room for a cell and a record for each of its bytes. They grow to powers of two,
 * which is what the kernel's allocator deals in. */
export class TokenizerBuffers {
  readonly #memory: KernelMemory;
  readonly scan: number;
  readonly incidents: number;
  starts = 0;
  ends = 0;
  recordEnds = 0;
  highBlocks = 0;
  #block = 0;
  #capacity = 0;
  #disposed = false;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
    this.scan = memory.allocate(SCAN_BYTES);
    this.incidents = memory.allocate(16 * INCIDENT_LIMIT);
    this.#watch();
  }

  /** Address of the first byte of input. */
  get area(): number {
    return this.#block + MARGIN;
  }

  /** The second of two lists of blocks of 64 bytes. */
  get controlBlocks(): number {
    return this.highBlocks + this.#capacity / BLOCK_SHARE;
  }

  /** Moves `kept` bytes from offset `from` to the front and makes room for `room` more. */
  reserve(from: number, kept: number, room: number): void {
    if (kept + room > this.#capacity) this.#grow(from, kept, kept + room);
    else if (from > 0) this.#memory.bytes.copyWithin(this.area, this.area + from, this.area + from + kept);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    freeing.unregister(this);
    for (const block of this.#blocks()) this.#memory.free(block);
  }

  #grow(from: number, kept: number, needed: number): void {
    const old = this.#blocks().slice(2);
    const source = this.area + from;
    this.#capacity = 2 ** Math.ceil(Math.log2(Math.max(needed + 2 * MARGIN, 1 << 16))) - 2 * MARGIN;
    this.#block = this.#memory.allocate(this.#capacity + 2 * MARGIN);
    this.starts = this.#memory.allocate(4 * this.#capacity + MARGIN);
    this.ends = this.#memory.allocate(4 * this.#capacity + MARGIN);
    this.recordEnds = this.#memory.allocate(4 * this.#capacity + MARGIN);
    this.highBlocks = this.#memory.allocate((2 * this.#capacity) / BLOCK_SHARE);
    this.#memory.bytes.fill(0, this.#block, this.area);
    this.#memory.bytes.copyWithin(this.area, source, source + kept);
    for (const block of old) this.#memory.free(block);
    this.#watch();
  }

  #blocks(): number[] {
    return [this.scan, this.incidents, this.#block, this.starts, this.ends, this.recordEnds, this.highBlocks];
  }

  /** Has the blocks freed when nothing refers to the tokenizer or its chunks any more. */
  #watch(): void {
    freeing.unregister(this);
    freeing.register(this, { memory: this.#memory, blocks: this.#blocks() }, this);
  }
}

const freeing = new FinalizationRegistry<{ readonly memory: KernelMemory; readonly blocks: readonly number[] }>(({ memory, blocks }) => {
  for (const block of blocks) memory.free(block);
});
