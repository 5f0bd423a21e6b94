import { copyChunk } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { FactList } from '../../core/factList.ts';
import type { Reader, ReaderWants, Resume, Source } from '../../core/format.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import { ChunkFacts, noteHeaderFacts } from './facts.ts';
import { withDoubledQuotes } from './escapes.ts';
import { tidierOf } from './tidy.ts';

/** Bytes asked of the source at a time. */
const FEED = 256 * 1024;

/** Reads a source once, from the start of its body or from where an earlier chunk began. */
export function readCsv(kernel: Kernel, given: Source, reading: Reading, from?: Resume, wants?: ReaderWants): Reader {
  const facts = new FactList();
  const chunkFacts = wants?.facts === false ? undefined : new ChunkFacts(facts, reading, kernel);
  const source = reading.dialect.escape === undefined ? given : withDoubledQuotes(given, reading.dialect.quote, reading.dialect.escape);
  const tidy = tidierOf(reading.dialect);
  const columns = reading.header.length;
  const headerOffset = reading.bomLength + (reading.preamble?.bytes ?? 0);
  const start: Resume = from ?? { offset: reading.bodyOffset, record: 0, length: Infinity };
  const tokenizer = kernel.tokenizer(reading.dialect, start, wants?.facts !== false);
  const end = Math.min(start.offset + start.length, reading.bodyEnd ?? Infinity);
  let position = start.offset;
  let ended = false;
  let records = start.record;

  /** Reads on until there is a whole record. A chunk may be all skipped bytes of an oversized record: it has no records, but lines. */
  async function next(): Promise<Chunk | undefined> {
    while (!ended) {
      const wanted = Math.min(FEED, end - position);
      const input = tokenizer.input(wanted);
      const count = await readInto(source, input, position);
      position += count;
      ended = count < wanted || position >= end;
      const chunk = tokenizer.advance(count, ended);
      if (!chunk) continue;
      const tidied = tidy?.(chunk);
      chunkFacts?.note(chunk, ended && reading.bodyEnd === undefined && (count < wanted || position >= (source.size ?? Infinity)), tidied);
      records = chunk.firstRecord + chunk.records;
      return tidied?.chunk ?? chunk;
    }
    return undefined;
  }

  async function header(): Promise<Chunk | undefined> {
    if (!reading.hasHeader) return undefined;
    const bytes = new Uint8Array(reading.bodyOffset - headerOffset);
    await readInto(source, bytes, headerOffset);
    const own = kernel.tokenizer(reading.dialect, { offset: headerOffset, record: 0 });
    own.input(bytes.length).set(bytes);
    const whole = own.advance(bytes.length, true);
    const chunk = whole && copyChunk(whole);
    own.dispose();
    if (chunk) noteHeaderFacts(chunk, facts);
    return chunk;
  }

  return {
    header,
    next,
    dispose: () => tokenizer.dispose(),
    facts() {
      if (!ended || from || (records > 0 && columns > 0)) return facts.list();
      return [{ kind: columns === 0 ? 'empty-file' : 'no-rows', place: { at: 'file' }, numbers: {} }, ...facts.list()];
    },
  };
}

/** Fills `target` as far as the source goes, which may give less than it is asked for. So chunks do not depend on how the bytes come. */
async function readInto(source: Source, target: Uint8Array, position: number): Promise<number> {
  let filled = await source.read(target, position);
  for (let came = filled; came !== 0 && filled < target.length; filled += came) came = await source.read(target.subarray(filled), position + filled);
  return filled;
}
