import type { Chunk, Incident } from '../../server/src/core/chunk.ts';
import { INCIDENT_LIMIT } from '../../server/src/core/chunk.ts';
import type { Origin, Tokenizer } from '../../server/src/core/kernel.ts';
import type { Dialect } from '../../server/src/core/reading.ts';
import { inspect, wholeCharacters } from './bytes.ts';
import { characterClasses } from './characters.ts';
import { readRecord } from './record.ts';

/** Bytes a record may have before it is cut. */
export const RECORD_LIMIT = 8 * 1024 * 1024;

/**
 * The definition of how bytes become records (see `record.ts` for one record).
 *
 * Chunks are contiguous: each starts where the one before it ended. Where an oversized record was cut, the bytes from the cut to the next line end
 * belong to no record; they are in `bytes` all the same, so that every count of a chunk is about its bytes. A chunk with such a gap lists `starts`,
 * and then its `ends` point at the carriage return of a CR LF. A chunk that is all gap has no records.
 */
export function twinTokenizer(dialect: Dialect, origin: Origin = { offset: 0, record: 0 }, recordLimit = RECORD_LIMIT): Tokenizer {
  let area = new Uint8Array(0);
  let kept = 0;
  let { offset, record: firstRecord } = origin;
  let skipping = false;
  return {
    dispose: () => undefined,
    input(room) {
      const grown = new Uint8Array(kept + room);
      grown.set(area.subarray(0, kept));
      area = grown;
      return area.subarray(kept);
    },
    advance(count, atEnd) {
      const bytes = area.slice(0, kept + count);
      const cut = cutRecords(bytes, dialect, recordLimit, skipping, atEnd);
      area = bytes.slice(cut.end);
      kept = area.length;
      skipping = cut.skipping;
      if (cut.end === 0) return undefined;
      const chunk = toChunk(bytes.subarray(0, cut.end), dialect, cut, offset, firstRecord);
      offset += cut.end;
      firstRecord += chunk.records;
      return chunk;
    },
  };
}

interface Cut {
  readonly recordEnds: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly incidents: Incident[];
  readonly end: number;
  readonly skipping: boolean;
  readonly gap: boolean;
}

function cutRecords(bytes: Uint8Array, dialect: Dialect, limit: number, skip: boolean, atEnd: boolean): Cut {
  const recordEnds: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const incidents: Incident[] = [];
  const lineEnd = dialect.lineEnd === 'cr' ? 13 : 10;
  let at = 0;
  let skipping = skip;
  let gap = skip;
  while (at < bytes.length) {
    if (skipping) {
      const stop = bytes.indexOf(lineEnd, at);
      skipping = stop < 0 && !atEnd;
      at = stop >= 0 ? stop + 1 : atEnd ? bytes.length : wholeCharacters(bytes, at, bytes.length);
      if (skipping) break;
      continue;
    }
    const record = readRecord(bytes, at, dialect, limit, atEnd);
    if (!record) break;
    for (const found of record.incidents) incidents.push({ ...found, record: recordEnds.length });
    starts.push(...record.starts);
    ends.push(...record.ends);
    recordEnds.push(ends.length);
    skipping = record.cut;
    gap ||= record.cut;
    at = record.next;
  }
  return { recordEnds, starts, ends, incidents, end: at, skipping, gap };
}

function toChunk(bytes: Uint8Array, dialect: Dialect, cut: Cut, offset: number, firstRecord: number): Chunk {
  const facts = inspect(bytes);
  const touching = (end: number): number => (bytes[end] === 10 && bytes[end - 1] === 13 && dialect.lineEnd === 'lf' ? end - 1 : end);
  const cutEnds = new Set(cut.incidents.filter((found) => found.kind === 'oversized-record').map((found) => found.offset));
  return {
    bytes,
    firstRecord,
    offset,
    records: cut.recordEnds.length,
    recordEnds: Uint32Array.from(cut.recordEnds),
    ends: Uint32Array.from(cut.gap ? cut.ends.map((end, i) => (cutEnds.has(end) ? end : Math.max(cut.starts[i] ?? 0, touching(end)))) : cut.ends),
    ...(cut.gap && { starts: Uint32Array.from(cut.starts) }),
    quote: dialect.quote,
    lineBreaks: dialect.lineEnd === 'cr' ? facts.carriageReturns : facts.lineFeeds,
    incidents: {
      list: cut.incidents.slice(0, INCIDENT_LIMIT),
      total: cut.incidents.length,
      controls: facts.controls,
      carriageReturns: facts.carriageReturns,
      hasNonAscii: facts.hasNonAscii,
      invalidUtf8: facts.invalidUtf8,
      characters: characterClasses(bytes),
    },
  };
}
