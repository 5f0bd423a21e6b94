import * as vscode from 'vscode';
import type { Ui } from '../vscodeApi.ts';

/** A folder below `parent` that is not there yet: `penguins`, `penguins-2`, ... */
export async function freeFolder(ui: Ui, parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let n = 1; ; n++) {
    const folder = vscode.Uri.joinPath(parent, n === 1 ? name : `${name}-${n}`);
    if (!await ui.exists(folder)) return folder;
  }
}
