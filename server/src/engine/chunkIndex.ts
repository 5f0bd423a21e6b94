import { cellsOf, cellStart } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import type { CellLocator, Format, Source } from '../core/format.ts';
import type { Kernel } from '../core/kernel.ts';
import type { Place, TextRange } from '../core/place.ts';
import type { Reading } from '../core/reading.ts';
import { firstAbove } from '../util/search.ts';

/** What is needed to read one table again. */
export interface Readable {
  readonly kernel: Kernel;
  readonly format: Format;
  readonly source: Source;
  readonly reading: Reading;
}

interface Entry {
  readonly record: number;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

const START: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Where every chunk begins: finds single rows again without reading the whole file. */
export class ChunkIndex {
  readonly #entries: Entry[] = [];
  readonly #records: number[] = [];
  #line: number;

  /** `line`: the physical line the first record starts at. */
  constructor(line: number) {
    this.#line = line;
  }

  /** Notes the next chunk of the first pass. */
  note(chunk: Chunk, format: Format): void {
    this.#entries.push({ record: chunk.firstRecord, offset: chunk.offset, length: chunk.bytes.length, line: this.#line });
    this.#records.push(chunk.firstRecord);
    this.#line = format.locator(chunk, this.#line).nextLine;
  }

  /** Line the chunk that begins with this record starts at. */
  lineOf(record: number): number {
    return this.#entries[firstAbove(this.#records, record) - 1]?.line ?? 0;
  }

  /** Reads again the chunks that hold the given rows, each once, in file order. */
  async visitRows(readable: Readable, rows: readonly number[], visit: (row: number, chunk: Chunk, record: number, locator: CellLocator) => void): Promise<void> {
    for (const [index, group] of groupRows(rows, this.#records)) {
      const entry = this.#entries[index];
      if (!entry) continue;
      const chunk = await readAgain(readable, entry);
      if (!chunk) continue;
      const locator = readable.format.locator(chunk, entry.line);
      for (const row of group) {
        if (row - entry.record < chunk.records) visit(row, chunk, row - entry.record, locator);
      }
    }
  }

  /** Text ranges of places, for those that lie in rows; other places are at the start of the file. */
  async locate(readable: Readable, places: readonly Place[]): Promise<ReadonlyMap<Place, TextRange>> {
    const ranges = new Map<Place, TextRange>();
    const byRow = new Map<number, Place[]>();
    for (const place of places) {
      ranges.set(place, START);
      if ('row' in place) byRow.set(place.row, [...(byRow.get(place.row) ?? []), place]);
    }
    await this.visitRows(readable, [...byRow.keys()], (row, chunk, record, locator) => {
      for (const place of byRow.get(row) ?? []) ranges.set(place, rangeOf(place, chunk, record, locator));
    });
    return ranges;
  }
}

/** Range of a place whose row is record `record` of the chunk. */
export function rangeOf(place: Place, chunk: Chunk, record: number, locator: CellLocator): TextRange {
  const cell = 'column' in place ? cellAt(chunk, record, place.column) : -1;
  if (cell === -1) return locator.record(record);
  if (place.at !== 'span') return locator.cell(cell);
  const start = cellStart(chunk, cell);
  return locator.bytes(start + place.start, start + place.end);
}

/** Index of the cell of a record in a column, -1 when the record has none there. */
export function cellAt(chunk: Chunk, record: number, column: number): number {
  const [from, to] = cellsOf(chunk, record);
  if (!chunk.columns) return from + column < to ? from + column : -1;
  const found = chunk.columns.subarray(from, to).indexOf(column);
  return found === -1 ? -1 : from + found;
}

function groupRows(rows: readonly number[], starts: readonly number[]): readonly (readonly [number, readonly number[]])[] {
  const groups = new Map<number, number[]>();
  for (const row of [...rows].sort((a, b) => a - b)) {
    const index = firstAbove(starts, row) - 1;
    const group = groups.get(index);
    if (group) group.push(row);
    else groups.set(index, [row]);
  }
  return [...groups];
}

async function readAgain({ kernel, format, source, reading }: Readable, entry: Entry): Promise<Chunk | undefined> {
  return format.reader(kernel, source, reading, { offset: entry.offset, record: entry.record, length: entry.length }).next();
}
