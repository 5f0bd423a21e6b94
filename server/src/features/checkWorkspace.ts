import type { CancellationToken } from 'vscode-languageserver';
import { say } from '../core/message.ts';
import type { Refused, WorkspaceReport } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { showProgress } from './shared/progress.ts';
import { refusal } from './shared/refusals.ts';
import { addCounts, countFindings, NO_FINDINGS } from './shared/reports.ts';
import { type Session, toClient, words } from './shared/session.ts';
import { answerBare, defineFeature } from './feature.ts';

export default defineFeature({
  register: answerBare('lintel/checkWorkspace', checkWorkspace),
});

/** Checks all datasets and descriptions of the workspace, with progress that can be cancelled. */
export async function checkWorkspace(session: Session, token: CancellationToken): Promise<WorkspaceReport | Refused> {
  const { workspace } = session;
  if (workspace.folders.length === 0) return { refused: words(session, say`There is no folder open, so there is no workspace to check.`) };
  const state = { stopped: false, get cancelled() { return state.stopped || token.isCancellationRequested; } };
  const progress = await showProgress(session, say`Checking the workspace`, () => {
    state.stopped = true;
    workspace.stop();
  });
  let findings = NO_FINDINGS;
  let files = 0;
  const skipped: { readonly uri: string; readonly reason: string }[] = [];
  try {
    const { cancelled } = await workspace.checkAll(state, (uri, { unchecked }, done, known) => {
      progress.report(done / known, fileNameOf(uri));
      if (unchecked) skipped.push({ uri: toClient(session, uri), reason: refusal(session, uri, unchecked).refused });
      else files += 1;
      findings = addCounts(findings, countFindings(workspace.store.get(uri)?.findings ?? []));
    });
    return { files, findings, cancelled, skipped };
  } finally {
    progress.done();
  }
}
