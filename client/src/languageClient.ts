import * as vscode from 'vscode';
import { CloseAction, ErrorAction, State, Trace } from 'vscode-languageclient';
import type { BaseLanguageClient, CloseHandlerResult, LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { NOTIFICATIONS } from '../../server/src/protocol/messages.ts';
import type { InitializationOptions, Requests, Status } from '../../server/src/protocol/messages.ts';
import { documentSelector, isVirtualWorkspace } from './documents.ts';
import { onRivalsChange, withoutRivals } from './colouring.ts';
import { answerFileRequests } from './fileRequests.ts';
import { restartPolicy } from './restartPolicy.ts';
import { answerTextRequests, openDocument } from './unsentText.ts';
import type { Ui } from './vscodeApi.ts';

/** The language server as commands and views see it. */
export interface Server extends vscode.Disposable {
  /** Sends one of Lintel's own requests; waits for the server to be up. Rejects when it cannot be started. */
  request<M extends keyof Requests>(method: M, params: Requests[M]['params'], token?: vscode.CancellationToken): Promise<Requests[M]['result']>;
  /** The same for what no log may hold: while it is under way, traces tell that there are messages and not what is in them. */
  requestSecretly<M extends keyof Requests>(method: M, params: Requests[M]['params'], token?: vscode.CancellationToken): Promise<Requests[M]['result']>;
  /** Starts the server without waiting for it. */
  start(): void;
  restart(): Promise<void>;
  readonly onStatus: vscode.Event<Status>;
  readonly log: vscode.LogOutputChannel;
}

/** What the two kinds of extension host do differently: the server is a child process on Node, a worker in a browser. */
export interface ExtensionHost {
  readonly kind: 'node' | 'browser';
  readonly makeClient: (options: LanguageClientOptions) => BaseLanguageClient;
}

/** The server's life: it is started, told what it needs, restarted once when it dies, and asked. `storage`: where it may keep what it found. */
export function connectServer({ kind, makeClient }: ExtensionHost, ui: Ui, commands: readonly string[], storage: vscode.Uri | undefined): Server {
  const log = vscode.window.createOutputChannel('Lintel', { log: true });
  const status = new vscode.EventEmitter<Status>();
  const policy = restartPolicy(Date.now);
  const mourn = () => {
    status.fire({ busy: 0 });
    return afterDeath(policy.died(), server, ui);
  };
  const readsFiles = (): boolean => kind !== 'browser' && !isVirtualWorkspace();
  const open: DidOpen = (document, next) => (readsFiles() ? openDocument(client, document, next, log) : next(document));
  const client = makeClient(clientOptions(log, () => initializationOptions(kind === 'browser', commands, storage), mourn, open));
  client.onNotification(NOTIFICATIONS.status, (said: Status) => status.fire(said));
  client.onDidChangeState(({ newState }) => newState === State.Running && policy.started());
  const files = answerFileRequests(client);
  const texts = answerTextRequests(client);
  const rivals = onRivalsChange(() => client.isRunning() && void client.sendNotification('workspace/didChangeConfiguration', { settings: null }));
  const start = () => void client.start().catch(error => complain(error, server, ui));
  const server: Server = {
    request: (method, params, token) => request(client, method, params, token),
    requestSecretly: (method, params, token) => withoutContents(client, () => request(client, method, params, token)),
    start,
    restart: async () => {
      policy.forgive();
      await restart(client, log);
    },
    onStatus: status.event,
    log,
    dispose: () => {
      files.dispose();
      texts.dispose();
      rivals.dispose();
      void client.dispose().catch((error: Error) => log.error(error)).finally(() => log.dispose());
    },
  };
  return server;
}

type DidOpen = NonNullable<Middleware['didOpen']>;

function clientOptions(
  log: vscode.LogOutputChannel, told: () => InitializationOptions, mourn: () => CloseHandlerResult, didOpen: DidOpen,
): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: log,
    initializationOptions: told,
    initializationFailedHandler: () => false,
    diagnosticCollectionName: 'lintel',
    middleware: {
      didOpen,
      workspace: { configuration: async (params, token, next) => withoutRivals(params.items, await next(params, token)) },
      // The YAML extension knows our schema; twice the same list helps nobody.
      provideCompletionItem: (document, position, context, token, next) => (
        vscode.extensions.getExtension('redhat.vscode-yaml') && /lintel\.config\.ya?ml$/.test(document.uri.path) ? null : next(document, position, context, token)),
    },
    errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: mourn },
  };
}

/** Read at every start, so that a restart sees a workspace that is trusted by now. A `command:` link is open to nobody but this window. */
function initializationOptions(inBrowser: boolean, commands: readonly string[], storage: vscode.Uri | undefined): InitializationOptions {
  return {
    ruleHref: 'command:lintel.explainRule?%5B%22{rule}%22%5D',
    clientCommands: true,
    commands,
    schemas: vscode.extensions.getExtension('redhat.vscode-yaml') ? ['json', 'yaml'] : ['json'],
    clientFiles: inBrowser || isVirtualWorkspace(),
    trusted: vscode.workspace.isTrusted,
    ...(storage?.scheme === 'file' && { storage: storage.fsPath }),
  };
}

function afterDeath(verdict: ReturnType<ReturnType<typeof restartPolicy>['died']>, server: Server, ui: Ui): CloseHandlerResult {
  if (verdict === 'restart-and-say') {
    void offer(ui, server, vscode.l10n.t('Lintel stopped unexpectedly and was started again. If it happens again, the log says why.'), false);
  } else if (verdict === 'stay-down') {
    void offer(ui, server, vscode.l10n.t('Lintel stopped again and checks nothing until it is restarted.'), true);
  }
  const action = verdict === 'stay-down' ? CloseAction.DoNotRestart : CloseAction.Restart;
  return { action, handled: true, message: `the server ended by itself: ${verdict}` };
}

function complain(error: Error, server: Server, ui: Ui): void {
  server.log.error(error);
  void offer(ui, server, vscode.l10n.t('Lintel could not be started, so nothing is checked.'), true);
}

async function offer(ui: Ui, server: Server, text: string, restartable: boolean): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const again = vscode.l10n.t('Restart');
  const choice = await ui.warn(text, ...(restartable ? [again, showLog] : [showLog]));
  if (choice === showLog) server.log.show();
  if (choice === again) await server.restart();
}

/** A token that is not there must not be passed on: it would count as a further parameter. */
function request<R>(client: BaseLanguageClient, method: string, params: object | null, token: vscode.CancellationToken | undefined): Promise<R> {
  if (params === null) return client.sendRequest(method, token);
  return token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
}

/** Runs with traces that name messages and leave out what is in them, and has them as they were afterwards. */
async function withoutContents<R>(client: BaseLanguageClient, send: () => Promise<R>): Promise<R> {
  const isTracing = (): boolean => client.traceOutputChannel.logLevel === vscode.LogLevel.Trace;
  await client.setTrace(isTracing() ? Trace.Messages : Trace.Off);
  try {
    return await send();
  } finally {
    const wished = vscode.workspace.getConfiguration('lintel').get('trace.server', 'messages');
    await client.setTrace(isTracing() ? Trace.fromString(wished) : Trace.Off);
  }
}

/** A server that hangs does not answer the request to stop; then it is left behind and its successor started all the same. */
async function restart(client: BaseLanguageClient, log: vscode.LogOutputChannel): Promise<void> {
  try {
    if (client.needsStop()) await client.stop();
  } catch (error) {
    log.warn(`the server did not stop when asked: ${String(error)}`);
  }
  await client.start();
}
