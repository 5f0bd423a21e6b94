import { cellStart } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import { summarySize } from '../core/kernel.ts';
import type { Kernel, Summarizer } from '../core/kernel.ts';
import type { Resume } from '../core/format.ts';
import type { Reading } from '../core/reading.ts';
import type { Part, PartChunk, RecordMarks } from '../core/scanner.ts';
import type { Readable } from './chunkIndex.ts';
import { forEachChunk } from './pass.ts';
import type { Control } from './pass.ts';
import { Settled } from './settled.ts';
import { Suspects } from './text/suspects.ts';

const encoder = new TextEncoder();
const LF = 10;
const CR = 13;

/** The summarizer of a table, of a size that follows from the number of columns alone. */
export function summarizerOf(kernel: Kernel, { header, nullTokens }: Reading): Summarizer {
  return kernel.summarizer({ columns: header.length, nullTokens: nullTokens.map(token => encoder.encode(token)), size: summarySize(header.length) });
}

/** Takes row hashes chunk by chunk: low and high word in turn, two per record. */
export interface RowSink {
  add(hashes: Uint32Array): void;
}

/** Scans a run of whole records, or the whole body, into a summarizer. `undefined` when cancelled. */
export async function scanPart(readable: Readable, summarizer: Summarizer, rows: RowSink | undefined, control: Control, from?: Resume): Promise<Part | undefined> {
  const { kernel, format, source, reading } = readable;
  const chunks: PartChunk[] = [];
  const suspects = new Suspects(kernel);
  const settled = new Settled();
  let records = 0;
  const reader = format.reader(kernel, source, reading, from);
  const finished = await forEachChunk(reader, control, chunk => {
    chunks.push(partChunkOf(chunk, readable));
    summarizer.add(chunk, rows !== undefined);
    suspects.look(chunk);
    rows?.add(summarizer.rowHashes);
    records += chunk.records;
    settled.note(chunk);
  });
  if (!finished) return undefined;
  const columns = reader.columns?.();
  return {
    records, chunks, facts: [...reader.facts(), ...suspects.facts()], ...(columns && { columns }),
    ...(settled.doubtful && { doubtful: true }), ...(from && { span: [from.offset, from.offset + from.length] }),
  };
}

/** What is remembered of a chunk, so that its rows are found again. */
export function partChunkOf(chunk: Chunk, { format, reading }: Readable): PartChunk {
  const { bytes, firstRecord: record, offset } = chunk;
  const marks = format.seekable ? marksOf(chunk) : undefined;
  const open = bytes.at(-1) !== lineEndOf(reading);
  const lines = format.locator(chunk, 0).nextLine;
  return { record, offset, length: bytes.length, lines, plain: lines === chunk.lineBreaks, open, ...(marks && { marks }) };
}

/** Records a chunk is divided by, so that a row is read again without the whole chunk. */
const MARKS = 16;

function marksOf(chunk: Chunk): RecordMarks | undefined {
  if (chunk.starts || chunk.columns || chunk.records < 2 * MARKS) return undefined;
  const { recordEnds } = chunk;
  const stride = Math.ceil(chunk.records / MARKS);
  const starts = Uint32Array.from({ length: Math.ceil(chunk.records / stride) }, (_, i) => (i === 0 ? 0 : cellStart(chunk, recordEnds[i * stride - 1] ?? 0)));
  return { stride, starts };
}

export const lineEndOf = ({ dialect }: Reading): number => (dialect.lineEnd === 'cr' ? CR : LF);
