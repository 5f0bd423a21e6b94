import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { DocumentText } from '../../../server/src/engine/documentText.ts';

/** Applies edits to the files on disk, as an editor that saves at once. */
export function write(edit: WorkspaceEdit): void {
  for (const change of edit.documentChanges ?? []) {
    if (!('edits' in change)) {
      if ('uri' in change && !existsSync(fileURLToPath(change.uri))) writeFileSync(fileURLToPath(change.uri), '');
      continue;
    }
    const file = fileURLToPath(change.textDocument.uri);
    const text = change.edits.reduce((now, one) => ('newText' in one ? now.edit({ range: one.range, text: one.newText }) : now), DocumentText.of(readFileSync(file, 'utf8')));
    writeFileSync(file, text.toString());
  }
}
