import { DocumentDiagnosticReportKind, type WorkspaceDocumentDiagnosticReport, WorkspaceDiagnosticRequest } from 'vscode-languageserver';
import { diagnosticsOf } from './shared/diagnostics.ts';
import { type Session, fromClient, toClient } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Findings of all documents that were checked, open or not, for clients that ask. */
export default defineFeature({
  register: answer(WorkspaceDiagnosticRequest.type, async (session, { previousResultIds }) => {
    const known = new Map(previousResultIds.map(({ uri, value }) => [fromClient(uri), value]));
    const reports = session.workspace.store.uris().map(uri => reportOf(session, uri, known.get(uri)));
    const gone = [...known.keys()].filter(uri => !session.workspace.store.get(uri)).map(uri => emptyReport(session, uri));
    return { items: [...await Promise.all(reports), ...gone] };
  }),
});

async function reportOf(session: Session, uri: string, known: string | undefined): Promise<WorkspaceDocumentDiagnosticReport> {
  const set = session.workspace.store.get(uri);
  if (!set) return emptyReport(session, uri);
  const about = { uri: toClient(session, uri), version: set.version ?? null, resultId: set.resultId };
  if (set.resultId === known) return { kind: DocumentDiagnosticReportKind.Unchanged, ...about };
  return { kind: DocumentDiagnosticReportKind.Full, ...about, items: await diagnosticsOf(session, set) };
}

function emptyReport(session: Session, uri: string): WorkspaceDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, uri: toClient(session, uri), version: null, items: [] };
}
