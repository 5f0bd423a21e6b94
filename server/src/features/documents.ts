import { type Connection, type TextDocumentContentChangeEvent, TextDocumentSyncKind } from 'vscode-languageserver';
import type { TextChange } from '../engine/documentText.ts';
import { type SentText, TEXT_REQUEST, UNSENT_TEXT, type UnsentText } from '../protocol/messages.ts';
import { type Session, fromClient } from './shared/session.ts';
import { defineFeature } from './feature.ts';

/** Documents the client opens, edits, saves and closes. A throw costs one notification, not the server. */
export default defineFeature({
  capabilities: () => ({ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } } }),
  register(connection, session) {
    const { workspace, spellings } = session;
    const unsent = new Map<string, UnsentText>();
    // Clients may let an opening overtake what they said before it: then the document is open already, and empty.
    connection.onNotification(UNSENT_TEXT, (announced: UnsentText) => {
      const document = workspace.documents.get(fromClient(announced.uri));
      if (document?.version === announced.version && document.text.size === 0) openUnsent(connection, session, { ...announced, languageId: document.languageId });
      else unsent.set(announced.uri, announced);
    });
    connection.onDidOpenTextDocument(({ textDocument }) => {
      const uri = fromClient(textDocument.uri);
      const announced = unsent.get(textDocument.uri);
      unsent.delete(textDocument.uri);
      spellings.set(uri, textDocument.uri);
      if (announced?.version === textDocument.version && textDocument.text === '') openUnsent(connection, session, { ...announced, languageId: textDocument.languageId });
      else workspace.opened(uri, textDocument.languageId, textDocument.version, textDocument.text);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      workspace.changed(fromClient(textDocument.uri), textDocument.version, contentChanges.map(changeOf));
    });
    connection.onDidSaveTextDocument(({ textDocument }) => workspace.saved(fromClient(textDocument.uri)));
    connection.onDidCloseTextDocument(({ textDocument }) => workspace.closed(fromClient(textDocument.uri)));
  },
});

function openUnsent(connection: Connection, { workspace }: Session, announced: UnsentText & { readonly languageId: string }): void {
  const { uri, languageId, version } = announced;
  const ask = async (): Promise<SentText | undefined> => (await connection.sendRequest<SentText | null>(TEXT_REQUEST, { uri })) ?? undefined;
  void workspace.openedUnsent(fromClient(uri), languageId, version, announced, ask)
    .catch((cause: Error) => workspace.host.log.error('the text of a document could not be had', cause));
}

function changeOf(change: TextDocumentContentChangeEvent): TextChange {
  return 'range' in change ? { range: change.range, text: change.text } : { text: change.text };
}
