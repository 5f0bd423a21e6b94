import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateIn } from './activation.ts';
import type { Activated } from './activation.ts';

/** Entry of desktop and remote hosts: the server is a child process. */
export function activate(context: vscode.ExtensionContext): Activated {
  const module = context.asAbsolutePath('out/server.mjs');
  return activateIn({
    kind: 'node',
    makeClient: options => new LanguageClient('lintel', 'Lintel', { module, transport: TransportKind.ipc }, options),
  }, context);
}
