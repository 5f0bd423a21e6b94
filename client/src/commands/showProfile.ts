import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { restoreProfiles, showProfile as show } from '../views/profile/view.ts';
import type { Command } from './command.ts';

/** Shows what the columns of a dataset hold, beside it. Argument: its URI; else the file in front. */
const showProfile: Command = {
  id: 'lintel.showProfile',
  prepare: restoreProfiles,
  async run(context, argument) {
    const uri = await chooseDataset(context.ui, argument, vscode.l10n.t('Show Profile'));
    if (uri) show(context, uri);
  },
};

export default showProfile;
