import type { Column } from '../core/column.ts';
import { present } from '../core/column.ts';
import { name, say } from '../core/message.ts';
import { isRefusal } from '../core/host.ts';
import { type Snapshot, contributionsOf } from '../engine/dataCheck.ts';
import { shownValue } from '../engine/mask.ts';
import { readRows } from '../engine/readRows.ts';
import type { Refused, RowFinding, RowPage, RowsParams } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** Rows of a dataset, for a preview of files that no editor shows as text. */
export default defineFeature({
  register: answerOwn('lintel/rows', rowPage),
});

/** Rows of one answer at most. */
const MOST = 500;
/** Characters of a cell at most; what is longer ends in an ellipsis. */
const LONGEST = 500;

async function rowPage(session: Session, { uri: shownUri, from, count, unmasked }: RowsParams): Promise<RowPage | Refused> {
  const { workspace } = session;
  const uri = fromClient(shownUri);
  const snapshot = await workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const table = snapshot?.checked.table;
  if (!snapshot || !table) return { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
  const first = Math.max(0, Math.min(Math.floor(from), table.records - 1));
  const wanted = Array.from({ length: Math.max(0, Math.min(count, MOST, table.records - first)) }, (_, i) => first + i);
  const rows = await readRows(snapshot, wanted, { documents: workspace.documents, disk: workspace.host.files, kernel: await workspace.kernel() });
  if (isRefusal(rows)) return refusal(session, uri, rows);
  const shown = (text: string | null, column: number): string | null => {
    if (text === null) return null;
    return shorten(unmasked ? text : shownValue(snapshot.masks, column, text));
  };
  return {
    columns: table.columns.map(column => ({ name: column.name, masked: snapshot.masks(column.index) !== undefined, numeric: isNumeric(column) })),
    total: table.records, from: first,
    rows: rows.map(cells => table.columns.map((_, column) => shown(cells[column] ?? null, column))),
    findings: findingsIn(session, snapshot, first, first + wanted.length),
  };
}

const isNumeric = (column: Column): boolean => (column.summary.numbers?.count ?? 0) > present(column) / 2;

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function findingsIn(session: Session, snapshot: Snapshot, from: number, to: number): readonly RowFinding[] {
  const own = contributionsOf(snapshot).find(({ uri }) => uri === snapshot.uri)?.findings ?? [];
  return own.flatMap(({ severity, message, spots }) => spots.flatMap(({ place }) => {
    if (!('row' in place) || place.row < from || place.row >= to) return [];
    return [{ row: place.row, column: 'column' in place ? place.column : -1, severity, message: words(session, message) }];
  }));
}
