import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { provideDrafts } from '../drafts.ts';
import { writeDraft } from '../writeDraft.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command } from './command.ts';

/** Drafts a description of a dataset and writes it where the user says; what is there already is replaced only after its difference was shown. */
const describeDataset: Command = {
  id: 'lintel.describeDataset',
  needs: ['trust', 'machine'],
  prepare: provideDrafts,
  async run({ server, ui }, argument) {
    const title = vscode.l10n.t('Describe Dataset');
    const uri = await chooseDataset(ui, argument, title);
    if (!uri) return;
    const draft = await server.request('lintel/describe', { uri: uri.toString() });
    if ('refused' in draft) return void await ui.warn(draft.refused);
    const target = await chooseTarget(ui, title, uri, vscode.Uri.parse(draft.target));
    if (!target) return;
    if (await writeDraft(ui, target, target.toString() === vscode.Uri.parse(draft.target).toString() ? draft.text : draft.fresh)) await ui.open(target);
  },
};

export default describeDataset;

/** Both places are beside the data, because a description may not point outside of its own folder. */
async function chooseTarget(ui: Ui, title: string, data: vscode.Uri, usual: vscode.Uri): Promise<vscode.Uri | undefined> {
  const stem = data.path.slice(data.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const own = vscode.Uri.joinPath(data, '..', `${stem}.datapackage.json`);
  const items = await Promise.all([usual, own].map(async target => ({
    label: target.path.slice(target.path.lastIndexOf('/') + 1),
    description: await ui.exists(target) ? vscode.l10n.t('exists: the difference is shown first') : vscode.l10n.t('new'),
    detail: target === usual ? vscode.l10n.t('One description for the folder: the usual place') : vscode.l10n.t('A description for this file alone'),
    target,
  })));
  return (await ui.pick(items, { title, placeHolder: vscode.l10n.t('Where to write the description') }))?.target;
}
