import type { JsonCells, JsonCellViews, ResolvedText } from '../../core/jsonLines.ts';
import { unescape } from './unescape.ts';

/** The cells of a chunk while it is put together. Its arrays grow and are used again for the next one. */
export class CellList implements JsonCells {
  count = 0;
  records = 0;
  #starts = new Uint32Array(1 << 14);
  #ends = new Uint32Array(1 << 14);
  #columns = new Uint32Array(1 << 14);
  #recordEnds = new Uint32Array(1 << 12);
  #recordStarts = new Uint32Array(1 << 12);
  #recordStops = new Uint32Array(1 << 12);
  /** Cells whose strings have escapes. */
  readonly #escaped: number[] = [];

  clear(): void {
    this.count = 0;
    this.records = 0;
    this.#escaped.length = 0;
  }

  add(start: number, end: number, column: number, escaped = false): void {
    if (escaped) this.#escaped.push(this.count);
    if (this.count === this.#ends.length) this.#growCells();
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#columns[this.count++] = column;
  }

  /** Ends a record that lies at `[start, stop)`. */
  endRecord(start: number, stop: number): void {
    if (this.records === this.#recordEnds.length) this.#growRecords();
    this.#recordStarts[this.records] = start;
    this.#recordStops[this.records] = stop;
    this.#recordEnds[this.records++] = this.count;
  }

  resolve(text: Uint8Array): ResolvedText | undefined {
    if (this.#escaped.length === 0) return undefined;
    const bytes = text.slice();
    const starts = this.#starts.slice(0, this.count);
    for (const cell of this.#escaped) starts[cell] = unescape(bytes, starts[cell] ?? 0, this.#ends[cell] ?? 0);
    return { bytes, starts, hasNonAscii: bytes.some(byte => byte > 127) };
  }

  /** Valid until `clear`. */
  views(): JsonCellViews {
    const { count, records } = this;
    return {
      starts: this.#starts.subarray(0, count), ends: this.#ends.subarray(0, count), columns: this.#columns.subarray(0, count),
      recordEnds: this.#recordEnds.subarray(0, records), recordStarts: this.#recordStarts.subarray(0, records), recordStops: this.#recordStops.subarray(0, records),
    };
  }

  #growCells(): void {
    [this.#starts, this.#ends, this.#columns] = [larger(this.#starts), larger(this.#ends), larger(this.#columns)];
  }

  #growRecords(): void {
    [this.#recordEnds, this.#recordStarts, this.#recordStops] = [larger(this.#recordEnds), larger(this.#recordStarts), larger(this.#recordStops)];
  }
}

function larger(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(2 * array.length);
  grown.set(array);
  return grown;
}
