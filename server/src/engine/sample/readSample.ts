import type { Chunk } from '../../core/chunk.ts';
import { cellsOf, cellStart } from '../../core/chunk.ts';
import { CELL_CLASSES } from '../../core/kernel.ts';
import type { Summarizer } from '../../core/kernel.ts';
import { PAIR_COLUMNS, SAMPLE_ROWS } from '../../core/sample.ts';
import type { SampleColumn, TableSample } from '../../core/sample.ts';
import type { TableSummary } from '../../core/summary.ts';
import type { Readable } from '../chunkIndex.ts';
import type { Control } from '../pass.ts';
import type { Scan } from '../scan.ts';
import { hashAt } from '../splits/otherTable.ts';
import { chooseRows } from './chooseRows.ts';
import { Gatherer } from './gather.ts';

/** Bytes of records shown to the kernel at a time. */
const SLAB = 256 * 1024;
/** Bytes of cells a sample may have; where rows are long it has fewer. */
const MOST_BYTES = 32 * 1024 * 1024;
const MISSING = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');

/** A sample that turns its rows into columns when somebody asks for one. It holds records until it is closed; then it has no further columns. */
export interface OpenSample extends TableSample {
  close(): void;
}

/** Reads the sample of a scanned table. `target` is sampled wherever it stands. `undefined` when cancelled. */
export async function readSample(
  scan: Pick<Scan, 'summary' | 'summarizer' | 'index' | 'rows'>, readable: Readable, target: number | undefined, control: Control,
): Promise<OpenSample | undefined> {
  const { columns: { length: width } } = scan.summary;
  const chosen = chooseRows(scan.rows, rowsWithin(scan.summary));
  const records = new RecordList();
  const whole = await scan.index.visitCells(readable, [...chosen], (row, chunk, record) => {
    if (!isBlank(chunk, record, width)) records.add(row, chunk, record);
  }, control);
  return whole ? new SampledTable(records, { whole: chosen.length === scan.rows, width, target }, scan.summarizer) : undefined;
}

/** How many rows of usual length are within the budget of bytes: a matter of the cells alone, whatever the encoding. */
function rowsWithin({ records, columns }: TableSummary): number {
  const bytes = columns.reduce((sum, { cells, missing, length }) => sum + (cells - missing) * length.mean, 0);
  return Math.min(SAMPLE_ROWS, Math.max(1, Math.floor(MOST_BYTES / Math.max(1, bytes / Math.max(1, records)))));
}

/** A line without any cell but an empty one is no row where the table has several columns. */
function isBlank(chunk: Chunk, record: number, width: number): boolean {
  const [from, to] = cellsOf(chunk, record);
  if (width < 2 || to - from !== 1) return false;
  const length = (chunk.ends[from] ?? 0) - cellStart(chunk, from);
  return length === 0 || (length === 1 && chunk.bytes[cellStart(chunk, from)] === 13);
}

/** Records in slabs that the kernel can be shown. */
class RecordList {
  readonly slabs: Chunk[] = [];
  readonly rows: number[] = [];
  readonly #gatherer = new Gatherer();

  add(row: number, chunk: Chunk, record: number): void {
    this.#gatherer.add(chunk, record);
    this.rows.push(row);
    if (this.#gatherer.length >= SLAB) this.end();
  }

  end(): void {
    const slab = this.#gatherer.take();
    if (slab) this.slabs.push(slab);
  }
}

interface SampleShape {
  readonly whole: boolean;
  readonly width: number;
  readonly target: number | undefined;
}

class SampledTable implements OpenSample {
  readonly rows: Uint32Array;
  readonly whole: boolean;
  readonly #columns = new Map<number, SampleColumn>();
  readonly #shape: SampleShape;
  #open: { readonly slabs: readonly Chunk[]; readonly summarizer: Summarizer } | undefined;

  constructor(records: RecordList, shape: SampleShape, summarizer: Summarizer) {
    records.end();
    this.rows = Uint32Array.from(records.rows);
    this.whole = shape.whole;
    this.#shape = shape;
    this.#open = { slabs: records.slabs, summarizer };
  }

  column(index: number): SampleColumn | undefined {
    const known = this.#columns.get(index);
    const { width, target } = this.#shape;
    if (known || !this.#open || index >= width || (index >= PAIR_COLUMNS && index !== target)) return known;
    const column = readColumn(this.#open.slabs, this.rows.length, index, this.#open.summarizer);
    this.#columns.set(index, column);
    return column;
  }

  close(): void {
    this.#open = undefined;
    this.#columns.clear();
  }
}

function readColumn(slabs: readonly Chunk[], rows: number, index: number, summarizer: Summarizer): SampleColumn {
  const numbers = new Float64Array(rows);
  const hashes = new Uint32Array(2 * rows);
  const classes = new Uint8Array(rows);
  let at = 0;
  for (const slab of slabs) {
    const facts = summarizer.cells(slab, index);
    numbers.set(facts.numbers, at);
    hashes.set(facts.hashes, 2 * at);
    classes.set(facts.classes, at);
    at += slab.records;
  }
  return new HashedColumn(numbers, hashes, classes);
}

/** Numbers, and hashes until somebody wants codes. */
class HashedColumn implements SampleColumn {
  readonly present: number;
  readonly numeric: number;
  readonly numbers: Float64Array;
  readonly #hashes: Uint32Array;
  readonly #classes: Uint8Array;
  #coded: Coded | undefined;

  constructor(numbers: Float64Array, hashes: Uint32Array, classes: Uint8Array) {
    this.numbers = numbers;
    this.#hashes = hashes;
    this.#classes = classes;
    this.present = countOf(classes, isPresent);
    this.numeric = countOf(numbers, number => !Number.isNaN(number));
  }

  get codes(): Int32Array {
    return this.#code().codes;
  }

  get levels(): number {
    return this.#code().levels;
  }

  hashOf(code: number): bigint {
    return hashAt(this.#hashes, this.#code().firsts[code] ?? -1);
  }

  #code(): Coded {
    this.#coded ??= code(this.#hashes, this.#classes);
    return this.#coded;
  }
}

interface Coded {
  readonly codes: Int32Array;
  readonly levels: number;
  /** By code, where it was met first. */
  readonly firsts: Int32Array;
}

/** A table with open addressing: a map of the language takes ten times as long, and every column of a sample is coded. */
function code(hashes: Uint32Array, classes: Uint8Array): Coded {
  const codes = new Int32Array(classes.length).fill(-1);
  const firsts = new Int32Array(classes.length);
  const mask = 2 ** Math.ceil(Math.log2(2 * classes.length + 2)) - 1;
  const slots = new Int32Array(mask + 1);
  let levels = 0;
  for (let i = 0; i < codes.length; i++) {
    if (!isPresent(classes[i] ?? ABSENT)) continue;
    const [low, high] = [hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0];
    let slot = (low ^ high) & mask;
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const first = firsts[(slots[slot] ?? 1) - 1] ?? 0;
      if (hashes[2 * first] === low && hashes[2 * first + 1] === high) break;
    }
    if (slots[slot] === 0) {
      firsts[levels++] = i;
      slots[slot] = levels;
    }
    codes[i] = (slots[slot] ?? 1) - 1;
  }
  return { codes, levels, firsts };
}

const isPresent = (kind: number): boolean => kind !== MISSING && kind !== ABSENT;

function countOf(values: Uint8Array | Float64Array, holds: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (holds(value)) count++;
  return count;
}
