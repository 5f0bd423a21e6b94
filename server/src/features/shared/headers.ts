import { cellsOf } from '../../core/chunk.ts';
import type { TextRange } from '../../core/place.ts';
import type { RowRun } from '../../engine/textRows.ts';
import type { ShownTable } from './shownTable.ts';

/**
 * Where each column begins in the text, by its index: its cell in the header, else (no header, or records that name their columns themselves) its first
 * cell in the first records. `extent` as for `CellLocator.cell`.
 */
export async function headerCells({ rows, readable, table }: ShownTable, extent: 'content' | 'raw'): Promise<ReadonlyMap<number, TextRange>> {
  const places = new Map<number, TextRange>();
  const note = ({ chunk, locator, first, last }: RowRun): void => {
    for (let record = first; record < last && places.size < table.columns.length; record += 1) {
      const [from, to] = cellsOf(chunk, record);
      for (let cell = from; cell < to; cell += 1) {
        const column = chunk.columns?.[cell] ?? cell - from;
        if (column < table.columns.length && !places.has(column)) places.set(column, locator.cell(cell, extent));
      }
    }
  };
  const header = await rows.header();
  if (header) note({ ...header, first: 0, last: 1 });
  else await rows.visit(readable.reading.bodyOffset, readable.reading.bodyOffset + LOOKED_AT, note);
  return places;
}

/** Bytes of records that are searched for columns that no header names. */
const LOOKED_AT = 256 * 1024;
