import * as vscode from 'vscode';
import type { Command } from './command.ts';

/** Opens a document anew in the encoding it is written in. Arguments: its URI, and the encoding as the WHATWG Encoding Standard names it. */
const reopenWithEncoding: Command = {
  id: 'lintel.reopenWithEncoding',
  async run({ ui }, document, encoding) {
    if (typeof document !== 'string' || typeof encoding !== 'string') return;
    const uri = vscode.Uri.parse(document);
    const open = vscode.workspace.textDocuments.find(one => one.uri.toString() === uri.toString());
    if (open?.isDirty === true) {
      await ui.warn(vscode.l10n.t('Undo or save your changes first: a changed file cannot be reopened with another encoding.'));
      return;
    }
    const reopened = await vscode.workspace.openTextDocument(uri, { encoding: idOf(encoding) });
    await vscode.window.showTextDocument(reopened);
  },
};

export default reopenWithEncoding;

/** VS Code's name of an encoding: the standard's without signs, but for Big5, of which it has the superset of Hong Kong. */
const idOf = (encoding: string): string => (encoding === 'big5' ? 'big5hkscs' : encoding.replace(/[-_]/g, ''));
