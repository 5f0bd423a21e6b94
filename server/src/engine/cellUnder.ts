import type { Chunk } from '../core/chunk.ts';
import { cellsOf } from '../core/chunk.ts';
import { HEADER_ROW } from '../core/place.ts';
import { firstAbove } from '../util/search.ts';
import type { TextRows } from './textRows.ts';

/** A cell by its row (`HEADER_ROW` for the header) and column. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The cell that holds byte `offset` of a document; `undefined` between records and beyond the end. */
export async function cellUnder(rows: TextRows, offset: number): Promise<CellPlace | undefined> {
  const header = await rows.header();
  const inHeader = header && cellIn(header.chunk, offset);
  if (inHeader) return { row: HEADER_ROW, column: inHeader.column };
  let found: CellPlace | undefined;
  await rows.visit(offset, offset + 1, ({ chunk }) => { found ??= cellIn(chunk, offset); });
  return found;
}

function cellIn(chunk: Chunk, offset: number): CellPlace | undefined {
  const at = offset - chunk.offset;
  if (at < 0 || at > chunk.bytes.length) return undefined;
  // The byte that ends a cell counts as its last: a cursor after the last character is still in the cell.
  const cell = firstAbove(chunk.ends, at - 1);
  const row = firstAbove(chunk.recordEnds, cell);
  if (row >= chunk.records) return undefined;
  const [from] = cellsOf(chunk, row);
  return { row: chunk.firstRecord + row, column: chunk.columns?.[cell] ?? cell - from };
}
