import * as vscode from 'vscode';
import { describeReport } from '../wording.ts';
import type { Command } from './command.ts';

/** Checks the images of a folder now. Argument: its URI; else the user is asked for a folder. */
const checkImageFolder: Command = {
  id: 'lintel.checkImageFolder',
  async run({ server, ui }, argument) {
    const folder = argument instanceof vscode.Uri ? argument : await ui.pickFolder(vscode.l10n.t('Check Image Folder'), undefined);
    if (!folder) return;
    const report = await server.request('lintel/checkFile', { uri: `${folder.toString().replace(/\/$/, '')}/` });
    if ('refused' in report) await ui.warn(report.refused);
    else ui.mention(describeReport(report));
  },
};

export default checkImageFolder;
