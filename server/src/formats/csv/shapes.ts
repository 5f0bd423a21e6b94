import { cellsOf, cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { FactList } from '../../core/factList.ts';
import type { Place } from '../../core/place.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';

const CR = 13;
const HASH = 35;
/** Delimiters a row may have been written with while the others were not. */
const OTHERS = [44, 59, 9, 124];

/** What the rows of a table should look like. */
export interface Shape {
  readonly columns: number;
  readonly delimiter: number;
  /** Ways of writing the header again: as it is, and with every name in quotes. */
  readonly headers: readonly Uint8Array[];
}

const encoder = new TextEncoder();

export function shapeOf({ header, hasHeader, dialect: { delimiter, quote } }: Reading): Shape {
  const between = String.fromCharCode(delimiter);
  const mark = String.fromCharCode(quote);
  const quoted = header.map(name => mark + name.replaceAll(mark, mark + mark) + mark);
  const headers = hasHeader && header.length > 1 ? [header, ...(quote === 0 ? [] : [quoted])].map(names => encoder.encode(names.join(between))) : [];
  return { columns: header.length, delimiter, headers };
}

/**
 * Rows with too few or too many cells, rows of nothing, and the header once more. A row that is too long is shown at its first cell beyond the header.
 * `unfinished`: the last record is one that the file breaks off in, which is another matter. `passed`: records that are no rows.
 */
export function noteShapes(chunk: Chunk, shape: Shape, facts: FactList, { unfinished, passed }: { readonly unfinished: boolean; readonly passed: ReadonlySet<number> }): void {
  const { recordEnds, ends } = chunk;
  const { columns, headers } = shape;
  if (columns === 0) return;
  const records = chunk.records - Number(unfinished);
  const longest = columns > 1 ? headers.reduce((most, { length }) => Math.max(most, length + 1), columns) : -1;
  for (let r = 0, from = 0, before = -1; r < records; r++) {
    const to = recordEnds[r] ?? 0;
    const end = ends[to - 1] ?? 0;
    // From the end of the record before; where bytes between them belong to no record, it looks longer than it is.
    const isOdd = to - from !== columns || end - before - 1 <= longest || chunk.starts !== undefined;
    if (isOdd && !passed.has(r)) noteShape(chunk, r, from, to, shape, facts);
    from = to;
    before = end;
  }
}

/** Looks at one record that may be of an odd shape. */
function noteShape(chunk: Chunk, record: number, from: number, to: number, shape: Shape, facts: FactList): void {
  const { columns, headers } = shape;
  const place: Place = { at: 'row', row: chunk.firstRecord + record };
  if (to - from !== columns) return facts.add(oddRow(chunk, record, from, to - from, shape));
  if (columns < 2) return;
  // With as many bytes as delimiters there is no room for content.
  if (contentLength(chunk, from, to) === columns - 1) facts.add({ kind: 'blank-row', place, numbers: { delimited: 1 } });
  else if (headers.some(header => isWritten(chunk, from, to, header))) facts.add({ kind: 'repeated-header', place, numbers: {} });
}

function oddRow(chunk: Chunk, record: number, from: number, cells: number, shape: Shape): StructuralFact {
  const { columns } = shape;
  const row = chunk.firstRecord + record;
  const here: Place = { at: 'row', row };
  if (columns > 1 && cells === 1 && isBlank(chunk, from)) return { kind: 'blank-row', place: here, numbers: { delimited: 0 } };
  if (cells < columns && chunk.bytes[cellStart(chunk, from)] === HASH) return { kind: 'comment-line', place: here, numbers: {} };
  const delimiter = cells < columns ? otherDelimiter(chunk, record, shape) : 0;
  const hollow = Number(cells > columns && isHollow(chunk, from + columns, from + cells));
  return { kind: 'ragged-row', place: cells > columns ? { at: 'cell', row, column: columns } : here, numbers: { cells, expected: columns, delimiter, hollow } };
}

/** The delimiter that would cut a row into as many cells as the header has; 0 where there is none. */
function otherDelimiter(chunk: Chunk, record: number, { columns, delimiter }: Shape): number {
  const [from, to] = cellsOf(chunk, record);
  const row = chunk.bytes.subarray(cellStart(chunk, from), chunk.ends[to - 1]);
  return OTHERS.find(other => other !== delimiter && row.length < 65_536 && row.reduce((sum, byte) => sum + Number(byte === other), 0) === columns - 1) ?? 0;
}

const isHollow = (chunk: Chunk, from: number, to: number): boolean => {
  for (let cell = from; cell < to; cell++) if (!isBlank(chunk, cell)) return false;
  return true;
};

/** Nothing in a cell but spaces, and the carriage return of a line end. */
function isBlank(chunk: Chunk, cell: number): boolean {
  const { bytes } = chunk;
  const start = cellStart(chunk, cell);
  const end = chunk.ends[cell] ?? 0;
  for (let i = start; i < end; i++) if (bytes[i] !== 32 && bytes[i] !== 9 && !(bytes[i] === CR && i === end - 1)) return false;
  return true;
}

/** Bytes of a record without its line end. */
function contentLength(chunk: Chunk, from: number, to: number): number {
  const end = chunk.ends[to - 1] ?? 0;
  return end - cellStart(chunk, from) - Number(chunk.bytes[end - 1] === CR);
}

function isWritten(chunk: Chunk, from: number, to: number, bytes: Uint8Array): boolean {
  const start = cellStart(chunk, from);
  const length = (chunk.ends[to - 1] ?? 0) - start;
  if (length !== bytes.length && !(length === bytes.length + 1 && chunk.bytes[start + bytes.length] === CR)) return false;
  for (let i = 0; i < bytes.length; i++) if (chunk.bytes[start + i] !== bytes[i]) return false;
  return true;
}
