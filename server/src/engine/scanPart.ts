import type { Chunk } from '../core/chunk.ts';
import { summarySize } from '../core/kernel.ts';
import type { Kernel, Summarizer } from '../core/kernel.ts';
import type { Resume } from '../core/format.ts';
import type { Reading } from '../core/reading.ts';
import type { Part, PartChunk, Stretch } from '../core/scanner.ts';
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

/** Scans a run of whole records, or the whole body, into a summarizer. `undefined` when cancelled. */
export async function scanPart(readable: Readable, summarizer: Summarizer, rowHashes: boolean, control: Control, from?: Resume): Promise<Part | undefined> {
  const { kernel, format, source, reading } = readable;
  const chunks: PartChunk[] = [];
  const hashes = new HashList();
  const suspects = new Suspects();
  let records = 0;
  const reader = format.reader(kernel, source, reading, from);
  const finished = await forEachChunk(reader, control, chunk => {
    chunks.push(partChunkOf(chunk, readable));
    summarizer.add(chunk, rowHashes);
    suspects.look(chunk);
    if (rowHashes) hashes.add(summarizer.rowHashes.subarray(0, 2 * chunk.records));
    records += chunk.records;
  });
  if (!finished) return undefined;
  const columns = reader.columns?.();
  return { records, chunks, facts: [...reader.facts(), ...suspects.facts()], rowHashes: hashes.joined(), ...(columns && { columns }) };
}

function partChunkOf(chunk: Chunk, { format, reading }: Readable): PartChunk {
  const { bytes, firstRecord: record, offset } = chunk;
  return { record, offset, length: bytes.length, lines: format.locator(chunk, 0).nextLine, open: bytes.at(-1) !== lineEndOf(reading) };
}

export const lineEndOf = ({ dialect }: Reading): number => (dialect.lineEnd === 'cr' ? CR : LF);

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

/** Row hashes of many chunks in one array. */
class HashList {
  #words = new Uint32Array(1 << 12);
  #length = 0;

  add(hashes: Uint32Array): void {
    const needed = this.#length + hashes.length;
    if (needed > this.#words.length) {
      const larger = new Uint32Array(Math.max(needed, 2 * this.#words.length));
      larger.set(this.#words.subarray(0, this.#length));
      this.#words = larger;
    }
    this.#words.set(hashes, this.#length);
    this.#length = needed;
  }

  joined(): Uint32Array {
    return this.#words.slice(0, this.#length);
  }
}
