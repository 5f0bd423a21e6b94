import * as vscode from 'vscode';
import type { Command } from './command.ts';

/** Stops all running and waiting scans; what they found so far stays. */
const stopScan: Command = {
  id: 'lintel.stopScan',
  async run({ server, ui }) {
    const { stopped } = await server.request('lintel/stop', null);
    ui.mention(stopped > 0 ? vscode.l10n.t('Stopped') : vscode.l10n.t('Nothing was running'));
  },
};

export default stopScan;
