import type { WorkspaceEdit } from 'vscode-languageserver';
import { isRefusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { describeTable } from '../engine/describe.ts';
import { allStandards } from '../engine/registry.ts';
import type { DescriptionDraft, Refused } from '../protocol/messages.ts';
import { childOf, fileNameOf, folderOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** Where a new description goes, beside its data. */
const TARGET = 'datapackage.json';

export default defineFeature({
  register: answerOwn('lintel/describe', (session, { uri }) => draftDescription(session, uri)),
});

/** Drafts a description from the last check of the data. Nothing is written. */
export async function draftDescription(session: Session, shownUri: string): Promise<DescriptionDraft | Refused> {
  const uri = fromClient(shownUri);
  session.spellings.set(uri, shownUri);
  const snapshot = await session.workspace.snapshot(uri);
  const standard = allStandards.find(each => each.mayBe(TARGET));
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const description = snapshot && describeTable(snapshot.checked, fileNameOf(uri));
  const written = description && standard?.write?.(description);
  if (!written) return { refused: words(session, say`${name(fileNameOf(uri))} holds no table that could be described.`) };
  const target = childOf(folderOf(uri), TARGET);
  return { target, text: written.text, exists: !isRefusal(await session.workspace.files.stat(target)) };
}

/** Asks the editor to create the description; never over a document that is there. */
export async function proposeDescription(session: Session, shownUri: string): Promise<DescriptionDraft | Refused> {
  const draft = await draftDescription(session, shownUri);
  if ('refused' in draft) return draft;
  if (draft.exists) return { refused: words(session, say`${name(fileNameOf(draft.target))} exists already and is left as it is.`) };
  if (!session.client.createsFiles) return { refused: words(session, say`This editor cannot create files for Lintel.`) };
  await session.connection.workspace.applyEdit(creation(draft));
  return draft;
}

function creation({ target, text }: DescriptionDraft): WorkspaceEdit {
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri: target, options: { overwrite: false, ignoreIfExists: true } },
      { textDocument: { uri: target, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}
