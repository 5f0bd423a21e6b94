import type { Chunk } from '../../core/chunk.ts';
import { NONE } from './page.ts';
import type { Page } from './pages.ts';
import type { Texts } from './texts.ts';

/** Quotes tell text from numbers; within, they are doubled. */
const QUOTE = 34;
/** A text up to this long is copied byte by byte, which is quicker than a call. */
const SHORT = 32;

/**
 * The cells of a chunk, put together column by column. Rows that hold the same value of a dictionary share its text, so that most of a table is written
 * once a chunk.
 */
export class CellGrid {
  readonly #rows: Uint32Array;
  readonly #columns: number;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #hasNonAscii = false;
  readonly #chunk = ++chunks;

  /** `rows`: those that have cells, counted from the first one of the chunk, in order. */
  constructor(rows: Uint32Array, columns: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#starts = new Uint32Array(rows.length * columns);
    this.#ends = new Uint32Array(rows.length * columns);
  }

  /**
   * Fills the cells of a column from the `from`-th row on, as far as the page has them; the chunk begins with row `first` of its group. Returns where it
   * stopped.
   */
  fill(column: number, from: number, page: Page, first: number): number {
    const rows = this.#rows;
    let to = from;
    while (to < rows.length && first + (rows[to] ?? 0) < page.end) to++;
    // Cells that are not there are empty, and empty cells begin and end at 0.
    if (page.values === 'lost' || page.values === 'nulls') return to;
    const { codes, texts } = page.values;
    if (texts.hasNonAscii) this.#hasNonAscii = true;
    this.#write(column, from, to, codes, texts, first - page.first);
    return to;
  }

  /** Writes the cells of some rows; the first row of the chunk is row `base` of the page. This is where reading spends its time: all it needs is at hand. */
  #write(column: number, from: number, to: number, codes: Uint32Array | undefined, texts: Texts, base: number): void {
    const rows = this.#rows;
    const [starts, ends, step, chunk] = [this.#starts, this.#ends, this.#columns, this.#chunk];
    const { starts: textStarts, ends: textEnds, placed } = texts;
    const { chunk: placedIn, start: placedAt } = placed;
    for (let i = from, cell = from * step + column; i < to; i++, cell += step) {
      const row = base + (rows[i] ?? 0);
      const code = codes ? (codes[row] ?? NONE) : row;
      if (code === NONE) continue;
      const start = placedIn[code] === chunk ? (placedAt[code] ?? 0) : this.#place(texts, code);
      starts[cell] = start;
      ends[cell] = start + (textEnds[code] ?? 0) - (textStarts[code] ?? 0);
    }
  }

  /** The chunk, all of whose `records` rows are there, with or without cells. */
  chunk(records: number, firstRecord: number, offset: number): Chunk {
    const columns = new Uint32Array(this.#starts.length);
    const width = this.#columns;
    for (let column = 0; column < width; column++) for (let i = column; i < columns.length; i += width) columns[i] = column;
    const recordEnds = new Uint32Array(records);
    for (let record = 0, kept = 0; record < records; record++) {
      if (this.#rows[kept] === record) kept++;
      recordEnds[record] = kept * this.#columns;
    }
    const incidents = { list: [], total: 0, controls: 0, carriageReturns: 0, hasNonAscii: this.#hasNonAscii, invalidUtf8: -1 };
    const bytes = this.#bytes.subarray(0, this.#length);
    return { bytes, firstRecord, offset, records, recordEnds, starts: this.#starts, ends: this.#ends, columns, quote: QUOTE, lineBreaks: 0, incidents };
  }

  /** Copies a text into the chunk and notes where. */
  #place({ bytes, starts, ends, placed }: Texts, code: number): number {
    const [start, end] = [starts[code] ?? 0, ends[code] ?? 0];
    const at = this.#length;
    this.#reserve(end - start);
    const to = this.#bytes;
    if (end - start > SHORT) to.set(bytes.subarray(start, end), at);
    else for (let i = start; i < end; i++) to[at + i - start] = bytes[i] ?? 0;
    this.#length += end - start;
    placed.chunk[code] = this.#chunk;
    placed.start[code] = at;
    return at;
  }

  #reserve(room: number): void {
    if (this.#length + room <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + room));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Chunks there have been, so that no two have the same number. */
let chunks = 0;
