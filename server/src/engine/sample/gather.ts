import type { Chunk, Incidents } from '../../core/chunk.ts';
import { cellsOf, cellStart } from '../../core/chunk.ts';

const LINE_END = Uint8Array.of(10);
/** Bytes of a short cell. */
const SHORT = 32;
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
    if (chunk.starts) this.#addApart(chunk, first, end);
    else if (first < end) this.#addTouching(chunk, first, end);
    this.#recordEnds.push(this.#ends.length);
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

  /** Cells that touch go on touching: every record ends with one byte more, its own terminator, or a line feed where the file ended without one. */
  #addTouching(chunk: Chunk, first: number, end: number): void {
    const [from, to] = [cellStart(chunk, first), (chunk.ends[end - 1] ?? 0) + 1];
    const shift = this.#length - from;
    for (let cell = first; cell < end; cell++) {
      this.#ends.push((chunk.ends[cell] ?? 0) + shift);
      if (chunk.columns) this.#columns.push(chunk.columns[cell] ?? 0);
    }
    this.#copy(chunk.bytes, from, Math.min(to, chunk.bytes.length));
    if (to > chunk.bytes.length) this.#copy(LINE_END, 0, 1);
  }

  /** Cells that lie apart may stand anywhere, and records may share their texts: each cell is copied by itself. */
  #addApart({ bytes, starts, ends, columns }: Chunk, first: number, end: number): void {
    for (let cell = first; cell < end; cell++) {
      this.#starts.push(this.#length);
      this.#copy(bytes, starts?.[cell] ?? 0, ends[cell] ?? 0);
      this.#ends.push(this.#length);
      if (columns) this.#columns.push(columns[cell] ?? 0);
    }
  }

  #copy(from: Uint8Array, start: number, end: number): void {
    const length = end - start;
    while (this.#length + length > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    // A few bytes are copied sooner than a call is made.
    if (length > SHORT) this.#bytes.set(from.subarray(start, end), this.#length);
    else for (let i = 0; i < length; i++) this.#bytes[this.#length + i] = from[start + i] ?? 0;
    this.#length += length;
  }
}
