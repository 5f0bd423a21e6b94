import type { Source } from '../../core/format.ts';
import type { SummarySize } from '../../core/kernel.ts';
import type { Place, TextRange } from '../../core/place.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact, StructuralKind } from '../../core/structure.ts';
import { type Counts, readCounts } from '../../kernel/counts.ts';
import { ChunkIndex } from '../chunkIndex.ts';
import type { DocumentText } from '../documentText.ts';
import { type Control, forEachChunk } from '../pass.ts';
import { scanPart } from '../scanPart.ts';
import type { ReadableText } from '../textRows.ts';

/** A run of whole records of an open document. Rows and lines in it are counted from its first one, so that it can move with the text. */
export interface Segment {
  /** In bytes. */
  readonly length: number;
  /** What was found in it; `undefined` where it was edited and not read since. */
  readonly seen: Seen | undefined;
  /** What was found in it before one edit touched it and no other segment. */
  readonly before?: Seen | undefined;
}

/** What reading a segment leaves. */
export interface Seen {
  /** Records as places count them, blank lines included. */
  readonly rows: number;
  readonly lines: number;
  readonly facts: readonly StructuralFact[];
  /** Where the places of facts are, for those that lie in rows. */
  readonly ranges: ReadonlyMap<Place, TextRange>;
  readonly counts: Counts;
}

/** Counts do not depend on how many values are kept, so nearly none are: it is the quickest summary there is. */
const COUNTS_ONLY: SummarySize = { values: 4, buckets: 8, registerBits: 5 };
const LF = 10;
const encoder = new TextEncoder();

/**
 * Reads the records in `length` bytes from `from` on, a record starting there. `open` where the bytes do not end with a record, as what follows them
 * decides; the end of the text always ends one. `undefined` when cancelled.
 */
export async function readSegment(readable: ReadableText, from: number, length: number, control: Control): Promise<Seen | 'open' | undefined> {
  const { kernel, source, reading } = readable;
  const isLast = from + length >= source.size;
  if (!isLast && source.bytes(from + length - 1, from + length)[0] !== LF) return 'open';
  const summarizer = kernel.summarizer({ columns: reading.header.length, nullTokens: tokensOf(reading), size: COUNTS_ONLY });
  try {
    const part = await scanPart(readable, summarizer, undefined, control, { offset: from, record: 0, length });
    if (!part) return undefined;
    const has = (wanted: StructuralKind): boolean => part.facts.some(({ kind }) => kind === wanted);
    if (!isLast && (has('oversized-record') || (has('unclosed-quote') && !await isClosed(readable, from, length, part.records)))) return 'open';
    const index = new ChunkIndex(0);
    part.chunks.forEach(chunk => index.note(chunk));
    const places = part.facts.map(({ place }) => place).filter(place => 'row' in place);
    const ranges = await index.locate(readable, places);
    return { rows: part.records, lines: part.chunks.reduce((sum, { lines }) => sum + lines, 0), facts: part.facts, ranges, counts: readCounts(summarizer.export()) };
  } finally {
    summarizer.dispose();
  }
}

const encoded = new WeakMap<Reading, readonly Uint8Array[]>();

function tokensOf(reading: Reading): readonly Uint8Array[] {
  const tokens = encoded.get(reading) ?? reading.nullTokens.map(token => encoder.encode(token));
  encoded.set(reading, tokens);
  return tokens;
}

/** What was seen, with the very facts of before where they are the same: whoever stands on them then knows that nothing changed. */
export function keepFacts(before: Seen | undefined, seen: Seen): Seen {
  const isSame = before && before.facts.length === seen.facts.length && textOf(before) === textOf(seen);
  return isSame ? { ...seen, facts: before.facts, ranges: before.ranges } : seen;
}

const textOf = ({ facts, ranges }: Seen): string => JSON.stringify([facts, [...ranges.values()]]);

/** A quote and a line end after the bytes: a record of their own, unless a quoted cell goes on beyond the bytes, which they would end. */
const PROBE = Uint8Array.of(0, LF);

async function isClosed(readable: ReadableText, from: number, length: number, records: number): Promise<boolean> {
  const probe = PROBE.slice();
  probe[0] = readable.reading.dialect.quote;
  const source = followedBy(readable.source, from + length, probe);
  const reader = readable.format.reader(readable.kernel, source, readable.reading, { offset: from, record: 0, length: length + probe.length }, { facts: false });
  let seen = 0;
  await forEachChunk(reader, {}, chunk => {
    seen += chunk.records;
  });
  return seen === records + 1;
}

/** The text up to `end`, and other bytes after it. */
function followedBy(text: DocumentText, end: number, tail: Uint8Array): Source {
  return {
    size: end + tail.length,
    async read(target, position) {
      if (position < end) return text.read(target.subarray(0, end - position), position);
      const rest = tail.subarray(position - end, position - end + target.length);
      target.set(rest);
      return rest.length;
    },
  };
}
