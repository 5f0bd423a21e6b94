// A server as it ships, as a child process over standard input and output, and a client that notes when things came.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { programsTo } from '../../scripts/build/bundles.mjs';

const FOLDER = 'out/bench-server';

/** Builds the server and its scanner threads; returns the path of the server. */
export async function buildServer() {
  mkdirSync(FOLDER, { recursive: true });
  await programsTo(FOLDER);
  return `${FOLDER}/server.mjs`;
}

/** Starts a server and shakes hands. With `probed` it notes its own times, which `taken` asks for. */
export async function startClient(server, probed = false) {
  const flags = probed ? ['--require', resolve('test/bench/probe.cjs')] : [];
  const client = new Client(spawn(process.execPath, [...flags, server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', ...(probed ? ['ipc'] : [])] }));
  await client.request('initialize', { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: { window: { workDoneProgress: true } } });
  client.notify('initialized', {});
  return client;
}

class Client {
  #process;
  #buffer = Buffer.alloc(0);
  #id = 0;
  #answers = new Map();
  #listeners = new Set();

  constructor(process) {
    this.#process = process;
    process.stdout.on('data', bytes => this.#take(bytes));
  }

  notify(method, params) {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  request(method, params) {
    const id = ++this.#id;
    this.#send({ jsonrpc: '2.0', id, method, ...(params !== null && { params }) });
    return new Promise(resolve => this.#answers.set(id, resolve));
  }

  /** The first notification that satisfies a condition, or `undefined` when none came in time. */
  until(accept, patience = 120_000) {
    return new Promise(resolve => {
      const clock = setTimeout(() => end(undefined), patience);
      const end = message => {
        clearTimeout(clock);
        this.#listeners.delete(look);
        resolve(message);
      };
      const look = message => accept(message) && end(message);
      this.#listeners.add(look);
    });
  }

  get pid() {
    return this.#process.pid;
  }

  /** What a probed server noted since the last time: see `probe.cjs`. */
  taken() {
    return new Promise(resolve => {
      this.#process.once('message', resolve);
      this.#process.send('take');
    });
  }

  stop() {
    this.#process.kill();
  }

  #send(message) {
    const body = JSON.stringify(message);
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(bytes) {
    this.#buffer = this.#buffer.length === 0 ? bytes : Buffer.concat([this.#buffer, bytes]);
    for (let end = this.#buffer.indexOf('\r\n\r\n'); end !== -1; end = this.#buffer.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, end).toString())?.[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.#buffer.subarray(end + 4, end + 4 + length).toString());
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#handle(message);
    }
  }

  #handle(message) {
    if (message.method === undefined) {
      this.#answers.get(message.id)?.(message.result);
      this.#answers.delete(message.id);
      return;
    }
    if (message.id !== undefined) this.#send({ jsonrpc: '2.0', id: message.id, result: null });
    for (const look of [...this.#listeners]) look(message);
  }
}
