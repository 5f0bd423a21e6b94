import * as vscode from 'vscode';
import type { Command } from './command.ts';

/** Opens a dataset in which much is wrong: a copy in Lintel's own storage, so that it may be changed at will. */
const openSample: Command = {
  id: 'lintel.openSample',
  async run({ extension, ui }) {
    const name = vscode.env.language.toLowerCase().startsWith('zh') ? '订单.csv' : 'customers.csv';
    const copy = vscode.Uri.joinPath(extension.globalStorageUri, 'sample', name);
    if (!await ui.exists(copy)) await vscode.workspace.fs.copy(vscode.Uri.joinPath(extension.extensionUri, 'examples', 'customers', name), copy);
    await ui.open(copy);
  },
};

export default openSample;
