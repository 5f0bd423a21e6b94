import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../../package.json';
import { serve } from '../../serve.ts';
import { createClientHost } from './host.ts';

/** The language server as a web worker: the whole outside world is the client. */
serve(
  createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)), version,
  ({ log, ask }) => createClientHost(log, ask),
);
