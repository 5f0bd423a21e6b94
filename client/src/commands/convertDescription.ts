import * as vscode from 'vscode';
import { isDescription } from '../documents.ts';
import { draftOf } from '../drafts.ts';
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
    if (converted.lost.length > 0) await ui.tell(vscode.l10n.t('{0} has no words for: {1}', chosen.label, converted.lost.join('; ')));
  },
};

export default convertDescription;
