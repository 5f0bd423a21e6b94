import * as vscode from 'vscode';
import type { RiskAlternatives, RiskFacts, RiskWish } from '../../../../server/src/protocol/risk.ts';
import type { CommandContext } from '../../commands/command.ts';
import { showPlace } from '../shared/goTo.ts';
import { pageOf, webviewOptions } from '../shared/panel.ts';
import { type FromPage, isFromPage, isPageState, type ToPage } from './messages.ts';
import { pageWords } from './words.ts';

const VIEW_TYPE = 'lintel.risk';

/** One panel a dataset. */
const panels = new Map<string, vscode.WebviewPanel>();

/** Shows how easily people are found again in a dataset, beside it; the panel that is there already where there is one. */
export function showRisk(context: CommandContext, uri: vscode.Uri): void {
  const known = panels.get(uri.toString());
  if (known) return known.reveal();
  const title = vscode.l10n.t('Risk: {0}', fileName(uri));
  attach(vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Beside, webviewOptions(context.extension)), context, uri);
}

/** Panels that stood in an earlier window are measured anew. */
export function restoreRisks(context: CommandContext): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(panel, state: unknown) {
      if (!isPageState(state)) return panel.dispose();
      panel.webview.options = webviewOptions(context.extension);
      attach(panel, context, vscode.Uri.parse(state.uri));
    },
  });
}

/** What is known of a dataset, so that the page may be thrown away and made anew at any time. */
interface Known {
  facts?: RiskFacts | undefined;
  before?: RiskFacts | undefined;
  alternatives?: RiskAlternatives | undefined;
  refused?: string | undefined;
  /** What was asked for last; left out for what is suggested. */
  wish?: RiskWish | undefined;
  asked: number;
  answered: number;
}

function attach(panel: vscode.WebviewPanel, context: CommandContext, uri: vscode.Uri): void {
  const { server, extension } = context;
  const key = uri.toString();
  const known: Known = { asked: 0, answered: 0 };
  const show = () => void panel.webview.postMessage(messageOf(key, known));
  const ask = () => void measure(context, key, known, show);
  panels.set(key, panel);
  const listening = vscode.Disposable.from(
    server.onStatus(({ checked }) => void (checked?.uri === key && ask())),
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (!isFromPage(message)) return;
      if (message.type === 'row') return void showPlace(context, uri, { row: message.row, column: -1 });
      if (asks(message, known)) ask();
      else show();
    }),
  );
  panel.onDidDispose(() => {
    listening.dispose();
    if (panels.get(key) === panel) panels.delete(key);
  });
  panel.webview.html = pageOf(panel.webview, extension.extensionUri, panel.title, 'risk');
  ask();
}

/** Takes in what the page says; true where it takes another look at the data. */
function asks(message: Exclude<FromPage, { readonly type: 'row' }>, known: Known): boolean {
  switch (message.type) {
    case 'ready': return false;
    case 'again': return true;
    case 'compare':
      known.before = known.facts;
      return false;
    case 'suggest':
      [known.wish, known.before] = [undefined, undefined];
      return true;
    case 'ask':
      known.wish = message.wish;
      return true;
  }
}

/** The measures first, then what each change would make of them. An answer that a later question has overtaken is dropped. */
async function measure({ server }: CommandContext, uri: string, known: Known, show: () => void): Promise<void> {
  known.asked += 1;
  const mine = known.asked;
  show();
  const failed = () => ({ refused: vscode.l10n.t('The dataset could not be read; the reason is in the log.') });
  const answer = await server.request('lintel/risk', { uri, ...(known.wish && { wish: known.wish }) }).catch(failed);
  if (mine < known.asked) return;
  known.answered = mine;
  known.alternatives = undefined;
  if ('refused' in answer) [known.facts, known.refused] = [undefined, answer.refused];
  else [known.facts, known.before, known.refused] = [answer, known.before ?? (answer.nothing === undefined ? answer : undefined), undefined];
  show();
  if ('refused' in answer || answer.nothing !== undefined) return;
  const alternatives = await server.request('lintel/riskAlternatives', { uri, wish: answer.wish }).catch(() => undefined);
  if (mine < known.asked || !alternatives || 'refused' in alternatives) return;
  known.alternatives = alternatives;
  show();
}

function messageOf(uri: string, { facts, before, alternatives, refused, asked, answered }: Known): ToPage {
  return {
    type: 'show', uri, title: fileName(vscode.Uri.parse(uri)), words: pageWords(), busy: answered < asked,
    ...(facts && { facts }), ...(before && { before }), ...(alternatives && { alternatives }), ...(refused !== undefined && { refused }),
  };
}

const fileName = (uri: vscode.Uri): string => uri.path.split('/').pop() ?? uri.path;
