import { afterRecord, cellsOf, cellStart } from '../core/chunk.ts';
import type { Chunk } from '../core/chunk.ts';
import { contentOf } from '../core/content.ts';
import type { FindingFix, Spot } from '../core/finding.ts';
import type { Source } from '../core/format.ts';
import type { Sink } from '../core/host.ts';
import { HEADER_ROW } from '../core/place.ts';
import type { Place, TextRange } from '../core/place.ts';
import { cellAt } from './chunkIndex.ts';
import { changesData, editsOf } from './fixes.ts';
import type { ResolveContext } from './resolve.ts';

/** A replacement of bytes of a file. */
export interface ByteEdit {
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

/** What fixes come to in a file: edits in file order that do not overlap. Where two want the same bytes, the first one has them. */
export interface Mending {
  readonly edits: readonly ByteEdit[];
  /** The records that change, in file order, for those who want to see them first. */
  readonly records: readonly RecordChange[];
}

/** A record that a fix changes: a copy of it, with the edits that are about it relative to its first byte. */
export interface RecordChange {
  /** Physical line it begins at, from 0. */
  readonly line: number;
  /** With its line end. */
  readonly bytes: Uint8Array;
  /** Content of each cell by column. */
  readonly cells: readonly { readonly column: number; readonly from: number; readonly to: number }[];
  readonly edits: readonly ByteEdit[];
}

interface Work {
  readonly fix: FindingFix;
  readonly spot: Spot;
}

const encoder = new TextEncoder();

/** Finds the bytes that fixes of data change, by reading again the chunks that hold their places. `preview` asks for the records too. */
export async function planMending(fixes: readonly FindingFix[], context: ResolveContext, preview: boolean): Promise<Mending> {
  const byRow = worksByRow(fixes);
  const found = new Found(preview);
  const header = byRow.get(HEADER_ROW);
  if (header) await visitHeader(context, (chunk, line) => found.add(chunk, 0, line, header, context));
  const rows = [...byRow.keys()].filter(row => row !== HEADER_ROW);
  await context.index.visitRows(context.readable, rows, (row, chunk, record, locator) => {
    found.add(chunk, record, preview ? locator.record(record).start.line : 0, byRow.get(row) ?? [], context);
  });
  return found.mending();
}

function worksByRow(fixes: readonly FindingFix[]): ReadonlyMap<number, readonly Work[]> {
  const byRow = new Map<number, Work[]>();
  for (const fix of fixes.filter(({ change }) => changesData(change))) {
    for (const spot of fix.spots) {
      const row = rowOf(spot.place);
      if (row === undefined) continue;
      const works = byRow.get(row);
      if (works) works.push({ fix, spot });
      else byRow.set(row, [{ fix, spot }]);
    }
  }
  return byRow;
}

function rowOf(place: Place): number | undefined {
  if (place.at === 'header') return HEADER_ROW;
  return 'row' in place ? place.row : undefined;
}

async function visitHeader({ readable }: ResolveContext, visit: (chunk: Chunk, line: number) => void): Promise<void> {
  const { kernel, format, source, reading } = readable;
  const reader = format.reader(kernel, source, reading);
  try {
    const chunk = await reader.header();
    if (chunk) visit(chunk, format.locator(chunk, 0).record(0).start.line);
  } finally {
    reader.dispose();
  }
}

class Found {
  readonly #edits: ByteEdit[] = [];
  readonly #records: RecordChange[] = [];
  readonly #preview: boolean;

  constructor(preview: boolean) {
    this.#preview = preview;
  }

