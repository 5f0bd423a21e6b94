import type { Cache } from '../core/host.ts';
import type { Part, PartChunk } from '../core/scanner.ts';
import type { StructuralKind } from '../core/structure.ts';
import { base64Of, bytesOfBase64 } from '../util/base64.ts';
import { readInto } from '../util/readInto.ts';
import type { Readable } from './chunkIndex.ts';
import { fingerprint } from './fingerprint.ts';
import { lineEndOf } from './scanPart.ts';

/** What a first pass left behind of the records before an offset: with it, a file that was appended to is read from there. */
export interface KeptScan {
  /** Bytes of the file it is about: whole lines, to the end it had. */
  readonly size: number;
  /** With the hashes of its rows, where those were asked for. */
  readonly part: Part;
  readonly summary: Uint8Array;
}

/** Hashes of more rows than this are not kept, in words, two a row. */
const MOST_HASHES = 4 * 1024 * 1024;
/** After these the end of the file decides how its last record is read. */
const UNSETTLED: ReadonlySet<StructuralKind> = new Set<StructuralKind>(['unclosed-quote', 'oversized-record', 'no-final-line-end']);

/** First passes over big files on disk, from one to the next. They hold no text of the data: summaries, offsets and hashes. */
export class KeptScans {
  readonly #cache: Cache;

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /**
   * The scan of what a file was before it grew, `undefined` where there is none, or where the file does not begin with what it was, to the byte. A file
   * of the same length is read as a whole.
   */
  async recall(uri: string, readable: Readable, rowHashes: boolean): Promise<KeptScan | undefined> {
    const entry = parse(await this.#cache.read(keyOf(uri)));
    if (entry?.terms !== termsOf(uri, readable, rowHashes) || entry.size >= (readable.source.size ?? 0)) return undefined;
    if (await digestOf(readable, entry.size) !== entry.digest) return undefined;
    const summary = bytesOfBase64(entry.summary);
    const hashes = entry.hashes === undefined ? undefined : new Uint32Array(bytesOfBase64(entry.hashes).buffer);
    if (String(readable.kernel.hash(summary)) !== entry.check) return undefined;
    return { size: entry.size, summary, part: { ...entry.part, chunks: entry.part.chunks.map(thaw), ...(hashes && { rowHashes: hashes }) } };
  }

  /** Keeps a scan of the whole file, where its end is the end of a line. What is written is not waited for. */
  async keep(uri: string, readable: Readable, { part: { rowHashes, ...part }, summary }: Omit<KeptScan, 'size'>, needsHashes: boolean): Promise<void> {
    const { size = 0 } = readable.source;
    if (readable.reading.bodyEnd !== undefined || part.facts.some(({ kind }) => UNSETTLED.has(kind))) return;
    if (needsHashes && (rowHashes?.length ?? Infinity) > MOST_HASHES) return;
    if (!await endsWithLine(readable, size)) return;
    const entry: Entry = {
      terms: termsOf(uri, readable, needsHashes), size, digest: await digestOf(readable, size), check: String(readable.kernel.hash(summary)),
      part: { ...part, chunks: part.chunks.map(freeze) }, summary: base64Of(summary),
      ...(rowHashes && { hashes: base64Of(new Uint8Array(rowHashes.buffer, rowHashes.byteOffset, rowHashes.byteLength)) }),
    };
    void this.#cache.write(keyOf(uri), JSON.stringify(entry));
  }
}

/** As it is written. */
interface Entry {
  /** Of the file's name and of how it is read. */
  readonly terms: string;
  readonly size: number;
  readonly digest: string;
  readonly check: string;
  readonly part: Omit<Part, 'chunks' | 'rowHashes'> & { readonly chunks: readonly FrozenChunk[] };
  readonly summary: string;
  readonly hashes?: string;
}

interface FrozenChunk extends Omit<PartChunk, 'marks'> {
  readonly marks?: { readonly stride: number; readonly starts: readonly number[] };
}

const freeze = ({ marks, ...chunk }: PartChunk): FrozenChunk => ({ ...chunk, ...(marks && { marks: { stride: marks.stride, starts: [...marks.starts] } }) });
const thaw = ({ marks, ...chunk }: FrozenChunk): PartChunk => ({ ...chunk, ...(marks && { marks: { stride: marks.stride, starts: Uint32Array.from(marks.starts) } }) });

const keyOf = (uri: string): string => `scan${fingerprint({ uri })}`;

const termsOf = (uri: string, { format, reading }: Readable, rowHashes: boolean): string => fingerprint({ uri, format: format.id, reading, rowHashes });

/** `undefined` for what is not whole: a disk may lose the end of a file. */
function parse(kept: string | undefined): Entry | undefined {
  if (kept?.endsWith('}') !== true) return undefined;
  try {
    const entry: Entry = JSON.parse(kept);
    return entry;
  } catch {
    return undefined;
  }
}

/** Bytes that are hashed at a time. */
const BLOCK = 1024 * 1024;

/** A hash of the first `size` bytes, all of them: an edit that keeps the length must be seen. Hashing takes a tenth of the time a scan does. */
async function digestOf({ kernel, source }: Readable, size: number): Promise<string> {
  const block = new Uint8Array(BLOCK);
  const hashes: string[] = [];
  for (let at = 0; at < size; at += BLOCK) {
    const filled = await readInto(source, block.subarray(0, Math.min(BLOCK, size - at)), at);
    hashes.push(String(kernel.hash(block.subarray(0, filled))));
  }
  return fingerprint(hashes);
}

async function endsWithLine({ source, reading }: Readable, size: number): Promise<boolean> {
  const last = new Uint8Array(1);
  return size > reading.bodyOffset && await source.read(last, size - 1) === 1 && last[0] === lineEndOf(reading);
}
