import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { Host, Log } from './core/host.ts';
import { createDescriptions } from './engine/descriptions.ts';
import { Workspace } from './engine/workspace.ts';
import { features } from './features/registry.generated.ts';
import { type ClientFacts, readClient } from './features/shared/client.ts';
import { watchCheck } from './features/shared/progress.ts';
import { reportOf } from './features/shared/reports.ts';
import { type Session, type Surroundings, fromClient } from './features/shared/session.ts';
import type { AskClient } from './host/web/clientFiles.ts';
import { createKernel } from './kernel/kernel.ts';
import { NOTIFICATIONS, type Status } from './protocol/messages.ts';
import { toJson } from './util/json.ts';

/** What a host may look at to decide what is permitted. */
export interface HostContext {
  readonly log: Log;
  readonly client: ClientFacts;
  readonly surroundings: Surroundings;
  /** Documents the client opened, by canonical URI. */
  readonly opened: ReadonlyMap<string, string>;
  readonly ask: AskClient;
}

/** Serves the language server protocol over a connection, with whatever host its surroundings have. */
export function serve(connection: Connection, version: string, hostOf: (context: HostContext) => Host): void {
  connection.onInitialize(params => {
    const session = createSession(connection, params, hostOf);
    connection.onInitialized(() => features.forEach(feature => feature.initialized?.(connection, session)));
    const parts = features.map(feature => {
      feature.register(connection, session);
      return feature.capabilities?.(params, session) ?? {};
    });
    return { capabilities: mergeCapabilities(session.client, parts), serverInfo: { name: 'lintel', version } };
  });
  connection.listen();
}

function createSession(connection: Connection, params: InitializeParams, hostOf: (context: HostContext) => Host): Session {
  const client = readClient(params);
  const surroundings: Surroundings = { folders: foldersOf(params), settings: toJson(params.initializationOptions?.settings), maxWorkers: 0 };
  const spellings = new Map<string, string>();
  const log = logTo(connection);
  const host = hostOf({ log, client, surroundings, opened: spellings, ask: (method, asked) => connection.sendRequest(method, asked) });
  const session: Session = { connection, client, surroundings, spellings, workspace: workspaceOf(connection, client, host, () => session) };
  return session;
}

function workspaceOf(connection: Connection, client: ClientFacts, host: Host, session: () => Session): Workspace {
  const { busy, tell } = statusTeller(connection, host);
  let kernel: ReturnType<typeof createKernel> | undefined;
  const workspace: Workspace = new Workspace({
    host,
    kernel: () => Promise.resolve(kernel ??= createKernel()),
    descriptions: createDescriptions(),
    encoding: client.encoding,
    jobs: {
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
      failed: (_, cause) => host.log.error('a check failed', cause),
      changed: busy,
    },
    watch: (uri, bytes) => watchCheck(session(), uri, bytes),
    checked: snapshot => tell({ busy: workspace.jobs.busy, checked: reportOf(session(), snapshot) }),
  });
  return workspace;
}

/** Tells of every check at once, and of how many there are when the turn is over and that is news: a keystroke exchanges one job for another. */
function statusTeller(connection: Connection, host: Host): { readonly busy: (jobs: number) => void; readonly tell: (status: Status) => void } {
  let [told, now, waiting] = [0, 0, false];
  const tell = (status: Status): void => {
    told = status.busy;
    void connection.sendNotification(NOTIFICATIONS.status, status);
  };
  const tellNews = (): void => {
    waiting = false;
    if (now !== told) tell({ busy: now });
  };
  const busy = (jobs: number): void => {
    now = jobs;
    if (!waiting) void host.pause().then(tellNews);
    waiting = true;
  };
  return { busy, tell };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  return uris.map(uri => fromClient(uri.replace(/\/$/, '')));
}

/** Features add to the same answer; `workspace` is the one part that several of them share. */
function mergeCapabilities({ encoding }: ClientFacts, parts: readonly ServerCapabilities[]): ServerCapabilities {
  const workspace = Object.assign({}, ...parts.map(part => part.workspace ?? {}));
  return Object.assign({ positionEncoding: encoding }, ...parts, { workspace });
}

/** Errors carry the stack, never data. */
function logTo(connection: Connection): Log {
  return {
    info: text => connection.console.info(text),
    warn: text => connection.console.warn(text),
    error: (text, cause) => connection.console.error(cause?.stack === undefined ? text : `${text}: ${cause.stack}`),
  };
}
