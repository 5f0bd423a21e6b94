import { name, say } from '../core/message.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import type { CheckReport, Refused } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { addCounts, countFindings, NO_FINDINGS, reportOf } from './shared/reports.ts';
import { type Session, fromClient, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

export default defineFeature({
  register: answerOwn('lintel/checkFile', (session, { uri, asText }) => checkFile(session, uri, asText)),
});

/** Checks one file now. Naming a file is consent to read it, wherever it is. */
export async function checkFile(session: Session, shownUri: string, asText = false): Promise<CheckReport | Refused> {
  const { workspace, spellings } = session;
  const uri = fromClient(shownUri);
  spellings.set(uri, shownUri);
  const { end, unchecked } = await workspace.check(uri, false, asText);
  if (unchecked) return refusal(session, uri, unchecked);
  if (end === 'failed') return { refused: words(session, say`The check of ${name(fileNameOf(uri))} failed; the log has the details.`) };
  const snapshot = workspace.lastSnapshot(uri);
  const cancelled = end !== 'done';
  if (snapshot && !isDescriptionUri(uri)) return reportOf(session, snapshot, cancelled);
  const findings = addCounts(NO_FINDINGS, countFindings(workspace.store.get(uri)?.findings ?? []));
  return { uri: toClient(session, uri), findings, rows: 0, columns: 0, dialect: null, notices: [], cancelled };
}
