import * as vscode from 'vscode';
import { ACT_ON_FINDING, PREVIEW_ROWS } from '../../../../server/src/protocol/messages.ts';
import type { CommandContext } from '../../commands/command.ts';
import { PREVIEW } from '../shared/goTo.ts';
import { pageOf, webviewOptions } from '../shared/panel.ts';
import { isFromPage, isRowLink, type Target, type ToPage } from './messages.ts';
import { pageWords } from './words.ts';

/** Rows of one page. */
const ROWS = 100;

/** Editors that are open, and rows that were asked for before their editor was. */
const editors = new Map<string, { go(target: Target): void }>();
const awaited = new Map<string, Target>();

/** Opens the preview of a dataset, at a row where one is given. */
export async function previewRows({ ui }: CommandContext, uri: vscode.Uri, target?: Target): Promise<void> {
  const key = uri.toString();
  if (target) awaited.set(key, target);
  await ui.execute('vscode.openWith', uri, PREVIEW);
  if (target) editors.get(key)?.go(target);
}

/** Makes the previews, also those an earlier window had open. */
export function providePreviews(context: CommandContext): vscode.Disposable {
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: uri => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: ({ uri }, panel) => (uri.scheme === PREVIEW_ROWS.scheme ? lead(panel, context, uri) : attach(panel, context, uri)),
  };
  const options = { supportsMultipleEditorsPerDocument: false, webviewOptions: { enableFindWidget: true } };
  return vscode.window.registerCustomEditorProvider(PREVIEW, provider, options);
}

/** A link to a row leads to the one preview of its file, one to a finding asks what to do about it. */
function lead(panel: vscode.WebviewPanel, context: CommandContext, { query }: vscode.Uri): void {
  const link: unknown = JSON.parse(query);
  if (!isRowLink(link)) return;
  if (typeof link.finding === 'string') {
    panel.dispose();
    return void context.ui.execute(ACT_ON_FINDING, link.uri, link.finding);
  }
  void previewRows(context, vscode.Uri.parse(link.uri), { row: link.row, column: link.column }).finally(() => panel.dispose());
}

function attach(panel: vscode.WebviewPanel, { server, extension }: CommandContext, uri: vscode.Uri): void {
  const key = uri.toString();
  const post = (message: ToPage) => void panel.webview.postMessage(message);
  let latest = 0;
  const read = async (from: number, unmasked: boolean, target: Target) => {
    latest += 1;
    const mine = latest;
    const failed = { refused: vscode.l10n.t('The dataset could not be read; the reason is in the log.') };
    const page = await server.request('lintel/rows', { uri: key, from, count: ROWS, unmasked }).catch(() => failed);
    if (mine < latest) return;
    post('refused' in page ? { type: 'refused', refused: page.refused } : { type: 'rows', page, unmasked, target });
  };
  const here = { go: (target: Target) => post({ type: 'go', target }) };
  editors.set(key, here);
  panel.webview.options = webviewOptions(extension);
  const listening = panel.webview.onDidReceiveMessage((message: unknown) => {
    if (!isFromPage(message)) return;
    if (message.type === 'rows') return void read(message.from, message.unmasked, message.target);
    post({ type: 'words', title: uri.path.split('/').pop() ?? '', words: pageWords() });
    post({ type: 'go', target: awaited.get(key) ?? { row: -1, column: -1 } });
    awaited.delete(key);
  });
  panel.onDidDispose(() => {
    listening.dispose();
    if (editors.get(key) === here) editors.delete(key);
  });
  panel.webview.html = pageOf(panel.webview, extension.extensionUri, panel.title, 'preview');
}
