import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { draftOf, provideDrafts } from '../drafts.ts';
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
    const done = await ui.exists(target) ? await replace(ui, target, draft.text) : await create(ui, target, draft.text);
    if (done) await ui.open(target);
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

/** Fails where a file came into being meanwhile: creating never overwrites. */
async function create(ui: Ui, target: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (await ui.apply(edit)) return true;
  await ui.warn(vscode.l10n.t('The description could not be written to {0}.', vscode.workspace.asRelativePath(target)));
  return false;
}

async function replace(ui: Ui, target: vscode.Uri, text: string): Promise<boolean> {
  const name = vscode.workspace.asRelativePath(target);
  await ui.diff(target, draftOf(target, text), vscode.l10n.t('{0}: as it is ↔ as drafted', name));
  const yes = vscode.l10n.t('Replace');
  const answer = await ui.tell(vscode.l10n.t('Replace {0} with the draft on the right?', name), yes, vscode.l10n.t('Keep'));
  return answer === yes && overwrite(ui, target, text);
}

/** Through the document, so that it can be undone. */
async function overwrite(ui: Ui, target: vscode.Uri, text: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(target, document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)), text);
  return await ui.apply(edit) && document.save();
}
