import { cellsOf, cellStart, isUnsettled } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import { contentOf } from '../../core/content.ts';
import type { Dialect } from '../../core/reading.ts';

/** A chunk as its dialect means it, and the records of it that are no rows: comments and, where the dialect says so, rows of nothing. */
export interface Tidied {
  readonly chunk: Chunk;
  readonly passed: ReadonlySet<number>;
}

/** Makes comments blank lines and takes spaces off cells; `undefined` where the dialect asks for neither. Places in the text stay what they are. */
export function tidierOf({ comment, trim, skipBlankRows, lineEnd }: Dialect): ((chunk: Chunk) => Tidied) | undefined {
  if (comment === undefined && trim === undefined && skipBlankRows !== true) return undefined;
  const prefix = comment === undefined ? undefined : new TextEncoder().encode(comment);
  const end = lineEnd === 'cr' ? CR : LF;
  return chunk => {
    const passed = new Set<number>();
    for (let r = 0; r < chunk.records; r++) {
      if (prefix && beginsWith(chunk, r, prefix)) passed.add(r);
      else if (skipBlankRows === true && holdsNothing(chunk, r)) passed.add(r);
    }
    // Chunks without a comment are rebuilt too, so that those of one file are all of one form.
    return { chunk: rebuilt(chunk, passed, trim, end), passed };
  };
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

function beginsWith(chunk: Chunk, record: number, prefix: Uint8Array): boolean {
  const [first] = cellsOf(chunk, record);
  const start = cellStart(chunk, first);
  return prefix.every((byte, i) => chunk.bytes[start + i] === byte);
}

function holdsNothing(chunk: Chunk, record: number): boolean {
  const [from, to] = cellsOf(chunk, record);
  for (let cell = from; cell < to; cell++) {
    const { start, end } = contentOf(chunk, cell);
    for (let i = start; i < end; i++) if (!isSpace(chunk.bytes[i])) return false;
  }
  return true;
}

const isSpace = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;

/** The same records with cells that do not touch: one empty cell, at the end of its line, for each that is passed. */
function rebuilt(chunk: Chunk, passed: ReadonlySet<number>, trim: Dialect['trim'], lineEnd: number): Chunk {
  const [recordEnds, starts, ends] = [new Uint32Array(chunk.records), new Uint32Array(chunk.ends.length), new Uint32Array(chunk.ends.length)];
  let cells = 0;
  for (let r = 0; r < chunk.records; r++) {
    const [from, to] = cellsOf(chunk, r);
    for (let cell = passed.has(r) ? to - 1 : from; cell < to; cell++) {
      const [start, end] = extentOf(chunk, cell, cell === to - 1 ? lineEnd : 0, trim);
      starts[cells] = passed.has(r) ? end : start;
      ends[cells++] = end;
    }
    recordEnds[r] = cells;
  }
  const { bytes, firstRecord, offset, records, quote, lineBreaks, incidents } = chunk;
  const tidied = { bytes, firstRecord, offset, records, quote, lineBreaks, incidents, recordEnds, starts: starts.subarray(0, cells), ends: ends.subarray(0, cells) };
  const list = incidents.list.filter(({ record, cell }) => !passed.has(record) && (trim === undefined || !isQuoted(tidied, record, cell)));
  return { ...tidied, incidents: { ...incidents, list, total: incidents.total - incidents.list.length + list.length, unsettled: isUnsettled(chunk) } };
}

/** Where a cell starts and ends: without the carriage return of the line end and, where it has no quotes, without spaces. */
function extentOf(chunk: Chunk, cell: number, lineEnd: number, trim: Dialect['trim']): readonly [number, number] {
  const { bytes, quote } = chunk;
  let start = cellStart(chunk, cell);
  let end = chunk.ends[cell] ?? start;
  if (lineEnd === LF && bytes[end] === LF && end > start && bytes[end - 1] === CR) end--;
  if (trim === undefined || (quote !== 0 && bytes[start] === quote)) return [start, end];
  if (trim !== 'end') while (start < end && isSpace(bytes[start])) start++;
  if (trim !== 'start') while (end > start && isSpace(bytes[end - 1])) end--;
  return [start, end];
}

/** Whether the quotes of a cell, once the spaces around them are gone, are where they belong. */
function isQuoted(chunk: Chunk, record: number, cell: number): boolean {
  const [from] = cellsOf(chunk, record);
  return contentOf(chunk, from + cell).quoted;
}
