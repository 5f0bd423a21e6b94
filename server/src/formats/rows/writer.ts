import type { Chunk } from '../../core/chunk.ts';
import { CellList } from '../jsonText/cells.ts';

/** Quotes tell text from numbers, as in JSON; within, they are doubled. */
const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;
const TAB = 9;
const MINUS = 45;
const ZERO = 48;
/** Digits of 2^53. */
const MOST_DIGITS = 16;

const encoder = new TextEncoder();

/** Cells without rows. Each ends where it ends in `bytes`; quotes of texts are part of them. */
export interface RenderedCells {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hasNonAscii: boolean;
}

/** Renders rows of values into chunks: UTF-8 that nobody sees, a line a row. One writer is used for all chunks of a pass. */
export class RowWriter {
  #bytes = new Uint8Array(1 << 18);
  #length = 0;
  #controls = 0;
  #returns = 0;
  #breaks = 0;
  #hasNonAscii = false;
  readonly #cells = new CellList();

  /** Bytes of the chunk so far. */
  get length(): number {
    return this.#length;
  }

  /** Begins the next chunk; the last one is invalid from here on. */
  begin(): void {
    this.#length = this.#controls = this.#returns = this.#breaks = 0;
    this.#hasNonAscii = false;
    this.#cells.clear();
  }

  /** A value that is not there. */
  empty(column: number): void {
    this.#reserve(1);
    this.#end(this.#length, column);
  }

  /** A number, boolean, date or nested value. */
  plain(text: string, column: number): void {
    const start = this.#length;
    this.#reserve(3 * text.length + 1);
    this.#put(text);
    this.#end(start, column);
  }

  /** Text, which is no number whatever it looks like. */
  text(text: string, column: number): void {
    const start = this.#length;
    const content = text.includes('"') ? text.replaceAll('"', '""') : text;
    this.#reserve(3 * content.length + 3);
    this.#bytes[this.#length++] = QUOTE;
    this.#put(content);
    this.#bytes[this.#length++] = QUOTE;
    this.#end(start, column);
  }

  /** A whole number that a double holds exactly. */
  integer(value: number): void {
    const start = this.#length;
    this.#reserve(MOST_DIGITS + 2);
    if (value < 0) this.#bytes[this.#length++] = MINUS;
    let rest = Math.abs(value);
    let size = 1;
    for (let power = 10; power <= rest; power *= 10) size++;
    for (let at = this.#length + size - 1; at >= this.#length; at--) {
      const next = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - 10 * next;
      rest = next;
    }
    this.#length += size;
    this.#end(start, 0);
  }

  /** Text that is well-formed UTF-8 already. */
  utf8(from: Uint8Array, start: number, end: number): void {
    const open = this.#length;
    this.#reserve(2 * (end - start) + 3);
    const bytes = this.#bytes;
    let to = this.#length;
    bytes[to++] = QUOTE;
    let all = 0;
    for (let i = start; i < end; i++) {
      const byte = from[i] ?? 0;
      all |= byte;
      bytes[to++] = byte;
      if (byte === QUOTE) bytes[to++] = QUOTE;
    }
    if (all >= 0x80) this.#hasNonAscii = true;
    bytes[to++] = QUOTE;
    this.#length = to;
    this.#end(open, 0);
  }

  /** A copy of the cells since `begin`. */
  rendered(): RenderedCells {
    const { starts, ends } = this.#cells.views();
    return { bytes: this.#bytes.slice(0, this.#length), starts: starts.slice(), ends: ends.slice(), hasNonAscii: this.#hasNonAscii };
  }

  /** Ends a row; one without a cell is a row nobody looks at. */
  endRecord(start: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = LF;
    this.#breaks++;
    this.#cells.endRecord(start, this.#length - 1);
  }

  /** The rows so far; valid until `begin`. */
  chunk(firstRecord: number, offset: number): Chunk {
    const { starts, ends, columns, recordEnds } = this.#cells.views();
    const incidents = { list: [], total: 0, controls: this.#controls, carriageReturns: this.#returns, hasNonAscii: this.#hasNonAscii, invalidUtf8: -1 };
    return {
      bytes: this.#bytes.subarray(0, this.#length), firstRecord, offset, records: recordEnds.length, recordEnds, starts, ends, columns, quote: QUOTE,
      lineBreaks: this.#breaks, incidents,
    };
  }

  #end(start: number, column: number): void {
    this.#cells.add(start, this.#length, column);
    this.#bytes[this.#length++] = COMMA;
  }

  /** ASCII byte by byte, which most cells are made of, and the rest by the encoder. */
  #put(text: string): void {
    const bytes = this.#bytes;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code >= 0x80) {
        this.#hasNonAscii = true;
        this.#length += encoder.encodeInto(text.slice(i), bytes.subarray(this.#length)).written;
        return;
      }
      if (code < 0x20 && code !== TAB) this.#note(code);
      bytes[this.#length++] = code;
    }
  }

  #note(code: number): void {
    if (code === CR) this.#returns++;
    else if (code === LF) this.#breaks++;
    else this.#controls++;
  }

  #reserve(room: number): void {
    if (this.#length + room <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + room));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
