import type { Chunk } from '../core/chunk.ts';
import { cellsOf } from '../core/chunk.ts';
import type { Reader } from '../core/format.ts';
import { HEADER_ROW } from '../core/place.ts';
import { firstAbove } from '../util/search.ts';
import type { Readable } from './chunkIndex.ts';

/** A cell by its row (`HEADER_ROW` for the header) and column. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The cell that holds byte `offset` of the source, found by reading up to there; `undefined` between records and beyond the end. */
export async function cellUnder(readable: Readable, offset: number): Promise<CellPlace | undefined> {
  const { format, kernel, source, reading } = readable;
  const reader = format.reader(kernel, source, reading);
  try {
    return await find(reader, offset);
  } finally {
    reader.dispose();
  }
}

async function find(reader: Reader, offset: number): Promise<CellPlace | undefined> {
  const header = await reader.header();
  const inHeader = header && cellIn(header, offset);
  if (inHeader) return { row: HEADER_ROW, column: inHeader.column };
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    const found = cellIn(chunk, offset);
    if (found) return { row: chunk.firstRecord + found.row, column: found.column };
    if (chunk.offset > offset) return undefined;
  }
  return undefined;
}

function cellIn(chunk: Chunk, offset: number): CellPlace | undefined {
  const at = offset - chunk.offset;
  if (at < 0 || at >= chunk.bytes.length) return undefined;
  // The byte that ends a cell counts as its last: a cursor after the last character is still in the cell.
  const cell = firstAbove(chunk.ends, at - 1);
  const row = firstAbove(chunk.recordEnds, cell);
  if (row >= chunk.records) return undefined;
  const [from] = cellsOf(chunk, row);
  return { row, column: chunk.columns?.[cell] ?? cell - from };
}
