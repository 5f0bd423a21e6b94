import { isRefusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { HEADER_ROW } from '../core/place.ts';
import { locateCell } from '../engine/readRows.ts';
import type { PlaceFacts, PlaceParams, Refused } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, rangesFor, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** Where a row or a cell of a dataset stands, for going there. */
export default defineFeature({
  register: answerOwn('lintel/place', placeOf),
});

async function placeOf(session: Session, { uri: shownUri, row, column }: PlaceParams): Promise<PlaceFacts | Refused> {
  const { workspace } = session;
  const uri = fromClient(shownUri);
  const snapshot = await workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const table = snapshot?.checked.table;
  if (!snapshot || !table) return { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
  const place = { row: row < 0 ? HEADER_ROW : Math.min(row, Math.max(0, table.records - 1)), column: Math.min(column, table.columns.length - 1) };
  const range = await locateCell(snapshot, place, { documents: workspace.documents, disk: workspace.host.files, kernel: await workspace.kernel() });
  if (isRefusal(range)) return refusal(session, uri, range);
  const toRange = await rangesFor(session, uri);
  return { range: toRange(range), row: row < 0 ? -1 : place.row, column: place.column, hasText: snapshot.checked.layout?.hasText ?? true };
}
