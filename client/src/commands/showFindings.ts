import * as vscode from 'vscode';
import { meantDocument } from '../chooseDataset.ts';
import type { Server } from '../languageClient.ts';
import type { Command } from './command.ts';

/** Documents of this scheme list the findings of the document whose URI is their query. */
const SCHEME = 'lintel-findings';

/** Shows all findings of a document as text, with every place: the Problems list is cut at 1,000. Argument: its URI; else the file in front. */
const showFindings: Command = {
  id: 'lintel.showFindings',
  prepare: ({ server }) => {
    const changed = new vscode.EventEmitter<vscode.Uri>();
    return vscode.Disposable.from(
      changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent: uri => listing(server, uri) }),
      vscode.languages.registerDocumentLinkProvider({ scheme: SCHEME }, { provideDocumentLinks: linksIn }),
      server.onStatus(({ checked }) => {
        for (const { uri } of checked ? vscode.workspace.textDocuments : []) {
          if (uri.scheme === SCHEME && uri.query === checked?.uri) changed.fire(uri);
        }
      }),
    );
  },
  async run({ ui }, argument) {
    const uri = meantDocument(ui, argument);
    if (!uri) return void await ui.tell(vscode.l10n.t('Open a CSV, TSV or JSON Lines file first: this workspace has none.'));
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    await vscode.window.showTextDocument(vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Findings')} ${name}.txt`, query: uri.toString() }), { preview: true });
  },
};

export default showFindings;

async function listing(server: Server, { query }: vscode.Uri): Promise<string> {
  return (await server.request('lintel/findings', { uri: query }))?.text ?? vscode.l10n.t('Not checked yet');
}

/** Places lead to where they are: VS Code reads line and character from the fragment of a link. */
function linksIn(document: vscode.TextDocument): vscode.DocumentLink[] {
  const target = vscode.Uri.parse(document.uri.query);
  return [...document.getText().matchAll(/^ {2}(\d+):(\d+)$/gm)].map(match => {
    const start = document.positionAt(match.index + 2);
    const end = document.positionAt(match.index + match[0].length);
    return new vscode.DocumentLink(new vscode.Range(start, end), target.with({ fragment: `${match[1]},${match[2]}` }));
  });
}
