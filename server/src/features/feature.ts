import {
  CancellationToken, type Connection, type InitializeParams, LSPErrorCodes, type ProtocolRequestType, ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Requests } from '../protocol/messages.ts';
import type { Session } from './shared/session.ts';

/** One request or notification of the protocol, answered from the workspace. The listing of this folder is the registry. */
export interface Feature {
  /** What it adds to the answer of `initialize`. */
  capabilities?(params: InitializeParams, session: Session): ServerCapabilities;
  /** Hooks it up, while `initialize` is being answered. */
  register(connection: Connection, session: Session): void;
  /** Called once the client is ready for requests of the server. */
  initialized?(connection: Connection, session: Session): void;
}

export const defineFeature = (feature: Feature): Feature => feature;

/** A standard request. A throw is a bug: it is logged, and the client gets an error instead of a dead server. */
export function answer<P, R, PR, E, RO>(
  { method }: ProtocolRequestType<P, R, PR, E, RO>, handle: (session: Session, params: P, token: CancellationToken) => Promise<R> | R,
): Feature['register'] {
  return (connection, session) => {
    connection.onRequest<unknown, void>(method, (params: P, token: CancellationToken) => (
      guarded(method, session, token, () => handle(session, params, token))));
  };
}

/** One of Lintel's own requests. */
export function answerOwn<M extends keyof Requests>(
  method: M, handle: (session: Session, params: Requests[M]['params'], token: CancellationToken) => Promise<Requests[M]['result']>,
): Feature['register'] {
  return (connection, session) => {
    connection.onRequest<unknown, void>(method, (params: Requests[M]['params'], token: CancellationToken) => (
      guarded(method, session, token, () => handle(session, params, token))));
  };
}

/** One of Lintel's own requests without parameters, whether the client sends `null` for them or nothing. */
export function answerBare<M extends BareMethod>(
  method: M, handle: (session: Session, token: CancellationToken) => Promise<Requests[M]['result']>,
): Feature['register'] {
  return (connection, session) => {
    connection.onRequest<unknown, void>(method, (...given: readonly CancellationToken[]) => {
      const token = given[given.length - 1] ?? CancellationToken.None;
      return guarded(method, session, token, () => handle(session, token));
    });
  };
}

type BareMethod = { [M in keyof Requests]: Requests[M]['params'] extends null ? M : never }[keyof Requests];

async function guarded<R>(method: string, session: Session, token: CancellationToken, handle: () => Promise<R> | R): Promise<R> {
  try {
    const result = await handle();
    if (!token.isCancellationRequested) return result;
  } catch (cause) {
    if (cause instanceof ResponseError) throw cause;
    session.workspace.host.log.error(`${method} failed`, cause instanceof Error ? cause : new Error(String(cause)));
    throw new ResponseError(LSPErrorCodes.RequestFailed, `${method} failed; the log has the details`);
  }
  throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
