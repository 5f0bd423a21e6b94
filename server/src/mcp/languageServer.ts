import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { type CancellationToken, InitializeRequest, InitializedNotification, StreamMessageReader, StreamMessageWriter, createProtocolConnection } from 'vscode-languageserver-protocol/node';
import type { InitializationOptions, Requests } from '../protocol/messages.ts';
import { serveOnDisk } from '../serveOnDisk.ts';

/** The language server within this process, as its client sees it. */
export interface LanguageServer {
  request<M extends keyof Requests>(method: M, params: Requests[M]['params'], token: CancellationToken): Promise<Requests[M]['result']>;
}

/** Starts it for some folders. It checks what it is asked about and nothing by itself. */
export async function startLanguageServer(folders: readonly string[], locale: string): Promise<LanguageServer> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  serveOnDisk(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  const workspaceFolders = folders.map(folder => ({ uri: pathToFileURL(folder).href, name: folder }));
  const initializationOptions: InitializationOptions = { settings: { run: 'off' } };
  await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, workspaceFolders, locale, capabilities: {}, initializationOptions });
  await client.sendNotification(InitializedNotification.type, {});
  return { request: (method, params, token) => client.sendRequest(method, params, token) };
}
