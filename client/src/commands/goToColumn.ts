import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import type { Server } from '../languageClient.ts';
import { isPreviewed, showPlace } from '../views/shared/goTo.ts';
import type { Command } from './command.ts';

/** Goes to a column by its name, staying in the row the cursor is in. Argument: the URI of the dataset; else the file in front. */
const goToColumn: Command = {
  id: 'lintel.goToColumn',
  async run(context, argument) {
    const { server, ui } = context;
    const title = vscode.l10n.t('Go to Column');
    const uri = await chooseDataset(ui, argument, title);
    if (!uri) return;
    // Asked for before the list takes the focus, awaited after: what is typed meanwhile must not land in the data.
    const row = isPreviewed(uri) ? Promise.resolve(-1) : rowOfCursor(server, uri);
    const chosen = await ui.pick(columnsOf(server, uri), { title, placeHolder: vscode.l10n.t('Name or number of a column'), matchOnDescription: true });
    if (chosen) await showPlace(context, uri, { row: await row, column: chosen.column });
  },
};

export default goToColumn;

async function columnsOf(server: Server, uri: vscode.Uri): Promise<readonly (vscode.QuickPickItem & { readonly column: number })[]> {
  const page = await server.request('lintel/rows', { uri: uri.toString(), from: 0, count: 0, unmasked: false });
  if ('refused' in page) return [];
  return page.columns.map(({ name }, column) => ({ label: name.trim() === '' ? vscode.l10n.t('(empty)') : name, description: String(column + 1), column }));
}

/** -1 in the header and where there is no cursor. */
async function rowOfCursor(server: Server, uri: vscode.Uri): Promise<number> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString()) return -1;
  const { line, character } = editor.selection.active;
  const cell = await server.request('lintel/cellAt', { uri: uri.toString(), position: { line, character } });
  return (cell?.row ?? 0) - 1;
}
