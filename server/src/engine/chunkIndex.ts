import { cellsOf } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import { CELLS_ONLY } from '../core/format.ts';
import type { CellLocator, Format, Source } from '../core/format.ts';
import type { Kernel } from '../core/kernel.ts';
import type { Place, TextRange } from '../core/place.ts';
import type { Reading } from '../core/reading.ts';
import type { LinedStretch, Lines, PartChunk, RecordMarks, Scanner } from '../core/scanner.ts';
import { firstAbove } from '../util/search.ts';
import { type Control, goesOn } from './pass.ts';

/** What is needed to read one table again. */
export interface Readable {
  readonly kernel: Kernel;
  readonly format: Format;
  readonly source: Source;
  readonly reading: Reading;
  /** Threads that may help with a pass over all of it, the caller closes each; left out where it is small, or of a kind that is read from its beginning. */
  readonly helpers?: () => Promise<readonly Scanner[] | undefined>;
}

interface Entry {
  readonly record: number;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly marks?: RecordMarks | undefined;
}

/** Takes a row with the chunk that holds it, its record there, and the chunk's locator. */
export type RowVisitor = (row: number, chunk: Chunk, record: number, locator: CellLocator) => void;

/** Takes a row with the chunk that holds it and its record there. */
export type CellVisitor = (row: number, chunk: Chunk, record: number) => void;

const START: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where every chunk begins: finds single rows again without reading the whole file. */
export class ChunkIndex {
  readonly #entries: Entry[] = [];
  readonly #records: number[] = [];
  #line: number;
  #open = false;
  #isPlain = true;

  /** `firstLine`: the physical line the first record starts at. */
  constructor(readonly firstLine: number) {
    this.#line = firstLine;
  }

  /** Notes the next chunk of the first pass. One that goes on inside a record that was cut is read again with the chunk that cut it. */
  note({ record, offset, length, lines, plain, open, marks }: PartChunk): void {
    const last = this.#entries.at(-1);
    if (this.#open && last) {
      this.#entries.splice(-1, 1, { ...last, length: last.length + length, marks: undefined });
    } else {
      this.#entries.push({ record, offset, length, line: this.#line, marks });
      this.#records.push(record);
    }
    this.#line += lines;
    this.#open = open;
    this.#isPlain &&= plain;
  }

