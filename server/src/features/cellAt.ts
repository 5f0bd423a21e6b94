import { HEADER_ROW } from '../core/place.ts';
import { cellUnder } from '../engine/cellUnder.ts';
import type { CellFacts, Requests } from '../protocol/messages.ts';
import { typeName } from './shared/columnTypes.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { shownTable } from './shared/shownTable.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** The cell at a position: where a cursor is, in words of the table. */
export default defineFeature({
  register: answerOwn('lintel/cellAt', (session, params) => cellAt(session, params)),
});

async function cellAt(session: Session, { uri, position }: Requests['lintel/cellAt']['params']): Promise<CellFacts | null> {
  const shown = await shownTable(session, fromClient(uri));
  const cell = shown && await cellUnder(shown.rows, shown.readable.source.offsetAt(position, session.client.encoding));
  const column = cell && shown.table.columns[cell.column];
  if (!column) return null;
  const personal = shown.snapshot.masks(column.index) !== undefined;
  return {
    row: cell.row === HEADER_ROW ? null : cell.row + 1,
    column: column.index + 1, columns: shown.table.columns.length, name: column.name, type: words(session, typeName(column, personal)),
  };
}
