import { afterRecord, cellsOf, cellStart, copyChunk } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { textOf } from '../../core/content.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Dialect } from '../../core/reading.ts';
import { doubleQuotes } from './escapes.ts';
import { tidierOf } from './tidy.ts';

/** Records from the top that vote on how the file is read. */
export const SAMPLE_RECORDS = 200;
/** Records from the end that are looked at for totals and notes. */
const LAST_RECORDS = 60;

/** The first records of a file as one dialect reads them. */
export interface Sample {
  readonly chunk: Chunk;
  /** Cells of the first records. */
  readonly rows: readonly (readonly string[])[];
  /** Whether the sample is the whole file; then `last` holds its last records. */
  readonly whole: boolean;
  /** Cells of the last records, by record. */
  readonly last: ReadonlyMap<number, readonly string[]>;
}

export function sampleOf(chunk: Chunk, whole: boolean): Sample {
  const from = Math.max(0, chunk.records - LAST_RECORDS);
  const last = new Map(Array.from({ length: whole ? chunk.records - from : 0 }, (_, i) => [from + i, rowOf(chunk, from + i)] as const));
  return { chunk, rows: firstRows(chunk, SAMPLE_RECORDS), whole, last };
}

/** Cells of the first records. */
export const firstRows = (chunk: Chunk, limit: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.min(chunk.records, limit) }, (_, r) => rowOf(chunk, r));

function rowOf(chunk: Chunk, record: number): readonly string[] {
  const [from, to] = cellsOf(chunk, record);
  return Array.from({ length: to - from }, (_, i) => textOf(chunk, from + i));
}

/** Offset of the first byte of a record; of the end of the chunk for the record after the last. */
export function recordStart(chunk: Chunk, record: number): number {
  if (record >= chunk.records) return chunk.bytes.length;
  // The cell of a comment lies at the end of its line.
  if (chunk.starts) return record === 0 ? 0 : afterRecord(chunk, record - 1);
  return cellStart(chunk, cellsOf(chunk, record)[0]);
}

/** The bytes as records, in memory of their own. */
export function tokenise(kernel: Kernel, dialect: Dialect, bytes: Uint8Array): Chunk | undefined {
  const tokenizer = kernel.tokenizer(dialect);
  const input = tokenizer.input(bytes.length);
  input.set(dialect.escape === undefined ? bytes : doubleQuotes(bytes, dialect.quote, dialect.escape));
  const chunk = tokenizer.advance(bytes.length, true);
  // Spaces stay: where a record starts is asked of the sample.
  const { trim: _, ...plain } = dialect;
  const copy = chunk && copyChunk(tidierOf(plain)?.(chunk).chunk ?? chunk);
  tokenizer.dispose();
  return copy;
}