  /** Those of the whole table: where no carriage return stands alone, its bytes need not be searched for one. */
  get lines(): Lines {
    return { line: this.firstLine, plain: this.#isPlain };
  }

  /** Reads again the chunks that hold the given rows, each once, in file order. False when cancelled before the end. */
  async visitRows(readable: Readable, rows: readonly number[], visit: RowVisitor, control: Control = {}): Promise<boolean> {
    for (const [index, group] of groupRows(rows, this.#records)) {
      const entry = this.#entries[index];
      if (entry) await this.#readAgain(readable, entry, group, visit);
      if (!await goesOn(control)) return false;
    }
    return true;
  }

  /** Shows the given rows without where they stand in the text, which spares reading what lies between them. False when cancelled before the end. */
  async visitCells(readable: Readable, rows: readonly number[], visit: CellVisitor, control: Control = {}): Promise<boolean> {
    for (const [index, group] of groupRows(rows, this.#records)) {
      const entry = this.#entries[index];
      for (const [piece, wanted] of entry ? piecesOf(entry, group) : []) await this.#readAgain(readable, piece, wanted, visit);
      if (!await goesOn(control)) return false;
    }
    return true;
  }

  /** Shows the chunks that hold given offsets of the text, each offset with its chunk. */
  async visitOffsets(readable: Readable, offsets: readonly number[], visit: (offset: number, chunk: Chunk) => void): Promise<void> {
    const starts = this.#entries.map(({ offset }) => offset);
    for (const [index, group] of groupRows(offsets, starts)) {
      const entry = this.#entries[index];
      if (entry) await forEachAgain(readable, entry, [], chunk => {
        for (const at of group) if (at >= chunk.offset && at < chunk.offset + chunk.bytes.length) visit(at, chunk);
        return true;
      });
    }
  }

  /** Where the chunk that holds a row begins in the text. */
  offsetOf(row: number): number | undefined {
    return this.#entries[firstAbove(this.#records, row) - 1]?.offset;
  }

  /** All noted chunks in runs of about so many bytes, each of which can be read alone. */
  stretches(bytes: number): readonly LinedStretch[] {
    const runs: { offset: number; record: number; length: number; line: number; plain: boolean }[] = [];
    for (const { offset, record, length, line } of this.#entries) {
      const last = runs.at(-1);
      if (last && last.length < bytes) last.length = offset + length - last.offset;
      else runs.push({ offset, record, length, line, plain: this.#isPlain });
    }
    return runs;
  }

  /** Text ranges of places, for those that lie in rows or outside of them; other places are at the start of the file. When cancelled, some are missing. */
  async locate(readable: Readable, places: readonly Place[], control: Control = {}): Promise<ReadonlyMap<Place, TextRange>> {
    const ranges = new Map<Place, TextRange>();
    const byRow = new Map<number, Place[]>();
    for (const place of places) {
      ranges.set(place, place.at === 'outside' ? place.range : START);
      if ('row' in place) byRow.set(place.row, [...(byRow.get(place.row) ?? []), place]);
    }
    await this.visitRows(readable, [...byRow.keys()], (row, chunk, record, locator) => {
      for (const place of byRow.get(row) ?? []) ranges.set(place, rangeOf(place, chunk, record, locator));
    }, control);
    return ranges;
  }

  /** Shows some rows of one noted chunk, in order. It may come in parts now, since it began with what the chunk before it had left over. */
  async #readAgain(readable: Readable, entry: Entry, rows: readonly number[], visit: RowVisitor): Promise<void> {
    let line = entry.line;
    let waiting = rows;
    await forEachAgain(readable, entry, rows, chunk => {
      const { firstRecord, records } = chunk;
      const locator = readable.format.locator(chunk, line);
      const here = waiting.filter(row => row < firstRecord + records);
      for (const row of here) visit(row, chunk, row - firstRecord, locator);
      waiting = waiting.slice(here.length);
      line = this.#isPlain ? line + chunk.lineBreaks : locator.nextLine;
      return waiting.length > 0;
    });
  }
}

/** Range of a place whose row is record `record` of the chunk. */
export function rangeOf(place: Place, chunk: Chunk, record: number, locator: CellLocator): TextRange {
  if (place.at === 'text') return locator.text(record, place.start, place.end);
  const cell = 'column' in place ? cellAt(chunk, record, place.column) : -1;
  if (cell === -1) return locator.record(record);
  if (place.at !== 'span') return locator.cell(cell);
  return locator.part(cell, place.start, place.end);
}

/** Index of the cell of a record in a column, -1 when the record has none there; the last one where it has several, as for the kernel. */
export function cellAt(chunk: Chunk, record: number, column: number): number {
  const [from, to] = cellsOf(chunk, record);
  if (!chunk.columns) return from + column < to ? from + column : -1;
  const found = chunk.columns.subarray(from, to).lastIndexOf(column);
  return found === -1 ? -1 : from + found;
}

function groupRows(rows: readonly number[], starts: readonly number[]): readonly (readonly [number, readonly number[]])[] {
  const groups: (readonly [number, number[]])[] = [];
  let [next, group]: [number, number[]] = [-Infinity, []];
  for (const row of inOrder(rows)) {
    if (row >= next) {
      const above = firstAbove(starts, row);
      next = starts[above] ?? Infinity;
      groups.push([above - 1, group = []]);
    }
    group.push(row);
  }
  return groups;
}

/** Rows of a sample come in order: then a list of thousands need not be sorted. */
function inOrder(rows: readonly number[]): readonly number[] {
  return rows.every((row, i) => i === 0 || (rows[i - 1] ?? 0) <= row) ? rows : [...rows].sort((a, b) => a - b);
}

/** The parts of a chunk between its marks that hold the given rows, each with its rows; neighbours are one part. Their lines are unknown. */
function piecesOf(entry: Entry, rows: readonly number[]): readonly (readonly [Entry, readonly number[]])[] {
  const { marks, record, offset, length } = entry;
  if (!marks) return [[entry, rows]];
  const pieces: { readonly from: number; to: number; readonly rows: number[] }[] = [];
  for (const row of rows) {
    const mark = Math.floor((row - record) / marks.stride);
    const last = pieces.at(-1);
    if (last && mark <= last.to + 1) {
      last.to = mark;
      last.rows.push(row);
    } else pieces.push({ from: mark, to: mark, rows: [row] });
  }
  return pieces.map(({ from, to, rows: held }) => {
    const start = marks.starts[from] ?? 0;
    const end = marks.starts[to + 1] ?? length;
    return [{ record: record + from * marks.stride, offset: offset + start, length: end - start, line: 0 }, held] as const;
  });
}

/** Shows one noted chunk, in as many parts as it comes in now, until `visit` has seen enough. `rows`: those it is about, where that is known. */
async function forEachAgain({ kernel, format, source, reading }: Readable, entry: Entry, rows: readonly number[], visit: (chunk: Chunk) => boolean): Promise<void> {
  const reader = format.reader(kernel, source, reading, { offset: entry.offset, record: entry.record, length: entry.length, ...(rows.length > 0 && { rows: new Set(rows) }) }, CELLS_ONLY);
  try {
    for (let chunk = await reader.next(); chunk && visit(chunk); chunk = await reader.next());
  } finally {
    reader.dispose();
  }
}
