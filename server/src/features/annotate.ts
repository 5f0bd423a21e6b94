import { isRefusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { annotateColumn } from '../engine/annotateColumn.ts';
import type { AnnotateParams } from '../protocol/risk.ts';
import type { Refused } from '../protocol/messages.ts';
import { refusal } from './shared/refusals.ts';
import { checkedTable } from './shared/riskTable.ts';
import { type Session, rangesFor, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** Annotates a column in the description that names the dataset. */
export default defineFeature({
  register: answerOwn('lintel/annotate', annotate),
});

async function annotate(session: Session, { uri: shownUri, column, ...annotation }: AnnotateParams): Promise<{ readonly changed: string } | Refused> {
  const { workspace, connection, client } = session;
  if (client.options.trusted === false) return refusal(session, shownUri, { refused: 'untrusted', detail: '' });
  const shown = await checkedTable(session, shownUri);
  if ('refused' in shown) return shown;
  const edit = await annotateColumn(workspace.files, shown.snapshot, column, annotation);
  const called = name(shown.table.columns[column]?.name ?? '');
  if (!edit) return { refused: words(session, say`There is nothing to write: ${called} is annotated so already, or no Data Package describes it.`) };
  if (isRefusal(edit)) return refusal(session, shown.uri, edit);
  const toRange = await rangesFor(session, edit.uri);
  const textEdit = { range: toRange(edit.range), newText: edit.newText };
  const target = toClient(session, edit.uri);
  const version = workspace.documents.get(edit.uri)?.version ?? null;
  await connection.workspace.applyEdit(client.versionedEdits ? { documentChanges: [{ textDocument: { uri: target, version }, edits: [textEdit] }] } : { changes: { [target]: [textEdit] } });
  return { changed: target };
}