  add(chunk: Chunk, record: number, line: number, works: readonly Work[], { readable }: ResolveContext): void {
    const edits = inOrder(works.flatMap(({ fix, spot }): readonly ByteEdit[] => {
      const range = bytesOf(spot.place, chunk, record);
      if (fix.change.do === 'delete-row') return [{ ...wholeRecord(chunk, record), bytes: new Uint8Array() }];
      return editsOf({ ...fix, spots: [{ ...spot, range: onOneLine(range.from, range.to), quoted: range.quoted }] }, readable.reading.dialect)
        .map(({ range: { start, end }, newText }) => ({ from: start.character, to: end.character, bytes: encoder.encode(newText) }));
    }));
    if (edits.length === 0) return;
    for (const edit of edits) this.#edits.push(moved(edit, chunk.offset));
    if (this.#preview) this.#records.push(recordChange(chunk, record, line, edits));
  }

  mending(): Mending {
    return { edits: inOrder(this.#edits), records: this.#records };
  }
}

/** Fixes are worked out on text ranges; a byte offset is a character of a text of one line to them. */
const onOneLine = (from: number, to: number): TextRange => ({ start: { line: 0, character: from }, end: { line: 0, character: to } });

const moved = ({ from, to, bytes }: ByteEdit, by: number): ByteEdit => ({ from: from + by, to: to + by, bytes });

interface ByteRange {
  readonly from: number;
  readonly to: number;
  readonly quoted: boolean;
}

function bytesOf(place: Place, chunk: Chunk, record: number): ByteRange {
  const cell = 'column' in place ? cellAt(chunk, record, place.column) : -1;
  if (cell === -1) return { ...withoutLineEnd(chunk, record), quoted: false };
  if (place.at === 'span') return { from: cellStart(chunk, cell) + place.start, to: cellStart(chunk, cell) + place.end, quoted: false };
  const { start, end, quoted } = contentOf(chunk, cell);
  return { from: start, to: end, quoted };
}

function withoutLineEnd(chunk: Chunk, record: number): { readonly from: number; readonly to: number } {
  const [first, after] = cellsOf(chunk, record);
  const last = Math.max(first, after - 1);
  const end = chunk.ends[last] ?? 0;
  const from = cellStart(chunk, first);
  return { from, to: chunk.bytes[end] === LF && end > from && chunk.bytes[end - 1] === CR ? end - 1 : end };
}

const LF = 10;
const CR = 13;

/** From the first byte of a record to the first byte of the next. */
function wholeRecord(chunk: Chunk, record: number): { readonly from: number; readonly to: number } {
  const [first] = cellsOf(chunk, record);
  return { from: cellStart(chunk, first), to: afterRecord(chunk, record) };
}

function recordChange(chunk: Chunk, record: number, line: number, edits: readonly ByteEdit[]): RecordChange {
  const { from, to } = wholeRecord(chunk, record);
  const [first, after] = cellsOf(chunk, record);
  const cells = Array.from({ length: after - first }, (_, i) => {
    const { start, end } = contentOf(chunk, first + i);
    return { column: chunk.columns?.[first + i] ?? i, from: start - from, to: end - from };
  });
  return { line, bytes: chunk.bytes.slice(from, to), cells, edits: edits.map(edit => moved(edit, -from)) };
}

function inOrder(edits: readonly ByteEdit[]): readonly ByteEdit[] {
  const sorted = [...edits].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: ByteEdit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (!last || edit.from >= last.to && !(edit.from === last.from && edit.to === last.to)) kept.push(edit);
  }
  return kept;
}

/** Bytes that are copied at a time. */
const BLOCK = 1024 * 1024;

/** Copies a source with its edits made; everything between them is copied byte by byte. */
export async function writeMended(source: Source, edits: readonly ByteEdit[], sink: Sink): Promise<void> {
  let at = 0;
  for (const { from, to, bytes } of edits) {
    await copy(source, at, from, sink);
    if (bytes.length > 0) await sink.write(bytes);
    at = to;
  }
  await copy(source, at, source.size ?? Infinity, sink);
}

async function copy(source: Source, from: number, to: number, sink: Sink): Promise<void> {
  if (to <= from) return;
  const block = new Uint8Array(Math.min(BLOCK, to - from));
  for (let at = from; at < to;) {
    const count = await source.read(block.subarray(0, Math.min(block.length, to - at)), at);
    if (count === 0) return;
    await sink.write(block.subarray(0, count));
    at += count;
  }
}
