import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { writeDraft } from '../writeDraft.ts';
import type { Command } from './command.ts';

/** Records size, digest and profile of a dataset in its description, so that a later check says what changed. */
const sealDataset: Command = {
  id: 'lintel.sealDataset',
  needs: ['trust', 'machine'],
  async run({ server, ui }, argument) {
    const uri = await chooseDataset(ui, argument, vscode.l10n.t('Seal Dataset'));
    if (!uri) return;
    const draft = await server.request('lintel/seal', { uri: uri.toString() });
    if ('refused' in draft) return void await ui.warn(draft.refused);
    const target = vscode.Uri.parse(draft.target);
    if (await writeDraft(ui, target, draft.text)) await ui.open(target);
  },
};

export default sealDataset;
