import { type DocumentDiagnosticReport, DocumentDiagnosticReportKind, DocumentDiagnosticRequest } from 'vscode-languageserver';
import { isDescriptionUri } from '../engine/registry.ts';
import { diagnosticsOf } from './shared/diagnostics.ts';
import { fromClient } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Findings for clients that ask: those of the present text, waited for where its check is under way. */
export default defineFeature({
  capabilities: (_, { client }) => (client.pulls
    ? { diagnosticProvider: { identifier: 'lintel', interFileDependencies: true, workspaceDiagnostics: true } }
    : {}),
  register(connection, session) {
    answer(DocumentDiagnosticRequest.type, async (session, { textDocument, previousResultId }): Promise<DocumentDiagnosticReport> => {
      const { workspace } = session;
      const uri = fromClient(textDocument.uri);
      if (workspace.documents.get(uri)) await (isDescriptionUri(uri) ? workspace.settled(uri) : workspace.snapshot(uri));
      const set = workspace.store.get(uri);
      if (!set) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      if (set.resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: set.resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: set.resultId, items: await diagnosticsOf(session, set) };
    })(connection, session);
    if (session.client.pulls && session.client.refreshesDiagnostics) refreshWhenChanged();

    /** Findings change without the text when a description or the settings do; then clients are to ask again. */
    function refreshWhenChanged(): void {
      let waiting = false;
      session.workspace.store.onChange(() => {
        if (waiting) return;
        waiting = true;
        setTimeout(() => {
          waiting = false;
          void connection.languages.diagnostics.refresh();
        }, 0);
      });
    }
  },
});
