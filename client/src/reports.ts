import * as vscode from 'vscode';
import type { CheckReport } from '../../server/src/protocol/messages.ts';
import type { Server } from './languageClient.ts';

/** What the last checks of documents came to. */
export interface Reports extends vscode.Disposable {
  of(uri: vscode.Uri): CheckReport | undefined;
  /** That of the document in front. */
  active(): CheckReport | undefined;
}

/** Reports kept for documents that are not on the screen. */
const KEPT = 500;

export function collectReports(server: Server): Reports {
  const reports = new Map<string, CheckReport>();
  const listener = server.onStatus(({ checked }) => checked && remember(reports, checked));
  const of = (uri: vscode.Uri) => reports.get(uri.toString());
  return {
    of,
    active: () => {
      const editor = vscode.window.activeTextEditor;
      return editor && of(editor.document.uri);
    },
    dispose: () => void listener.dispose(),
  };
}

/** The newest last; the oldest are forgotten. */
function remember(reports: Map<string, CheckReport>, report: CheckReport): void {
  const key = vscode.Uri.parse(report.uri).toString();
  reports.delete(key);
  reports.set(key, report);
  for (const oldest of reports.keys()) {
    if (reports.size <= KEPT) return;
    reports.delete(oldest);
  }
}
