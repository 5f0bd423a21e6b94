import * as vscode from 'vscode';
import { isDescription } from '../documents.ts';
import { draftOf } from '../drafts.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command } from './command.ts';

/** Shows a description in the words of another standard, and what that has no words for. */
const convertDescription: Command = {
  id: 'lintel.convertDescription',
  async run({ server, ui }, argument) {
    const uri = argument instanceof vscode.Uri ? argument : ui.activeDocument();
    if (!uri || !isDescription(uri)) return void await ui.tell(vscode.l10n.t('Open the description that is to be converted first.'));
    const standards = server.request('lintel/standards', null).then(list => list.map(({ id, title }) => ({ label: title, description: id, id })));
    const chosen = await ui.pick(standards, { title: vscode.l10n.t('Convert Description'), placeHolder: vscode.l10n.t('Choose a standard') });
    if (!chosen) return;
    const converted = await server.request('lintel/convert', { uri: uri.toString(), to: chosen.id });
    if ('refused' in converted) return void await ui.warn(converted.refused);
    const extension = converted.text.trimStart().startsWith('{') ? 'json' : 'yaml';
    const fileName = converted.fileName ?? `${chosen.id}.${extension}`;
    await ui.open(draftOf(vscode.Uri.joinPath(uri, '..', fileName), converted.text));
    await tellLost(ui, vscode.Uri.joinPath(uri, '..', `${fileName}.lost.txt`), chosen.label, converted.lost);
  },
};

export default convertDescription;

/** A few are told at once; a notification has no room for more, so they are listed in a text. */
async function tellLost(ui: Ui, list: vscode.Uri, standard: string, lost: readonly string[]): Promise<void> {
  if (lost.length === 0) return;
  if (lost.length <= FEW) return void await ui.tell(vscode.l10n.t('{0} has no words for: {1}', standard, lost.join('; ')));
  const show = vscode.l10n.t('Show List');
  const choice = await ui.tell(vscode.l10n.t('{0} has no words for {1} things of this description: {2}; …', standard, lost.length, lost.slice(0, FEW).join('; ')), show);
  if (choice === show) await ui.open(draftOf(list, `${lost.join('\n')}\n`));
}

const FEW = 3;
