import * as vscode from 'vscode';
import type { SealDrafts } from '../../../server/src/protocol/messages.ts';
import { chooseDataset } from '../chooseDataset.ts';
import type { Ui } from '../vscodeApi.ts';
import { writeDraft } from '../writeDraft.ts';
import type { Command } from './command.ts';

/** Records size, digest and profile of a dataset in its descriptions, so that a later check says what changed. */
const sealDataset: Command = {
  id: 'lintel.sealDataset',
  needs: ['trust', 'machine'],
  async run({ server, ui }, argument) {
    const uri = await chooseDataset(ui, argument, vscode.l10n.t('Seal Dataset'));
    if (!uri) return;
    const sealed = await server.request('lintel/seal', { uri: uri.toString() });
    if ('refused' in sealed) return void await ui.warn(sealed.refused);
    for (const { target: place, text } of sealed.drafts) {
      const target = vscode.Uri.parse(place);
      if (!await writeDraft(ui, target, text)) return;
      await ui.open(target);
    }
    await tellWithout(ui, sealed);
  },
};

/** Whoever looks for the seal in a description that has no place for it hears where it stands. */
async function tellWithout(ui: Ui, { drafts, without }: SealDrafts): Promise<void> {
  const [home, [none]] = [drafts.at(-1)?.target, without];
  if (home === undefined || none === undefined) return;
  const called = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  await ui.tell(vscode.l10n.t('{0} has no place for a seal; it stands in {1}.', called(none), called(home)));
}

export default sealDataset;
