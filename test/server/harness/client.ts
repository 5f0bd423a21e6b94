import type { ChildProcess } from 'node:child_process';
import type { Diagnostic, InitializeResult } from 'vscode-languageserver';
import { startServer } from './process.ts';

type Params = object | null;
export interface Incoming {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}
export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Answers of the client to requests of the server, by method. */
export type Answers = Readonly<Record<string, (params: never) => unknown>>;

/** Patience for one condition: generous, because machines are slow; a test that needs it has failed. */
const PATIENCE = 60_000;

/** A tiny language client over standard input and output: no library, so that what is tested is the protocol. */
export class TestClient {
  /** Everything the server sent without being asked, in order. */
  readonly received: Incoming[] = [];
  private readonly pending = new Map<number, (message: Incoming) => void>();
  private readonly watchers = new Set<() => void>();
  private next = 1;
  private buffer = Buffer.alloc(0);
  stderr = '';
  /** The server's answer to `initialize`. */
  hello: InitializeResult = { capabilities: {} };

  private constructor(readonly process: ChildProcess, private readonly answers: Answers) {
    process.stdout?.on('data', (bytes: Buffer) => this.take(bytes));
    process.stderr?.on('data', (bytes: Buffer) => { this.stderr += bytes.toString(); });
  }

  /** Starts a server and shakes hands. */
  static async start(folder: string | null, params: Readonly<Record<string, unknown>> = {}, answers: Answers = {}): Promise<TestClient> {
    const client = new TestClient(await startServer(), answers);
    const workspaceFolders = folder === null ? null : [{ uri: folder, name: 'w' }];
    const defaults = { processId: process.pid, rootUri: null, workspaceFolders, capabilities: {} };
    client.hello = await client.request('initialize', { ...defaults, ...params });
    client.notify('initialized', {});
    return client;
  }

  request<R>(method: string, params: Params, onId: (id: number) => void = () => undefined): Promise<R> {
    const id = this.next;
    this.next += 1;
    onId(id);
    this.send({ jsonrpc: '2.0', id, method, ...(params !== null && { params }) });
    return new Promise((resolve, reject) => {
      const clock = setTimeout(() => reject(new Error(`${method} was not answered; ${this.stderr}`)), PATIENCE);
      this.pending.set(id, ({ result, error }) => {
        clearTimeout(clock);
        if (error) reject(Object.assign(new Error(error.message), { code: error.code }));
        else resolve(JSON.parse(JSON.stringify(result ?? null)));
      });
    });
  }

  notify(method: string, params: object): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  open(uri: string, text: string, languageId = 'csv', version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Waits until something the server sent, from `since` on, satisfies a condition. */
  async until<T>(what: string, find: (messages: readonly Incoming[]) => T | undefined, since = 0): Promise<T> {
    return new Promise((resolve, reject) => {
      const clock = setTimeout(() => {
        this.watchers.delete(look);
        reject(new Error(`never came: ${what}; log: ${JSON.stringify(this.received.slice(-5)).slice(0, 2000)} ${this.stderr}`));
      }, PATIENCE);
      const look = (): void => {
        const found = find(this.received.slice(since));
        if (found === undefined) return;
        clearTimeout(clock);
        this.watchers.delete(look);
        resolve(found);
      };
      this.watchers.add(look);
      look();
    });
  }

  /** The last diagnostics of a document that satisfy a condition. */
  diagnostics(uri: string, accept: (published: Published) => boolean = () => true, since = 0): Promise<Published> {
    const wanted = (each: Published): boolean => each.uri === uri && accept(each);
    return this.until(`diagnostics of ${uri}`, messages => publishedIn(messages).reverse().find(wanted), since);
  }

  async stop(): Promise<number | null> {
    const gone = new Promise<number | null>(resolve => this.process.once('exit', resolve));
    await this.request('shutdown', null);
    this.notify('exit', {});
    return gone;
  }

  private send(message: object): void {
    const body = Buffer.from(JSON.stringify(message));
    this.process.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  private take(bytes: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, bytes]);
    for (let end = this.buffer.indexOf('\r\n\r\n'); end !== -1; end = this.buffer.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.subarray(0, end).toString())?.[1]);
      if (this.buffer.length < end + 4 + length) return;
      const message: Incoming = JSON.parse(this.buffer.subarray(end + 4, end + 4 + length).toString());
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.handle(message);
    }
  }

  private handle(message: Incoming): void {
    if (message.method === undefined) {
      this.pending.get(Number(message.id))?.(message);
      return;
    }
    this.received.push(message);
    if (message.id !== undefined) this.respond(message.id, message.method, message.params);
    for (const look of [...this.watchers]) look();
  }

  private respond(id: number | string, method: string, params: unknown): void {
    const answer = this.answers[method];
    Promise.resolve(answer ? Reflect.apply(answer, undefined, [params]) : null).then(result => this.send({ jsonrpc: '2.0', id, result }));
  }
}

function publishedIn(messages: readonly Incoming[]): Published[] {
  return messages.flatMap(({ method, params }) => (method === 'textDocument/publishDiagnostics' && isPublished(params) ? [params] : []));
}

const isPublished = (params: unknown): params is Published => typeof params === 'object' && params !== null && 'diagnostics' in params;
