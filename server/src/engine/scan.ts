import type { Chunk } from '../core/chunk.ts';
import { contentOf } from '../core/content.ts';
import { FactList } from '../core/factList.ts';
import type { ColumnsMet } from '../core/format.ts';
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
import type { KeptScan } from './keptScans.ts';
import { MOST, scanTogether } from './parallelScan.ts';
import { type Control, goesOn, inTurns } from './pass.ts';
import { RowHashBag } from './rowIndex.ts';
import { scanPart, summarizerOf } from './scanPart.ts';

/** What the first pass over a table leaves behind. */
export interface Scan {
  readonly summary: TableSummary;
  readonly summarizer: Summarizer;
  readonly facts: readonly StructuralFact[];
  readonly index: ChunkIndex;
  /** Records as places count them, blank lines included. */
  readonly rows: number;
  readonly columns: ColumnsMet;
  readonly duplicates: RowCount | undefined;
  /** The hashes of all rows, where they were asked for. */
  readonly rowHashes: RowHashBag | undefined;
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
  /** What is known of the file as it was before it grew: then only its new end is read. */
  readonly before?: KeptScan | undefined;
  /** Takes what a later scan of the grown file needs; left out where nobody keeps it. */
  readonly keep?: ((scan: Omit<KeptScan, 'size'>) => void) | undefined;
}

/** A header cell as findings show it. */
export interface HeaderCell {
  readonly range: TextRange;
  readonly quoted: boolean;
}

/** The first pass: summaries, structural facts, row hashes and where each chunk begins. `undefined` when cancelled. */
export async function scanTable(readable: Readable, wants: ScanWants, control: Control): Promise<Scan | undefined> {
  const head = await readHeader(readable);
  const assembly = new Assembly(wants.rowHashes, head.nextLine, readable.reading.header);
  assembly.facts.addAll(head.facts);
  const summarizer = await scanBody(readable, wants, control, assembly);
  if (!summarizer) return undefined;
  if (!await goesOn(control)) return void summarizer.dispose();
  const { index, rows, records } = assembly;
  const facts = assembly.facts.list();
  const headers = head.headers.length > 0 ? head.headers : await firstCells(readable, index, facts);
  const summary = summarizer.read();
  if (!await goesOn(control)) return void summarizer.dispose();
  const duplicates = rows && await inTurns(rows.duplicatesInParts(), control);
  if ((rows && !duplicates) || !await goesOn(control)) return void summarizer.dispose();
  const columns = { named: [...assembly.named], empty: [...assembly.empty] };
  wants.keep?.({ part: assembly.asPart(), summary: summarizer.export().slice() });
  return { summary, summarizer, facts, index, rows: records, columns, duplicates, rowHashes: rows, headers };
}

/** Together where there are scanners and no quote is malformed, alone otherwise. */
async function scanBody(readable: Readable, { scanners, block = MOST, log, before }: ScanWants, control: Control, assembly: Assembly): Promise<Summarizer | undefined> {
  if (before) return scanRest(readable, before, control, assembly);
  const hasBody = (readable.reading.bodyEnd ?? readable.source.size ?? 0) > readable.reading.bodyOffset;
  // A thread that outlives the failure of another one goes on adding to what is thrown away.
  const { rows } = assembly;
  const together = hasBody && scanners.length > 0 ? await scanTogether(readable, scanners, block, hashes => rows?.add(hashes), control).catch(alone(log)) : 'irregular';
  if (together === undefined) return undefined;
  const summarizer = summarizerOf(readable.kernel, readable.reading);
  if (together !== 'irregular') {
    together.parts.forEach(part => assembly.add(part));
    together.summaries.forEach(summary => summarizer.merge(summary));
    return summarizer;
  }
  assembly.forgetHashes();
  const part = await scanPart(readable, summarizer, assembly.rows, control);
  if (part) assembly.add(part);
  else summarizer.dispose();
  return part && summarizer;
}

