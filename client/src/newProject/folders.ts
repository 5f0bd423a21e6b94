import * as vscode from 'vscode';
import type { Ui } from '../vscodeApi.ts';

/** Names Windows keeps for devices, whatever their ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A folder below `parent` that is not there yet, named after the project: `penguins`, `penguins-2`, ... */
export async function freeFolder(ui: Ui, parent: vscode.Uri, project: string): Promise<vscode.Uri> {
  const name = folderName(project);
  for (let n = 1; ; n++) {
    const folder = vscode.Uri.joinPath(parent, n === 1 ? name : `${name}-${n}`);
    if (!await ui.exists(folder)) return folder;
  }
}

/** The name without what some file system does not take. */
function folderName(project: string): string {
  const name = project.trim().replace(/[\\/:*?"<>|%#\s\p{Cc}]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 80);
  return name === '' || RESERVED.test(name) ? `project-${name}`.replace(/-$/, '') : name;
}
