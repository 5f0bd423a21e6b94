import type { JsonCellViews } from '../core/jsonLines.ts';
import type { KernelMemory } from './memory.ts';

/** Bytes after a text that may be read. */
const MARGIN = 64;

/** The lists that JSON records are taken apart into. They have room for all cells a text may have, which costs addresses, and memory where it is used. */
export class JsonLists {
  readonly #memory: KernelMemory;
  #length = -1;
  starts = 0;
  ends = 0;
  columns = 0;
  escaped = 0;
  recordEnds = 0;
  recordStarts = 0;
  recordStops = 0;
  /** A copy of the text with escapes resolved, and where cells start in it. */
  copy = 0;
  copyStarts = 0;

  constructor(memory: KernelMemory) {
    this.#memory = memory;
  }

  /** Makes room for a text of so many bytes. What was in the lists is lost if they had to grow. */
  reserve(length: number): void {
    if (length <= this.#length) return;
    this.free();
    this.#length = length;
    // A record takes a byte at least, its line end; one with a cell takes two, and so does each cell.
    const cells = 4 * ((length >>> 1) + 16);
    const records = 4 * (length + 16);
    const block = (size: number): number => this.#memory.allocate(size);
    [this.starts, this.ends, this.columns, this.escaped, this.copyStarts] = [block(cells), block(cells), block(cells), block(cells), block(cells)];
    [this.recordEnds, this.recordStarts, this.recordStops] = [block(records), block(records), block(records)];
    this.copy = block(length + MARGIN);
  }

  views(cells: number, records: number): JsonCellViews {
    const view = (at: number, length: number): Uint32Array => this.#memory.wordView(at, length);
    return {
      starts: view(this.starts, cells), ends: view(this.ends, cells), columns: view(this.columns, cells), recordEnds: view(this.recordEnds, records),
      recordStarts: view(this.recordStarts, records), recordStops: view(this.recordStops, records),
    };
  }

  free(): void {
    const { starts, ends, columns, escaped, copyStarts, recordEnds, recordStarts, recordStops, copy } = this;
    for (const block of [starts, ends, columns, escaped, copyStarts, recordEnds, recordStarts, recordStops, copy]) this.#memory.free(block);
    this.#length = -1;
  }
}
