import * as vscode from 'vscode';

/** Documents of this scheme are proposals that were never written: shown beside what is there. */
const SCHEME = 'lintel-draft';
const texts = new Map<string, string>();

export const provideDrafts = (): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: uri => texts.get(uri.toString()) ?? '' });

/** A read-only document with the text, named like the file it is a proposal for. Dispose of it once it is decided on. */
export function draftOf(target: vscode.Uri, text: string): { readonly uri: vscode.Uri; dispose(): void } {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: target.path, query: String(texts.size + 1) });
  texts.set(uri.toString(), text);
  return { uri, dispose: () => void texts.delete(uri.toString()) };
}
