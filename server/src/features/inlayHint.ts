import { type InlayHint, InlayHintKind, InlayHintRequest, type Range } from 'vscode-languageserver';
import { say } from '../core/message.ts';
import { typeName } from './shared/columnTypes.ts';
import { headerCells } from './shared/headers.ts';
import { refresher, whenColumnsChange } from './shared/refresh.ts';
import { type Session, fromClient, rangesFor, words } from './shared/session.ts';
import { shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** The type of each column behind its name, where the settings want that. */
export default defineFeature({
  capabilities: () => ({ inlayHintProvider: true }),
  register(connection, session) {
    answer(InlayHintRequest.type, (_, { textDocument, range }) => hintsIn(session, fromClient(textDocument.uri), range))(connection, session);
    if (session.client.refreshesHints) whenColumnsChange(session, refresher(connection, 'workspace/inlayHint/refresh'));
  },
});

/** Hints of one line; a table of more columns is read by scrolling. */
const LIMIT = 500;

async function hintsIn(session: Session, uri: string, { start, end }: Range): Promise<InlayHint[]> {
  const shown = session.workspace.settingsOf(uri).typeHints ? await shownTable(session, uri) : undefined;
  if (!shown?.readable.reading.hasHeader || shown.readable.reading.dialect.values) return [];
  const toRange = await rangesFor(session, uri);
  const cells = await headerCells(shown, 'raw');
  return shown.table.columns.slice(0, LIMIT).flatMap((column): InlayHint[] => {
    const cell = cells.get(column.index);
    const position = cell && toRange(cell).end;
    if (!position || position.line < start.line || position.line > end.line) return [];
    const type = typeName(column, shown.snapshot.masks(column.index) !== undefined);
    return [{ position, label: words(session, say`: ${type}`), kind: InlayHintKind.Type }];
  });
}