/** Reads what comes after the records of a scan that was kept. */
async function scanRest(readable: Readable, { size, part, summary }: KeptScan, control: Control, assembly: Assembly): Promise<Summarizer | undefined> {
  const summarizer = summarizerOf(readable.kernel, readable.reading);
  summarizer.merge(summary);
  assembly.add(part);
  const rest = await scanPart(readable, summarizer, assembly.rows, control, { offset: size, record: part.records, length: Infinity });
  if (rest) assembly.add(rest);
  else summarizer.dispose();
  return rest && summarizer;
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
  rows: RowHashBag | undefined;
  records = 0;
  readonly named: Set<string>;
  readonly empty = new Set<string>();
  readonly #parts: Omit<Part, 'rowHashes'>[] = [];

  constructor(rowHashes: boolean, line: number, header: readonly string[]) {
    this.named = new Set(header);
    this.index = new ChunkIndex(line);
    this.rows = rowHashes ? new RowHashBag() : undefined;
  }

  /** What threads had found before one of them met a malformed quote counts for nothing. */
  forgetHashes(): void {
    if (this.rows) this.rows = new RowHashBag();
  }

  /** All parts as one, without the facts that were there before them. */
  asPart(): Part {
    const facts = new FactList();
    this.#parts.forEach(part => facts.addAll(part.facts));
    const rowHashes = this.rows?.listed();
    return {
      records: this.records, chunks: this.#parts.flatMap(({ chunks }) => chunks), facts: facts.list(), columns: { named: [...this.named], empty: [...this.empty] }, ...(rowHashes && { rowHashes }),
    };
  }

  add(part: Part): void {
    const { rowHashes: _, ...kept } = part;
    this.#parts.push(kept);
    this.facts.addAll(part.facts);
    part.chunks.forEach(chunk => this.index.note(chunk));
    if (part.rowHashes) this.rows?.add(part.rowHashes);
    this.records += part.records;
    part.columns?.named.forEach(name => this.named.add(name));
    part.columns?.empty.forEach(name => this.empty.add(name));
  }
}

/** What stands above the records. */
export interface Head {
  readonly headers: readonly HeaderCell[];
  readonly facts: readonly StructuralFact[];
  /** Line the body starts at. */
  readonly nextLine: number;
}

export async function readHeader(readable: Readable): Promise<Head> {
  const { kernel, format, source, reading } = readable;
  const reader = format.reader(kernel, source, reading);
  const chunk = await reader.header();
  const facts = reader.facts();
  reader.dispose();
  return chunk ? { headers: headerCells(chunk, readable), facts, nextLine: format.locator(chunk, linesAbove(reading)).nextLine } : { headers: [], facts, nextLine: linesAbove(reading) };
}

/** What stands for the header of a table that has none: the first key of each column, else the cells of the first record. */
async function firstCells(readable: Readable, index: ChunkIndex, facts: readonly StructuralFact[]): Promise<readonly HeaderCell[]> {
  const keys = facts.filter(({ kind }) => kind === 'field');
  if (keys.length === 0) return firstRecordCells(readable);
  const ranges = await index.locate(readable, keys.map(({ place }) => place));
  const byColumn = new Map(keys.map(({ place, numbers }) => [numbers['column'], ranges.get(place)]));
  return readable.reading.header.map((_, column) => ({ range: byColumn.get(column) ?? START, quoted: true }));
}

const START: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

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
  const cells = Array.from({ length: chunk.recordEnds[0] ?? 0 }, (_, i) => ({ range: locator.cell(i), quoted: contentOf(chunk, i).quoted }));
  const [first] = cells;
  const unnamed = first && reading.hasHeader && chunk.columns === undefined && reading.header.length === cells.length + 1;
  // The first column has no name in the file: it shows where the name would stand.
  return unnamed ? [{ range: { start: first.range.start, end: first.range.start }, quoted: false }, ...cells] : cells;
}
