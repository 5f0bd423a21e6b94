import type { Chunk, Incidents } from '../../core/chunk.ts';
import { cellsOf, cellStart } from '../../core/chunk.ts';

const LF = 10;
const NO_INCIDENTS: Incidents = { list: [], total: 0, controls: 0, carriageReturns: 0, hasNonAscii: true, invalidUtf8: -1 };

/** Copies single records of many chunks into one chunk, so that the kernel can look at them together. */
export class Gatherer {
  readonly #recordEnds: number[] = [];
  readonly #ends: number[] = [];
  readonly #starts: number[] = [];
  readonly #columns: number[] = [];
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #like: Chunk | undefined;

  get length(): number {
    return this.#length;
  }

  get records(): number {
    return this.#recordEnds.length;
  }

  add(chunk: Chunk, record: number): void {
    const [first, end] = cellsOf(chunk, record);
    const [from, to] = extentOf(chunk, first, end);
    const shift = this.#length - from;
    for (let cell = first; cell < end; cell++) {
      this.#ends.push((chunk.ends[cell] ?? 0) + shift);
      if (chunk.starts) this.#starts.push((chunk.starts[cell] ?? 0) + shift);
      if (chunk.columns) this.#columns.push(chunk.columns[cell] ?? 0);
    }
    this.#recordEnds.push(this.#ends.length);
    this.#copy(chunk.bytes.subarray(from, Math.min(to + 1, chunk.bytes.length)), to + 1 - from);
    this.#like = chunk;
  }

  /** What was gathered since the last call, as a chunk; `undefined` where there is nothing. */
  take(): Chunk | undefined {
    const like = this.#like;
    if (!like) return undefined;
    const chunk: Chunk = {
      bytes: this.#bytes.slice(0, this.#length), firstRecord: 0, offset: 0, records: this.records, lineBreaks: 0, quote: like.quote, incidents: NO_INCIDENTS,
      recordEnds: Uint32Array.from(this.#recordEnds), ends: Uint32Array.from(this.#ends),
      ...(like.starts && { starts: Uint32Array.from(this.#starts) }),
      ...(like.columns && { columns: Uint32Array.from(this.#columns) }),
    };
    for (const list of [this.#recordEnds, this.#ends, this.#starts, this.#columns]) list.length = 0;
    this.#length = 0;
    this.#like = undefined;
    return chunk;
  }

  /** Every record ends with one byte more: its own terminator, or a line feed where the file ended without one. */
  #copy(bytes: Uint8Array, length: number): void {
    while (this.#length + length > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    if (bytes.length < length) this.#bytes[this.#length + length - 1] = LF;
    this.#length += length;
  }
}

/** Bytes of a record: from its first cell to the byte that ends its last. Cells that do not touch may stand in any order. */
function extentOf(chunk: Chunk, first: number, end: number): readonly [from: number, to: number] {
  if (first >= end) return [0, -1];
  if (!chunk.starts) return [cellStart(chunk, first), chunk.ends[end - 1] ?? 0];
  let [from, to] = [Infinity, 0];
  for (let cell = first; cell < end; cell++) {
    from = Math.min(from, chunk.starts[cell] ?? 0);
    to = Math.max(to, chunk.ends[cell] ?? 0);
  }
  return [from, to];
}
