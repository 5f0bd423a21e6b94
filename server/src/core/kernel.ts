import type { Chunk } from './chunk.ts';
import type { JsonLines } from './jsonLines.ts';
import type { Dialect } from './reading.ts';
import type { TableSummary } from './summary.ts';

export { CELL_CLASSES } from './cellClass.ts';
export type { CellClass } from './cellClass.ts';

/**
 * The inner loop behind one port, implemented twice: by the SIMD kernel and by a plain TypeScript twin that defines what is right.
 * Both give the same bytes for the same input; tests hold them against each other.
 */
export interface Kernel {
  /**
   * Cuts a stream of bytes into chunks of records, the first of which lies at `origin` of its file. Where `inspects` is false nobody will ask what bytes
   * they hold: then ill-formed UTF-8 is not looked for, and carriage returns and control bytes need not be counted.
   */
  tokenizer(dialect: Dialect, origin?: Origin, inspects?: boolean): Tokenizer;
  /** Accumulates what is remembered of a table. */
  summarizer(spec: SummarySpec): Summarizer;
  /** The hash cells are known by. */
  hash(content: Uint8Array): bigint;
  /** The classes of characters among the first six of `CHARACTER_CLASSES` that bytes of UTF-8 hold, as bits by their places in it. */
  characters(bytes: Uint8Array): number;
  /** Takes lines of JSON apart that hold nothing new; left out where whoever reads them does so alone, with the same result. */
  jsonLines?(): JsonLines;
  /** What a reader needs to know of the bytes before its own, quick enough to be asked of a whole file. */
  survey(bytes: Uint8Array, dialect: Dialect): Survey;
}

/** Quotes and line ends of a block, counted as if no quote in it were malformed. */
export interface Survey {
  /** Quote bytes modulo 2. */
  readonly parity: 0 | 1;
  /** Line ends outside of quotes: where the block begins outside of quotes, and where it begins inside. */
  readonly lineEnds: readonly [outside: number, inside: number];
}

/** Where in its table a stream begins: counts the offsets and records of its chunks. */
export interface Origin {
  readonly offset: number;
  readonly record: number;
}

/** Feed it with `input` and `advance`, chunk by chunk; it keeps the unfinished record at the end of each feed. */
export interface Tokenizer {
  /** A writable view of at least `room` bytes, right after the bytes that are kept. Ininspects the last chunk. */
  input(room: number): Uint8Array;
  /**
   * Takes the first `count` bytes written to `input()`. Returns the records that are whole, or `undefined` when there is none yet.
   * With `atEnd` the last record needs no line end, and everything is returned.
   */
  advance(count: number, atEnd: boolean): Chunk | undefined;
  /** Gives its memory back at once; the last chunk is invalid from here on. A kernel has 4 GB of addresses, so whoever is done says so. */
  dispose(): void;
}

export interface SummarySpec {
  readonly columns: number;
  /** UTF-8 of every spelling of "missing", at most 48. */
  readonly nullTokens: readonly Uint8Array[];
  readonly size: SummarySize;
}

/** How much is remembered of one column. A function of the number of columns alone, see `summarySize`. */
export interface SummarySize {
  /** Distinct values kept with exact counts. */
  readonly values: number;
  /** Non-empty buckets of the quantile histogram. */
  readonly buckets: number;
  /** Binary logarithm of the number of HyperLogLog registers. */
  readonly registerBits: number;
}

export interface Summarizer {
  /**
   * Adds all records of a chunk. `hashes` asks for one row hash a record, written to `rowHashes`.
   * A record with a single empty cell is a blank line where the table has more than one column, and so is one without a cell where cells name their
   * columns: it enters no count and its row hash is 0.
   */
  add(chunk: Chunk, hashes?: boolean): void;
  /** Row hashes of the chunk added last: low and high word in turn, two per record. Valid until the next call. */
  readonly rowHashes: Uint32Array;
  /** One hash a record over some columns, low and high word in turn. Valid until the next call. */
  hashRows(chunk: Chunk, columns: readonly number[]): Uint32Array;
  /** What the cells of one column are. Valid until the next call. */
  cells(chunk: Chunk, column: number): CellFacts;
  /** The canonical bytes of the summary: the same records give the same bytes however they were cut. */
  export(): Uint8Array;
  /** Adds another exported summary of the same spec. */
  merge(exported: Uint8Array): void;
  read(): TableSummary;
  /** Gives its memory back at once. */
  dispose(): void;
}

/** One entry per record of a chunk. */
export interface CellFacts {
  /** Index into `CELL_CLASSES`. */
  readonly classes: Uint8Array;
  /** Content without quotes, relative to the chunk's bytes; doubled quotes inside are still doubled. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Bit 0: quoted. Bit 1: holds doubled quotes. */
  readonly flags: Uint8Array;
  /** Hash of the content, low and high word in turn. */
  readonly hashes: Uint32Array;
  /** Value of integer and float cells, NaN elsewhere. */
  readonly numbers: Float64Array;
}

const MEMORY = 64 * 1024 * 1024;

/**
 * Size of a column's exported summary: `clamp(64 MiB / columns, 256 B, 16 KiB)`, spent on values (24 B each), buckets (8 B each) and registers (1 B each).
 * A function of the column count alone, so that a file gives the same findings on every machine.
 */
export function summarySize(columns: number): SummarySize {
  const bytes = Math.min(16 * 1024, Math.max(256, Math.floor(MEMORY / Math.max(1, columns))));
  if (bytes >= 16 * 1024) return { values: 256, buckets: 512, registerBits: 11 };
  if (bytes >= 4 * 1024) return { values: 64, buckets: 128, registerBits: 9 };
  if (bytes >= 1024) return { values: 16, buckets: 32, registerBits: 7 };
  return { values: 4, buckets: 8, registerBits: 5 };
}
