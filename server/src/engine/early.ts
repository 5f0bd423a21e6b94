import type { Configuration } from '../config/configuration.ts';
import { FactList } from '../core/factList.ts';
import type { Finding } from '../core/finding.ts';
import type { Declared, Format, Source } from '../core/format.ts';
import type { Log } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import type { Place } from '../core/place.ts';
import { CountedTable, NO_COUNTS } from '../kernel/counts.ts';
import { fileNameOf } from '../util/uri.ts';
import { ChunkIndex, type Readable } from './chunkIndex.ts';
import { masksOf } from './mask.ts';
import { type Control, forEachChunk } from './pass.ts';
import { readHeader } from './scan.ts';
import { partChunkOf } from './scanPart.ts';
import { openTable } from './text/openTable.ts';
import { QuickCheck } from './typing/quickCheck.ts';

/** Bytes from the start of a file that early findings are about, and the least a file must have for them to be worth it. */
const EARLY = 16 * 1024 * 1024;
export const WORTH_EARLY = 3 * EARLY;

/** What early findings of a file rest on. */
export interface EarlyRequest {
  readonly uri: string;
  readonly format: Format;
  readonly source: Source;
  readonly kernel: Kernel;
  readonly declared: Declared | undefined;
  readonly configuration: Configuration;
  readonly log: Log;
  /** Bytes they are about; tests make it small. */
  readonly bytes?: number;
}

/**
 * What is wrong with the structure of the start of a big file, long before all of it was read. `undefined` for files that are packed, whose columns show up
 * as they are met, or that cannot be read; and when cancelled.
 */
export async function earlyFindings(request: EarlyRequest, control: Control): Promise<readonly Finding[] | undefined> {
  const { uri, format, source, kernel, declared, configuration, log, bytes = EARLY } = request;
  if (format.inspect || format.settle) return undefined;
  const opened = await openTable({ source, format, kernel, fileName: fileNameOf(uri), declared: { ...configuration.read, ...declared } });
  if ('unreadable' in opened || opened.text.gunzipped) return undefined;
  const readable: Readable = { kernel, format, source: opened.text.source, reading: opened.reading };
  const head = await readHeader(readable);
  const seen = await readStart(readable, head.nextLine, bytes, control);
  if (!seen) return undefined;
  const facts = new FactList();
  facts.addAll(head.facts);
  facts.addAll(seen.facts);
  const all = [...opened.facts, ...facts.list()];
  const ranges = await seen.index.locate(readable, all.map(({ place }) => place), control);
  const byKey = new Map([...ranges].map(([place, range]) => [JSON.stringify(place), range]));
  const locate = (place: Place) => {
    const range = place.at === 'header' ? head.headers[place.column]?.range : byKey.get(JSON.stringify(place)) ?? TOP;
    return range && { range, quoted: false };
  };
  const quick = new QuickCheck({ uri, configuration, table: undefined, described: undefined, masks: masksOf(undefined, 'never'), log });
  return quick.judge({ facts: all, counts: new CountedTable({ ...NO_COUNTS, records: seen.records }, 0), locate }, opened.reading, []);
}

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Reads the first records; what a format says of the end of a file is none of it. */
async function readStart(readable: Readable, line: number, bytes: number, control: Control) {
  const { format, kernel, source, reading } = readable;
  const reader = format.reader(kernel, source, reading);
  const index = new ChunkIndex(line);
  let records = 0;
  const done = await forEachChunk(reader, control, chunk => {
    index.note(partChunkOf(chunk, readable));
    records += chunk.records;
    return chunk.offset + chunk.bytes.length - reading.bodyOffset >= bytes ? 'enough' : 'more';
  });
  return done ? { index, records, facts: reader.facts() } : undefined;
}
