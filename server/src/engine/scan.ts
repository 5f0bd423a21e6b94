import type { Chunk } from '../core/chunk.ts';
import type { TextRange } from '../core/place.ts';
import { summarySize } from '../core/kernel.ts';
import type { Summarizer } from '../core/kernel.ts';
import type { RowCount } from '../core/rule.ts';
import type { StructuralFact } from '../core/structure.ts';
import type { TableSummary } from '../core/summary.ts';
import { ChunkIndex } from './chunkIndex.ts';
import type { Readable } from './chunkIndex.ts';
import { forEachChunk } from './pass.ts';
import type { Control } from './pass.ts';
import { RowHashBag } from './rowIndex.ts';

/** What the first pass over a table leaves behind. */
export interface Scan {
  readonly summary: TableSummary;
  readonly summarizer: Summarizer;
  readonly facts: readonly StructuralFact[];
  readonly index: ChunkIndex;
  readonly duplicates: RowCount | undefined;
  /** Range of each header cell; of the first record's cells where the table has no header. */
  readonly headers: readonly TextRange[];
}

const encoder = new TextEncoder();

/** The first pass: summaries, structural facts, row hashes and where each chunk begins. `undefined` when cancelled. */
export async function scanTable(readable: Readable, wants: { readonly rowHashes: boolean }, control: Control): Promise<Scan | undefined> {
  const { kernel, format, source, reading } = readable;
  const columns = reading.header.length;
  const summarizer = kernel.summarizer({ columns, nullTokens: reading.nullTokens.map(token => encoder.encode(token)), size: summarySize(columns) });
  const reader = format.reader(kernel, source, reading);
  const head = await reader.header();
  const headLocator = head && format.locator(head, 0);
  let headers = head ? firstRecordRanges(head, readable) : [];
  const index = new ChunkIndex(headLocator?.nextLine ?? 0);
  const rows = wants.rowHashes ? new RowHashBag() : undefined;
  const finished = await forEachChunk(reader, control, chunk => {
    if (headers.length === 0) headers = firstRecordRanges(chunk, readable);
    index.note(chunk, format);
    summarizer.add(chunk, rows !== undefined);
    rows?.add(summarizer.rowHashes.subarray(0, 2 * chunk.records));
  });
  if (!finished) return undefined;
  const duplicates = rows?.duplicates();
  return { summary: summarizer.read(), summarizer, facts: reader.facts(), index, duplicates, headers };
}

function firstRecordRanges(chunk: Chunk, { format }: Readable): TextRange[] {
  const locator = format.locator(chunk, 0);
  return Array.from({ length: chunk.recordEnds[0] ?? 0 }, (_, i) => locator.cell(i));
}
