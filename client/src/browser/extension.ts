import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateIn } from '../activation.ts';
import type { MessageTransports } from 'vscode-languageclient/browser';
import type { Activated } from '../activation.ts';

/** The browser's own; the language version of the project has no types for it. */
declare class Worker {
  constructor(script: string);
}

/** Entry of browser hosts: the server is a worker. */
export function activate(context: vscode.ExtensionContext): Activated {
  const script = vscode.Uri.joinPath(context.extensionUri, 'out/browser/server.js').toString(true);
  return activateIn({
    kind: 'browser',
    makeClient: options => new LanguageClient('lintel', 'Lintel', async () => transportsOf(new Worker(script)), options),
  }, context);
}

/** The client asks whether it got an instance of Worker, and VS Code's stand-in for that class says no: so it gets the two ends. */
function transportsOf(worker: Worker): MessageTransports {
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
