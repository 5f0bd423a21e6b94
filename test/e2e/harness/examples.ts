// The example datasets, as a person who opens `examples/` has them.
import * as vscode from 'vscode';
import { ok } from './check.ts';
import { fileOf } from './documents.ts';

/** Copies the files of one example into the open folder. */
export async function takeExample(name: string): Promise<void> {
  const extension = vscode.extensions.getExtension('lintel.lintel');
  ok(extension, 'the extension to be installed');
  const folder = vscode.Uri.joinPath(extension.extensionUri, 'examples', name);
  for (const [file, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (type === vscode.FileType.File) await vscode.workspace.fs.copy(vscode.Uri.joinPath(folder, file), fileOf(file), { overwrite: true });
  }
}
