import * as vscode from 'vscode';
import { showProfile } from '../views/profile/view.ts';
import { describeReport } from '../wording.ts';
import type { Command } from './command.ts';

/** Checks the texts of a folder, a document a file, or a text file of a passage a line. Argument: its URI; else the user is asked for a folder. */
const checkTextFolder: Command = {
  id: 'lintel.checkTextFolder',
  async run(context, argument) {
    const { server, ui } = context;
    const chosen = argument instanceof vscode.Uri ? argument : await ui.pickFolder(vscode.l10n.t('Check Text Folder'), undefined);
    if (!chosen) return;
    const isFolder = ((await vscode.workspace.fs.stat(chosen)).type & vscode.FileType.Directory) !== 0;
    const uri = isFolder && !chosen.path.endsWith('/') ? chosen.with({ path: `${chosen.path}/` }) : chosen;
    const report = await server.request('lintel/checkFile', { uri: uri.toString(), asText: true });
    if ('refused' in report) return void await ui.warn(report.refused);
    ui.mention(describeReport(report));
    showProfile(context, uri);
  },
};

export default checkTextFolder;
