import * as vscode from 'vscode';
import { draftOf } from './drafts.ts';
import type { Ui } from './vscodeApi.ts';

/** Writes a proposal where there is nothing yet; what is there is replaced only after its difference was shown. True where it was written. */
export async function writeDraft(ui: Ui, target: vscode.Uri, text: string): Promise<boolean> {
  return await ui.exists(target) ? replace(ui, target, text) : create(ui, target, text);
}

/** Fails where a file came into being meanwhile: creating never overwrites. */
async function create(ui: Ui, target: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (await ui.apply(edit)) return true;
  await ui.warn(vscode.l10n.t('The description could not be written to {0}.', vscode.workspace.asRelativePath(target)));
  return false;
}

async function replace(ui: Ui, target: vscode.Uri, text: string): Promise<boolean> {
  const name = vscode.workspace.asRelativePath(target);
  await ui.diff(target, draftOf(target, text), vscode.l10n.t('{0}: as it is ↔ as drafted', name));
  const yes = vscode.l10n.t('Replace');
  const answer = await ui.tell(vscode.l10n.t('Replace {0} with the draft on the right?', name), yes, vscode.l10n.t('Keep'));
  return answer === yes && overwrite(ui, target, text);
}

/** Through the document, so that it can be undone. */
async function overwrite(ui: Ui, target: vscode.Uri, text: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(target);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(target, document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)), text);
  return await ui.apply(edit) && document.save();
}
