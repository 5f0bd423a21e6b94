import * as vscode from 'vscode';
import type { AssociationFacts } from '../../../../server/src/protocol/associations.ts';
import type { ProfileFacts } from '../../../../server/src/protocol/messages.ts';
import type { CommandContext } from '../../commands/command.ts';
import { goTo } from '../shared/goTo.ts';
import { pageOf, webviewOptions } from '../shared/panel.ts';
import { isFromPage, isPageState, type ToPage } from './messages.ts';
import { pageWords } from './words.ts';

const VIEW_TYPE = 'lintel.profile';

/** One panel a dataset. */
const panels = new Map<string, vscode.WebviewPanel>();

/** Shows the profile of a dataset beside it; the panel that is there already where there is one. */
export function showProfile(context: CommandContext, uri: vscode.Uri): void {
  const known = panels.get(uri.toString());
  if (known) return known.reveal();
  const title = vscode.l10n.t('Profile: {0}', fileName(uri));
  attach(vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Beside, webviewOptions(context.extension)), context, uri);
}

/** Profiles that stood in an earlier window are made anew from the data. */
export function restoreProfiles(context: CommandContext): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    async deserializeWebviewPanel(panel, state: unknown) {
      if (!isPageState(state)) return panel.dispose();
      panel.webview.options = webviewOptions(context.extension);
      attach(panel, context, vscode.Uri.parse(state.uri));
    },
  });
}

/** Ties a panel to its dataset: what is known stays here, the page may be thrown away and made anew at any time. */
function attach(panel: vscode.WebviewPanel, context: CommandContext, uri: vscode.Uri): void {
  const { server, extension, ui } = context;
  const key = uri.toString();
  let profile: ProfileFacts | undefined;
  let associations: AssociationFacts | undefined;
  let refused: string | undefined;
  let asked = 0;
  let answered = 0;
  const show = () => {
    const message: ToPage = {
      type: 'show', uri: key, title: fileName(uri), words: pageWords(), busy: answered < asked,
      ...(profile && { profile, addresses: addressesOf(panel.webview, profile) }), ...(associations && { associations }), ...(refused !== undefined && { refused }),
    };
    void panel.webview.postMessage(message);
  };
  const refresh = async () => {
    asked += 1;
    const mine = asked;
    show();
    const answer = await server.request('lintel/profile', { uri: key }).catch(() => ({ refused: vscode.l10n.t('The dataset could not be read; the reason is in the log.') }));
    // An answer that a later one has overtaken is of a text that is gone.
    if (mine < asked) return;
    answered = mine;
    associations = undefined;
    if ('refused' in answer) [profile, refused] = [undefined, answer.refused];
    else [profile, refused] = [answer, undefined];
    show();
  };
  const associate = async () => {
    const mine = asked;
    const answer = await server.request('lintel/associations', { uri: key }).catch(() => undefined);
    if (mine < asked || !answer || 'refused' in answer) return show();
    associations = answer;
    show();
  };
  panels.set(key, panel);
  panel.webview.options = optionsFor(extension, uri);
  const listening = vscode.Disposable.from(
    server.onStatus(({ checked }) => void (checked?.uri === key && refresh())),
    panel.webview.onDidReceiveMessage((message: unknown) => {
      if (!isFromPage(message)) return;
      if (message.type === 'ready') show();
      if (message.type === 'again') void refresh();
      if (message.type === 'associate') void associate();
      if (message.type === 'go') void goTo(ui, uri, { ...message, hasText: profile?.hasText ?? true }, panel.viewColumn);
      if (message.type === 'open') openWithin(ui, uri, message.uri);
      if (message.type === 'explain') void ui.execute('lintel.explainRule', message.rule);
    }),
  );
  panel.onDidDispose(() => {
    listening.dispose();
    if (panels.get(key) === panel) panels.delete(key);
  });
  panel.webview.html = pageOf(panel.webview, extension.extensionUri, panel.title, 'profile');
  void refresh();
}

/** Pictures of a folder, and of no other one, may be shown. */
function optionsFor(extension: vscode.ExtensionContext, uri: vscode.Uri): vscode.WebviewOptions {
  const options = webviewOptions(extension);
  return isFolder(uri) ? { ...options, localResourceRoots: [...options.localResourceRoots ?? [], uri] } : options;
}

function openWithin(ui: CommandContext['ui'], folder: vscode.Uri, picture: string): void {
  const wanted = vscode.Uri.parse(picture);
  if (isFolder(folder) && wanted.scheme === folder.scheme && wanted.path.startsWith(folder.path)) void ui.execute('vscode.open', wanted);
}

const isFolder = ({ path }: vscode.Uri): boolean => path.endsWith('/');

const addressesOf = (webview: vscode.Webview, { pictures = [] }: ProfileFacts): Record<string, string> =>
  Object.fromEntries(pictures.flatMap(group => group.pictures).map(({ uri }) => [uri, webview.asWebviewUri(vscode.Uri.parse(uri)).toString()]));

const fileName = (uri: vscode.Uri): string => uri.path.replace(/\/$/, '').split('/').pop() ?? uri.path;
