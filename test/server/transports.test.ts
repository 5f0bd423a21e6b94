import { test } from 'node:test';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { buildWebServer, startServer } from './harness/process.ts';

/** What a worker of a browser has and a worker of Node has not: messages to and from the global object. */
const LIKE_A_BROWSER = `
  const { parentPort, workerData } = require('node:worker_threads');
  globalThis.postMessage = message => parentPort.postMessage(message);
  globalThis.addEventListener = () => undefined;
  parentPort.on('message', data => globalThis.onmessage({ data }));
  require(workerData);
`;
const FILES: Readonly<Record<string, string>> = { 'memfs:/w/a.csv': 'id,name\n1,Ann\n2,Bob,too many\n' };

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri?: string };
  readonly result?: unknown;
}

test('in a worker, files come from the client, and those over 100 MB are refused in words', async () => {
  const worker = new Worker(LIKE_A_BROWSER, { eval: true, workerData: await buildWebServer() });
  const answers = new Map<number, (result: unknown) => void>();
  const published = new Promise<string>(resolve => worker.on('message', (message: Incoming) => {
    if (message.method === 'textDocument/publishDiagnostics') resolve(JSON.stringify(message.params));
    else if (message.method === undefined) answers.get(message.id ?? -1)?.(message.result);
    else if (message.id !== undefined) worker.postMessage({ jsonrpc: '2.0', id: message.id, result: answerOf(message) });
  }));
  const ask = (id: number, method: string, params: object): Promise<unknown> => {
    worker.postMessage({ jsonrpc: '2.0', id, method, params });
    return new Promise(resolve => answers.set(id, resolve));
  };
  await ask(1, 'initialize', { processId: null, rootUri: null, workspaceFolders: [{ uri: 'memfs:/w', name: 'w' }], capabilities: {} });
  worker.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
  const report = JSON.stringify(await ask(2, 'lintel/checkFile', { uri: 'memfs:/w/a.csv' }));
  assert.match(report, /"rows":2/);
  assert.match(await published, /ragged-row/);
  assert.match(JSON.stringify(await ask(3, 'lintel/checkFile', { uri: 'memfs:/w/huge.csv' })), /over 100 MB/);
  await worker.terminate();
});

function answerOf({ method, params }: Incoming): unknown {
  const uri = params?.uri ?? '';
  const text = FILES[uri];
  if (method === 'lintel/fs/list') return uri === 'memfs:/w' ? ['a.csv', 'huge.csv'] : null;
  if (method === 'lintel/fs/read') return text === undefined ? null : { base64: Buffer.from(text).toString('base64') };
  if (method !== 'lintel/fs/stat') return null;
  if (uri.endsWith('huge.csv')) return { kind: 'file', size: 200 * 1024 * 1024, modified: 0 };
  return text === undefined ? null : { kind: 'file', size: text.length, modified: 0 };
}

test('as a child process of VS Code it speaks over Node\'s own messages', async () => {
  const server = await startServer('--node-ipc');
  server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
  const [answer] = await once(server, 'message');
  assert.match(JSON.stringify(answer), /"name":"lintel"/);
  server.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
  await once(server, 'message');
  server.send({ jsonrpc: '2.0', method: 'exit' });
  assert.deepEqual((await once(server, 'exit'))[0], 0);
});
