import { cellsOf, cellStart } from '../../core/chunk.ts';
import type { Chunk } from '../../core/chunk.ts';
import type { Place } from '../../core/place.ts';
import { firstAbove } from '../../util/search.ts';

/** The cell that holds a byte, as a span of `length` bytes from there. */
export function placeOfOffset(chunk: Chunk, offset: number, length = 1): Place {
  const cell = firstAbove(chunk.ends, offset - 1);
  const record = firstAbove(chunk.recordEnds, cell);
  const [from] = cellsOf(chunk, record);
  return span(chunk, record, cell - from, cell, offset, length);
}

/** A byte of a cell that is known; the row where the table has no such column. */
export function placeOfByte(chunk: Chunk, record: number, cell: number, offset: number, columns: number): Place {
  const [from, to] = cellsOf(chunk, record);
  return cell < Math.max(columns, to - from) ? span(chunk, record, cell, from + cell, offset, 1) : { at: 'row', row: chunk.firstRecord + record };
}

function span(chunk: Chunk, record: number, column: number, index: number, offset: number, length: number): Place {
  const start = offset - cellStart(chunk, index);
  return { at: 'span', row: chunk.firstRecord + record, column, start, end: start + length };
}
