import * as vscode from 'vscode';
import type { OfferedAction, OfferedFinding } from '../../../server/src/protocol/messages.ts';
import { chooseDataset } from '../chooseDataset.ts';
import { showPlace } from '../views/shared/goTo.ts';
import type { Command, CommandContext } from './command.ts';

/**
 * Asks what to do about a finding: what quick fixes offer, for files that have no text to offer them at. Arguments: the URI of the dataset, else the file in
 * front; the key of the finding, else it is chosen from a list.
 */
const actOnFinding: Command = {
  id: 'lintel.actOnFinding',
  async run(context, argument, key) {
    const title = vscode.l10n.t('Act on a Finding');
    const uri = await chooseDataset(context.ui, argument, title);
    if (!uri) return;
    const finding = await askedFor(context, uri, typeof key === 'string' ? key : undefined) ?? await chosen(context, uri, title);
    if (!finding) return;
    const rows = finding.row >= 0 ? [{ label: vscode.l10n.t('Show the row {0}', (finding.row + 1).toLocaleString(vscode.env.language)) }] : [];
    const actions = finding.actions.map(action => ({ label: action.title, action }));
    const choice = await context.ui.pick<vscode.QuickPickItem & { readonly action?: OfferedAction }>([...rows, ...actions], { title: finding.rule, placeHolder: finding.message });
    if (!choice) return;
    await (choice.action ? perform(context, uri, choice.action) : showPlace(context, uri, { row: finding.row, column: Math.max(0, finding.column) }));
  },
};

export default actOnFinding;

/** The finding with what can be done about it; none where it is no longer there. */
async function askedFor({ server }: CommandContext, uri: vscode.Uri, key: string | undefined): Promise<OfferedFinding | undefined> {
  if (key === undefined) return undefined;
  const offered = await server.request('lintel/findingActions', { uri: uri.toString(), key });
  return offered?.find(finding => finding.key === key);
}

async function chosen(context: CommandContext, uri: vscode.Uri, title: string): Promise<OfferedFinding | undefined> {
  const { server, ui } = context;
  const request = async () => server.request('lintel/findingActions', { uri: uri.toString() });
  let offered = await request();
  if (!offered) {
    const report = await server.request('lintel/checkFile', { uri: uri.toString() });
    if ('refused' in report) return void await ui.tell(report.refused);
    offered = await request();
  }
  if (!offered || offered.length === 0) return void ui.mention(vscode.l10n.t('No findings'));
  const items = offered.map(({ key, rule, severity, message }) => ({ label: `$(${ICONS[severity]}) ${rule}`, detail: message, key }));
  const choice = await ui.pick(items, { title, placeHolder: vscode.l10n.t('Choose a finding'), matchOnDetail: true });
  return choice && askedFor(context, uri, choice.key);
}

const ICONS: Readonly<Record<OfferedFinding['severity'], string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' };

/** An edit is saved at once, since nobody has its document before them, and the dataset is checked again. */
async function perform({ server, ui }: CommandContext, uri: vscode.Uri, { title, command, data }: OfferedAction): Promise<void> {
  if (command) return void await ui.execute(command.command, ...command.arguments);
  if (!data) return;
  const done = await server.request('lintel/actOnFinding', data);
  if ('refused' in done) return void await ui.warn(done.refused);
  for (const changed of done.changed) await vscode.workspace.textDocuments.find(document => document.uri.toString() === vscode.Uri.parse(changed).toString())?.save();
  await server.request('lintel/checkFile', { uri: uri.toString() });
  ui.mention(title);
}
