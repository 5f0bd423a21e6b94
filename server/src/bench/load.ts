import type { Chunk } from '../core/chunk.ts';
import { Unable } from '../core/compute.ts';
import type { Declared, Format, Source } from '../core/format.ts';
import type { Cancellation } from '../core/host.ts';
import { CELL_CLASSES, type CellFacts, type Kernel, type Summarizer, summarySize } from '../core/kernel.ts';
import { name, say } from '../core/message.ts';
import type { Reading } from '../core/reading.ts';
import { openTable } from '../engine/text/openTable.ts';
import { createRandom, type Random } from './random.ts';
import { MISSING, NUMERIC, type Table, type TableColumn, TEXT_BUDGET, TEXT_LENGTH, TEXT_LIMIT, UNLISTED } from './table.ts';

/** A file and what reads it. */
export interface TableSource {
  readonly fileName: string;
  readonly format: Format;
  readonly kernel: Kernel;
  readonly source: Source;
  readonly declared: Declared;
}

export interface LoadOptions {
  /** Which columns to keep, by name: with the text of every cell, or with numbers as numbers alone. */
  readonly keep: (name: string) => 'texts' | 'numbers' | undefined;
  readonly maxRows: number;
  /** Reading stops after so many bytes. */
  readonly maxBytes: number;
  readonly seed: number;
  readonly cancellation: Cancellation;
  readonly pause: () => Promise<void>;
}

/**
 * Reads a table into columns. Of more than `maxRows` rows a uniform sample is kept (reservoir sampling, seeded). Throws `Unable` where the file is not
 * a table.
 */
export async function loadTable(from: TableSource, options: LoadOptions): Promise<Table> {
  const { source, reading } = await open(from);
  const budget: Budget = { left: TEXT_BUDGET };
  const kept = reading.header.flatMap((column, index) => {
    const how = options.keep(column);
    return how === undefined ? [] : [{ index, builder: createBuilder(column, how === 'texts', budget) }];
  });
  const reservoir = createReservoir(Math.max(1, Math.min(options.maxRows, Math.floor(CELL_BUDGET / Math.max(1, kept.length)))), options.seed);
  const summarizer = summarizerOf(from.kernel, reading);
  const reader = from.format.reader(from.kernel, source, reading);
  let [bytes, complete] = [0, true];
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    const slots = reservoir.place(chunk.firstRecord, chunk.records);
    if (slots.some(slot => slot >= 0)) for (const { index, builder } of kept) builder.add(chunk, summarizer.cells(chunk, index), slots);
    bytes += chunk.bytes.length;
    await options.pause();
    if (options.cancellation.cancelled) break;
    if (bytes > options.maxBytes) {
      complete = false;
      break;
    }
  }
  const rows = reservoir.rows();
  return { columns: kept.map(({ builder }) => builder.finish(rows)), rows, records: reservoir.records(), fileRows: reservoir.seen(), complete };
}

/** Cells that are kept at most, 12 bytes each. */
const CELL_BUDGET = 10_000_000;

async function open(from: TableSource): Promise<{ readonly source: Source; readonly reading: Reading }> {
  const opened = await openTable(from);
  if ('unreadable' in opened) throw new Unable(say`The file ${name(from.fileName)} cannot be read as a table.`);
  return { source: opened.text.source, reading: opened.reading };
}

function summarizerOf(kernel: Kernel, { header, nullTokens }: Reading): Summarizer {
  const encoder = new TextEncoder();
  return kernel.summarizer({ columns: header.length, nullTokens: nullTokens.slice(0, 48).map(token => encoder.encode(token)), size: summarySize(header.length) });
}

interface Builder {
  /** Takes the cells whose record has a slot. */
  add(chunk: Chunk, cells: CellFacts, slots: Int32Array): void;
  finish(rows: number): TableColumn;
}

/** What the texts of all columns may still take. */
interface Budget {
  left: number;
}

function createBuilder(column: string, everyText: boolean, budget: Budget): Builder {
  let numbers = new Float64Array(1024);
  let codes = new Int32Array(1024);
  const codeOf = new Map<string, number>();
  const intern = (whole: string): number => {
    const text = whole.slice(0, TEXT_LENGTH);
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    if (codeOf.size >= TEXT_LIMIT || budget.left < 0) return UNLISTED;
    budget.left -= text.length;
    codeOf.set(text, codeOf.size);
    return codeOf.size - 1;
  };
  return {
    add(chunk, cells, slots) {
      const last = slots.reduce((largest, slot) => Math.max(largest, slot), 0);
      if (last >= numbers.length) [numbers, codes] = [grow(numbers, last, Float64Array), grow(codes, last, Int32Array)];
      slots.forEach((slot, record) => {
        if (slot < 0) return;
        const kind = CELL_CLASSES[cells.classes[record] ?? 0] ?? 'absent';
        const number = cells.numbers[record] ?? NaN;
        const text = kind === 'missing' || kind === 'absent' || !Number.isNaN(number) ? '' : textOf(chunk, cells, record);
        codes[slot] = kind === 'missing' || kind === 'absent' ? MISSING : Number.isNaN(number) ? intern(text) : NUMERIC;
        numbers[slot] = kind === 'date' || kind === 'datetime' ? Date.parse(text) / DAY : number;
      });
    },
    finish(rows) {
      [numbers, codes] = [numbers.slice(0, rows), codes.slice(0, rows)];
      const numeric = codes.reduce((sum, code) => (code === NUMERIC ? sum + 1 : sum), 0);
      const present = codes.reduce((sum, code) => (code === MISSING ? sum : sum + 1), 0);
      // Numbers among texts are categories like them; so are the numbers of a target that turns out to hold classes.
      if (everyText || numeric < 0.9 * present) codes = codes.map((code, row) => (code === NUMERIC ? intern(String(numbers[row])) : code));
      return { name: column, numbers, codes, texts: [...codeOf.keys()] };
    },
  };
}

const DAY = 24 * 60 * 60 * 1000;
const decoder = new TextDecoder();

function textOf(chunk: Chunk, cells: CellFacts, record: number): string {
  const text = decoder.decode(chunk.bytes.subarray(cells.starts[record], cells.ends[record]));
  const quote = String.fromCharCode(chunk.quote);
  return ((cells.flags[record] ?? 0) & 2) === 0 ? text : text.replaceAll(quote + quote, quote);
}

function grow<T extends Float64Array | Int32Array>(array: T, last: number, make: new (length: number) => T): T {
  const larger = new make(Math.max(last + 1, array.length * 2));
  larger.set(array);
  return larger;
}

interface Reservoir {
  /** For each record of a chunk the row it becomes, or -1. A later record may take an earlier one's row. */
  place(firstRecord: number, records: number): Int32Array;
  rows(): number;
  seen(): number;
  records(): Uint32Array;
}

/** Algorithm R of Vitter (1985): every record is kept with the same probability. */
function createReservoir(limit: number, seed: number): Reservoir {
  const random: Random = createRandom(seed, STREAM);
  const records: number[] = [];
  let seen = 0;
  return {
    place(firstRecord, count) {
      return Int32Array.from({ length: count }, (_, i) => {
        const slot = seen < limit ? seen : random.below(seen + 1);
        seen++;
        if (slot >= limit) return -1;
        records[slot] = firstRecord + i;
        return slot;
      });
    },
    rows: () => records.length,
    seen: () => seen,
    records: () => Uint32Array.from(records),
  };
}

const STREAM = 2;
