import * as vscode from 'vscode';

/** Documents of this scheme are proposals that were never written: shown beside what is there. */
const SCHEME = 'lintel-draft';
const texts = new Map<string, string>();
let made = 0;

/** Serves drafts until their tabs are closed. */
export const provideDrafts = (): vscode.Disposable => vscode.Disposable.from(
  vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: uri => texts.get(uri.toString()) ?? '' }),
  vscode.workspace.onDidCloseTextDocument(({ uri }) => void texts.delete(uri.toString())),
);

/** A read-only document with the text, named like the file it is a proposal for. */
export function draftOf(target: vscode.Uri, text: string): vscode.Uri {
  made++;
  const uri = vscode.Uri.from({ scheme: SCHEME, path: target.path, query: String(made) });
  texts.set(uri.toString(), text);
  return uri;
}
