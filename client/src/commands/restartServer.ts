import * as vscode from 'vscode';
import type { Command } from './command.ts';

/** Ends the language server and starts a new one; open documents are checked again. */
const restartServer: Command = {
  id: 'lintel.restartServer',
  async run({ server, ui }) {
    await server.restart();
    ui.mention(vscode.l10n.t('Lintel was restarted'));
  },
};

export default restartServer;
