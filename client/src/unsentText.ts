import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { TEXT_REQUEST, UNSENT_TEXT } from '../../server/src/protocol/messages.ts';
import type { SentText, UnsentText, UriParams } from '../../server/src/protocol/messages.ts';

/** UTF-16 code units from which on a text is not sent: joining and writing down a text of 50 MB blocks all extensions for more than half a second. */
const BIG = 4 * 1024 * 1024;

type Send = (document: vscode.TextDocument) => Promise<void>;

/**
 * Opens a document for the server: without its text where it is big and nothing else than its file, which the server reads by itself. What the server
 * needs to know that it is, is at hand in the editor and costs no pass over the text.
 */
export async function openDocument(client: BaseLanguageClient, document: vscode.TextDocument, send: Send, log: vscode.LogOutputChannel): Promise<void> {
  const units = document.offsetAt(new vscode.Position(document.lineCount, 0));
  if (units < BIG) return send(document);
  if (!isLikeItsFile(document)) return sendWhole(document, units, send, log);
  const lineEnd = document.eol === vscode.EndOfLine.LF ? '\n' : '\r\n';
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const announced: UnsentText = { uri, version: document.version, lines: document.lineCount, units, lineEnd };
  const sent = client.sendNotification(UNSENT_TEXT, announced);
  await Promise.all([sent, send(withoutText(document))]);
}

/** Nobody but the editor knows a text that is not what its file holds. It keeps all extensions waiting, so the log says for how long. */
async function sendWhole(document: vscode.TextDocument, units: number, send: Send, log: vscode.LogOutputChannel): Promise<void> {
  const begun = performance.now();
  await send(document);
  log.info(`a text that is not what its file holds was sent: ${units} characters in ${Math.round(performance.now() - begun)} ms`);
}

/** Gives the server a text it could not read by itself. */
export function answerTextRequests(client: BaseLanguageClient): vscode.Disposable {
  return client.onRequest(TEXT_REQUEST, ({ uri }: UriParams): SentText | null => {
    const wanted = client.protocol2CodeConverter.asUri(uri).toString();
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === wanted);
    return document ? { version: document.version, text: document.getText() } : null;
  });
}

function isLikeItsFile({ isDirty, uri, encoding }: vscode.TextDocument): boolean {
  return !isDirty && uri.scheme === 'file' && encoding === 'utf8';
}

function withoutText(document: vscode.TextDocument): vscode.TextDocument {
  return Object.create(document, { getText: { value: () => '' } });
}
