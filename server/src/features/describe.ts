import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Files } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { describedAs, type Draft, type DraftSurroundings, type Undrafted } from '../engine/drafts.ts';
import type { DescriptionDraft, Refused } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

export default defineFeature({
  register: answerOwn('lintel/describe', (session, { uri }) => draftDescription(session, uri)),
});

/** Drafts a description from the last check of the data, merged into what is there. Nothing is written. */
export async function draftDescription(session: Session, shownUri: string): Promise<DescriptionDraft | Refused> {
  const made = await draft(session, shownUri, describedAs);
  return 'refused' in made ? made : shown(session, made);
}

export const shown = (session: Session, { target, ...draft }: Draft): DescriptionDraft => ({ ...draft, target: toClient(session, target) });

type Maker<T> = (files: Files, snapshot: Snapshot, surroundings: DraftSurroundings) => Promise<T | Undrafted | undefined>;

/** What becomes of the description of a dataset, as `make` has it. */
export async function draft<T extends object>(session: Session, shownUri: string, make: Maker<T>): Promise<T | Refused> {
  const uri = fromClient(shownUri);
  session.spellings.set(uri, shownUri);
  const snapshot = await session.workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const { workspace } = session;
  const snapshotOf = async (other: string): Promise<Snapshot | undefined> => {
    const found = await workspace.snapshot(other);
    return found && 'refused' in found ? undefined : found;
  };
  const surroundings = { documents: workspace.documents, disk: workspace.host.files, kernel: await workspace.kernel(), snapshotOf };
  const made = snapshot && await make(workspace.files, snapshot, surroundings);
  if (!made) return { refused: words(session, say`${name(fileNameOf(uri))} holds no table that could be described.`) };
  return 'refused' in made ? refusal(session, made.uri, made) : made;
}

/** Asks the editor to create the description; never over a document that is there. */
export async function proposeDescription(session: Session, shownUri: string): Promise<DescriptionDraft | Refused> {
  const made = await draftDescription(session, shownUri);
  if ('refused' in made) return made;
  if (made.exists) return { refused: words(session, say`${name(fileNameOf(made.target))} exists already and is left as it is.`) };
  if (!session.client.createsFiles) return { refused: words(session, say`This editor cannot create files for Lintel.`) };
  await session.connection.workspace.applyEdit(creation(made));
  return made;
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
