import * as vscode from 'vscode';
import { showProfile } from '../views/profile/view.ts';
import { describeReport } from '../wording.ts';
import type { Command } from './command.ts';

/** Checks the images of a folder now, and shows what they are like. Argument: its URI; else the user is asked for a folder. */
const checkImageFolder: Command = {
  id: 'lintel.checkImageFolder',
  async run(context, argument) {
    const { server, ui } = context;
    const folder = argument instanceof vscode.Uri ? argument : await ui.pickFolder(vscode.l10n.t('Check Image Folder'), undefined);
    if (!folder) return;
    const uri = folder.path.endsWith('/') ? folder : folder.with({ path: `${folder.path}/` });
    const report = await server.request('lintel/checkFile', { uri: uri.toString() });
    if ('refused' in report) return void await ui.warn(report.refused);
    ui.mention(describeReport(report));
    showProfile(context, uri);
  },
};

export default checkImageFolder;
