import * as vscode from 'vscode';
import { dataSelector } from './documents.ts';
import type { Server } from './languageClient.ts';

/** Rest of the cursor after which its cell is asked for, in milliseconds: holding an arrow key down asks once. */
const REST = 40;

/** In the status bar, the column and row the cursor is in: the header of a long table is far away. A click lists the columns to go to. */
export function showColumn(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('lintel.column', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Column of the Table');
  item.command = 'workbench.action.gotoSymbol';
  let asked = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    asked.cancel();
    clearTimeout(timer);
    const editor = vscode.window.activeTextEditor;
    if (!editor || vscode.languages.match(dataSelector(), editor.document) === 0) return item.hide();
    asked = new vscode.CancellationTokenSource();
    const { token } = asked;
    timer = setTimeout(() => void render(item, server, editor, token).catch(error => token.isCancellationRequested || server.log.warn(String(error))), REST);
  };
  update();
  return vscode.Disposable.from(
    item, vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === vscode.window.activeTextEditor && update()),
    server.onStatus(({ checked }) => checked && update()),
    { dispose: () => { clearTimeout(timer); asked.cancel(); } },
  );
}

async function render(item: vscode.StatusBarItem, server: Server, { document, selection }: vscode.TextEditor, token: vscode.CancellationToken): Promise<void> {
  const { line, character } = selection.active;
  const cell = await server.request('lintel/cellAt', { uri: document.uri.toString(), position: { line, character } }, token);
  if (token.isCancellationRequested) return;
  if (!cell) return item.hide();
  const { language } = vscode.env;
  const place = vscode.l10n.t('Column {0}: {1}', cell.column.toLocaleString(language), shortened(cell.name));
  item.text = cell.row === null ? place : vscode.l10n.t('{0} · Row {1}', place, cell.row.toLocaleString(language));
  item.tooltip = vscode.l10n.t('{0}: {1}. Column {2} of {3}. Click to go to another column.', cell.name, cell.type, cell.column, cell.columns);
  item.show();
}

/** Names of JSON paths and of questionnaires can be sentences. `$(` would draw an icon. */
function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ').replaceAll('$(', '$ (').trim();
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
