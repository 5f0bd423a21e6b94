import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { describeReport } from '../wording.ts';
import type { Command } from './command.ts';

/** Checks one file now, whatever is set. Argument: its URI; else the file in front. */
const checkFile: Command = {
  id: 'lintel.checkFile',
  async run({ server, ui }, argument) {
    const uri = await chooseDataset(ui, argument, vscode.l10n.t('Check File'));
    if (!uri) return;
    const report = await server.request('lintel/checkFile', { uri: uri.toString() });
    if ('refused' in report) await ui.warn(report.refused);
    else ui.mention(describeReport(report));
  },
};

export default checkFile;
