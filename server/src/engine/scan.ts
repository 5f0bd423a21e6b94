import type { Chunk } from '../core/chunk.ts';
import { contentOf } from '../core/content.ts';
import { FactList } from '../core/factList.ts';
import type { Log } from '../core/host.ts';
import type { Summarizer } from '../core/kernel.ts';
import type { TextRange } from '../core/place.ts';
import type { Reading } from '../core/reading.ts';
import type { RowCount } from '../core/rule.ts';
import type { Part, Scanner } from '../core/scanner.ts';
import type { StructuralFact } from '../core/structure.ts';
import type { TableSummary } from '../core/summary.ts';
import { ChunkIndex } from './chunkIndex.ts';
import type { Readable } from './chunkIndex.ts';
import { BLOCK, scanTogether } from './parallelScan.ts';
import type { Control } from './pass.ts';
import { RowHashBag } from './rowIndex.ts';
import { scanPart, summarizerOf } from './scanPart.ts';

/** What the first pass over a table leaves behind. */
export interface Scan {
  readonly summary: TableSummary;
  readonly summarizer: Summarizer;
  readonly facts: readonly StructuralFact[];
  readonly index: ChunkIndex;
  readonly duplicates: RowCount | undefined;
  /** The header cells; the first record's cells where the table has no header. */
  readonly headers: readonly HeaderCell[];
}

/** What a scan is to bring besides the summary, and who may help with it. */
export interface ScanWants {
  readonly rowHashes: boolean;
  /** Scanners that have the same file open. The result is the same with any number of them. */
  readonly scanners: readonly Scanner[];
  /** Bytes a scanner takes at a time; tests make it small. */
  readonly block?: number;
  readonly log?: Log | undefined;
}

/** A header cell as findings show it. */
export interface HeaderCell {
  readonly range: TextRange;
  readonly quoted: boolean;
}

/** The first pass: summaries, structural facts, row hashes and where each chunk begins. `undefined` when cancelled. */
export async function scanTable(readable: Readable, wants: ScanWants, control: Control): Promise<Scan | undefined> {
  const head = await readHeader(readable);
  const assembly = new Assembly(wants.rowHashes, head.nextLine);
  assembly.facts.addAll(head.facts);
  const summarizer = await scanBody(readable, wants, control, assembly);
  if (!summarizer) return undefined;
  const headers = head.headers.length > 0 ? head.headers : await firstRecordCells(readable);
  const { index, facts, rows } = assembly;
  return { summary: summarizer.read(), summarizer, facts: facts.list(), index, duplicates: rows?.duplicates(), headers };
}

/** Together where there are scanners and no quote is malformed, alone otherwise. */
async function scanBody(readable: Readable, { rowHashes, scanners, block = BLOCK, log }: ScanWants, control: Control, assembly: Assembly): Promise<Summarizer | undefined> {
  const hasBody = readable.source.size > readable.reading.bodyOffset;
  const together = hasBody && scanners.length > 0 ? await scanTogether(readable, scanners, block, control).catch(alone(log)) : 'irregular';
  if (together === undefined) return undefined;
  const summarizer = summarizerOf(readable.kernel, readable.reading);
  if (together !== 'irregular') {
    together.parts.forEach(part => assembly.add(part));
    together.summaries.forEach(summary => summarizer.merge(summary));
    return summarizer;
  }
  const part = await scanPart(readable, summarizer, rowHashes, control);
  if (part) assembly.add(part);
  else summarizer.dispose();
  return part && summarizer;
}

/** Threads that do not start or die cost time, not findings. */
const alone = (log: Log | undefined) => (cause: Error): 'irregular' => {
  log?.error('the scanner threads failed; the file is scanned by one', cause);
  return 'irregular';
};

/** Puts consecutive parts together. */
class Assembly {
  readonly facts = new FactList();
  readonly index: ChunkIndex;
  readonly rows: RowHashBag | undefined;

  constructor(rowHashes: boolean, line: number) {
    this.index = new ChunkIndex(line);
    this.rows = rowHashes ? new RowHashBag() : undefined;
  }

  add(part: Part): void {
    this.facts.addAll(part.facts);
    part.chunks.forEach(chunk => this.index.note(chunk));
    this.rows?.add(part.rowHashes);
  }
}

interface Head {
  readonly headers: readonly HeaderCell[];
  readonly facts: readonly StructuralFact[];
  /** Line the body starts at. */
  readonly nextLine: number;
}

async function readHeader(readable: Readable): Promise<Head> {
  const { kernel, format, source, reading } = readable;
  const reader = format.reader(kernel, source, reading);
  const chunk = await reader.header();
  const facts = reader.facts();
  reader.dispose();
  return chunk ? { headers: headerCells(chunk, readable), facts, nextLine: format.locator(chunk, linesAbove(reading)).nextLine } : { headers: [], facts, nextLine: linesAbove(reading) };
}

async function firstRecordCells(readable: Readable): Promise<readonly HeaderCell[]> {
  const { kernel, format, source, reading } = readable;
  const reader = format.reader(kernel, source, reading);
  const chunk = await reader.next();
  const cells = chunk ? headerCells(chunk, readable) : [];
  reader.dispose();
  return cells;
}

const linesAbove = ({ preamble }: Reading): number => preamble?.lines ?? 0;

function headerCells(chunk: Chunk, { format, reading }: Readable): readonly HeaderCell[] {
  const locator = format.locator(chunk, linesAbove(reading));
  return Array.from({ length: chunk.recordEnds[0] ?? 0 }, (_, i) => ({ range: locator.cell(i), quoted: contentOf(chunk, i).quoted }));
}
