import { cellStart } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import { summarySize } from '../core/kernel.ts';
import type { Kernel, Summarizer, Survey } from '../core/kernel.ts';
import type { Resume } from '../core/format.ts';
import type { Reading } from '../core/reading.ts';
import type { Part, PartChunk, RecordMarks, Stretch } from '../core/scanner.ts';
import type { Readable } from './chunkIndex.ts';
import { forEachChunk } from './pass.ts';
import type { Control } from './pass.ts';
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
  const suspects = new Suspects();
  let records = 0;
  const reader = format.reader(kernel, source, reading, from);
  const finished = await forEachChunk(reader, control, chunk => {
    chunks.push(partChunkOf(chunk, readable));
    summarizer.add(chunk, rows !== undefined);
    suspects.look(chunk);
    rows?.add(summarizer.rowHashes);
    records += chunk.records;
  });
  if (!finished) return undefined;
  const columns = reader.columns?.();
  return { records, chunks, facts: [...reader.facts(), ...suspects.facts()], ...(columns && { columns }) };
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

/** Bytes that are surveyed at a time: they stay in the nearest caches. */
const SURVEYED = 256 * 1024;

/** What the blocks after `[from, to)` must know of it. */
export async function surveyPart({ kernel, source, reading }: Readable, from: number, to: number, step = SURVEYED): Promise<Survey> {
  const room = new Uint8Array(Math.min(step, to - from));
  let whole: Survey = { parity: 0, lineEnds: [0, 0] };
  for (let at = from, count = -1; at < to && count !== 0; at += count) {
    const piece = room.subarray(0, Math.min(room.length, to - at));
    count = await source.read(piece, at);
    whole = follow(whole, kernel.survey(piece.subarray(0, count), reading.dialect));
  }
  return whole;
}

/** One block and the next as one: where the first leaves quotes open, the next begins inside of them. */
function follow(first: Survey, next: Survey): Survey {
  const [outside, inside] = first.parity === 0 ? next.lineEnds : [next.lineEnds[1], next.lineEnds[0]];
  return { parity: first.parity === next.parity ? 0 : 1, lineEnds: [first.lineEnds[0] + outside, first.lineEnds[1] + inside] };
}

/** Where the records lie that start in a stretch: exact where no quote is malformed. */
export async function recordsOf({ from, to, insideAtFrom, insideAtTo, recordsBefore }: Stretch, { source, reading }: Readable): Promise<Resume> {
  const body = reading.bodyOffset;
  const start = from === body ? from : await recordStart(source, reading, from, insideAtFrom);
  const end = await recordStart(source, reading, to, insideAtTo);
  return { offset: start, record: recordsBefore + (start === from ? 0 : 1), length: Math.max(0, end - start) };
}

const PROBE = 64 * 1024;

/** Offset of the first record that starts at `at` or after it; the size of the source where there is none. */
async function recordStart(source: Readable['source'], reading: Reading, at: number, inside: boolean): Promise<number> {
  const lineEnd = lineEndOf(reading);
  const { quote } = reading.dialect;
  const probe = new Uint8Array(PROBE);
  let quoted = inside;
  for (let position = at - 1; position < (source.size ?? Infinity); ) {
    const count = await source.read(probe, position);
    if (count === 0) break;
    for (let i = 0; i < count; i++) {
      const byte = probe[i];
      // The byte before `at` was counted already: it can end a record, but it opens and closes nothing any more.
      if (quote !== 0 && byte === quote && position + i >= at) quoted = !quoted;
      else if (byte === lineEnd && !quoted) return position + i + 1;
    }
    position += count;
  }
  return source.size ?? at;
}
