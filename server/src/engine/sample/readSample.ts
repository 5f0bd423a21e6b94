import type { Chunk } from '../../core/chunk.ts';
import { cellsOf, cellStart } from '../../core/chunk.ts';
import { CELL_CLASSES } from '../../core/kernel.ts';
import type { Summarizer } from '../../core/kernel.ts';
import { PAIR_COLUMNS, SAMPLE_ROWS } from '../../core/sample.ts';
import type { SampleColumn, TableSample } from '../../core/sample.ts';
import type { TableSummary } from '../../core/summary.ts';
import type { Readable } from '../chunkIndex.ts';
import type { Scan } from '../scan.ts';
import { chooseRows } from './chooseRows.ts';
import { Gatherer } from './gather.ts';

/** Bytes of records shown to the kernel at a time. */
const SLAB = 256 * 1024;
/** Bytes of cells a sample may have; where rows are long it has fewer. */
const MOST_BYTES = 32 * 1024 * 1024;
const MISSING = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');

/** Reads the sample of a scanned table. `target` is sampled wherever it stands. */
export async function readSample(scan: Pick<Scan, 'summary' | 'summarizer' | 'index' | 'rows'>, readable: Readable, target: number | undefined): Promise<TableSample> {
  const { columns: { length: width } } = scan.summary;
  const chosen = chooseRows(scan.rows, rowsWithin(scan.summary));
  const builder = new SampleBuilder(chosen.length, sampledColumns(width, target), scan.summarizer);
  await scan.index.visitRows(readable, [...chosen], (row, chunk, record) => {
    if (!isBlank(chunk, record, width)) builder.add(row, chunk, record);
  });
  return builder.build(chosen.length === scan.rows);
}

/** How many rows of usual length are within the budget of bytes: a matter of the cells alone, whatever the encoding. */
function rowsWithin({ records, columns }: TableSummary): number {
  const bytes = columns.reduce((sum, { cells, missing, length }) => sum + (cells - missing) * length.mean, 0);
  return Math.min(SAMPLE_ROWS, Math.max(1, Math.floor(MOST_BYTES / Math.max(1, bytes / Math.max(1, records)))));
}

function sampledColumns(width: number, target: number | undefined): readonly number[] {
  const first = Array.from({ length: Math.min(width, PAIR_COLUMNS) }, (_, i) => i);
  return target === undefined || target < first.length ? first : [...first, target];
}

/** A line without any cell but an empty one is no row where the table has several columns. */
function isBlank(chunk: Chunk, record: number, width: number): boolean {
  const [from, to] = cellsOf(chunk, record);
  if (width < 2 || to - from !== 1) return false;
  const length = (chunk.ends[from] ?? 0) - cellStart(chunk, from);
  return length === 0 || (length === 1 && chunk.bytes[cellStart(chunk, from)] === 13);
}

/** Fills the columns slab by slab. */
class SampleBuilder {
  readonly #gatherer = new Gatherer();
  readonly #columns: ReadonlyMap<number, BuiltColumn>;
  readonly #summarizer: Summarizer;
  readonly #rows: Uint32Array;
  #added = 0;
  #filled = 0;

  constructor(rows: number, columns: readonly number[], summarizer: Summarizer) {
    this.#rows = new Uint32Array(rows);
    this.#summarizer = summarizer;
    this.#columns = new Map(columns.map(index => [index, new BuiltColumn(rows)]));
  }

  add(row: number, chunk: Chunk, record: number): void {
    this.#gatherer.add(chunk, record);
    this.#rows[this.#added++] = row;
    if (this.#gatherer.length >= SLAB) this.#fill();
  }

  build(whole: boolean): TableSample {
    this.#fill();
    const columns = new Map([...this.#columns].map(([index, column]) => [index, column.cut(this.#filled)]));
    return { rows: this.#rows.slice(0, this.#filled), whole, column: index => columns.get(index) };
  }

  #fill(): void {
    const chunk = this.#gatherer.take();
    if (!chunk) return;
    for (const [index, column] of this.#columns) column.add(this.#summarizer.cells(chunk, index), this.#filled);
    this.#filled += chunk.records;
  }
}

/** Numbers, and hashes until somebody wants codes. */
class BuiltColumn {
  readonly #numbers: Float64Array;
  readonly #hashes: Uint32Array;
  readonly #present: Uint8Array;

  constructor(rows: number) {
    this.#numbers = new Float64Array(rows);
    this.#hashes = new Uint32Array(2 * rows);
    this.#present = new Uint8Array(rows);
  }

  add({ numbers, hashes, classes }: ReturnType<Summarizer['cells']>, at: number): void {
    this.#numbers.set(numbers, at);
    this.#hashes.set(hashes, 2 * at);
    classes.forEach((code, i) => { this.#present[at + i] = code === MISSING || code === ABSENT ? 0 : 1; });
  }

  cut(rows: number): SampleColumn {
    return new HashedColumn(this.#numbers.slice(0, rows), this.#hashes.slice(0, 2 * rows), this.#present.slice(0, rows));
  }
}

class HashedColumn implements SampleColumn {
  readonly present: number;
  readonly numeric: number;
  readonly numbers: Float64Array;
  readonly #hashes: Uint32Array;
  readonly #isPresent: Uint8Array;
  #coded: { readonly codes: Int32Array; readonly levels: number } | undefined;

  constructor(numbers: Float64Array, hashes: Uint32Array, isPresent: Uint8Array) {
    this.numbers = numbers;
    this.#hashes = hashes;
    this.#isPresent = isPresent;
    this.present = isPresent.reduce((sum, one) => sum + one, 0);
    this.numeric = numbers.reduce((sum, number) => sum + (Number.isNaN(number) ? 0 : 1), 0);
  }

  get codes(): Int32Array {
    return this.#code().codes;
  }

  get levels(): number {
    return this.#code().levels;
  }

  #code(): { readonly codes: Int32Array; readonly levels: number } {
    this.#coded ??= code(this.#hashes, this.#isPresent);
    return this.#coded;
  }
}

/** 53 of the 64 bits of a hash tell the values of a sample apart: one number is one key. */
function code(hashes: Uint32Array, isPresent: Uint8Array): { readonly codes: Int32Array; readonly levels: number } {
  const known = new Map<number, number>();
  const codes = new Int32Array(isPresent.length).fill(-1);
  isPresent.forEach((present, i) => {
    if (present === 0) return;
    const key = (hashes[2 * i] ?? 0) + ((hashes[2 * i + 1] ?? 0) & 0x1fffff) * 2 ** 32;
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    codes[i] = found;
  });
  return { codes, levels: known.size };
}
