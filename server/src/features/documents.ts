import { type TextDocumentContentChangeEvent, TextDocumentSyncKind } from 'vscode-languageserver';
import type { TextChange } from '../engine/documentText.ts';
import { fromClient } from './shared/session.ts';
import { defineFeature } from './feature.ts';

/** Documents the client opens, edits, saves and closes. A throw costs one notification, not the server. */
export default defineFeature({
  capabilities: () => ({ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } } }),
  register(connection, { workspace, spellings }) {
    connection.onDidOpenTextDocument(({ textDocument }) => {
      const uri = fromClient(textDocument.uri);
      spellings.set(uri, textDocument.uri);
      workspace.opened(uri, textDocument.languageId, textDocument.version, textDocument.text);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      workspace.changed(fromClient(textDocument.uri), textDocument.version, contentChanges.map(changeOf));
    });
    connection.onDidSaveTextDocument(({ textDocument }) => workspace.saved(fromClient(textDocument.uri)));
    connection.onDidCloseTextDocument(({ textDocument }) => workspace.closed(fromClient(textDocument.uri)));
  },
});

function changeOf(change: TextDocumentContentChangeEvent): TextChange {
  return 'range' in change ? { range: change.range, text: change.text } : { text: change.text };
}
