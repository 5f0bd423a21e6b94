import type { Connection } from 'vscode-languageserver';
import type { Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import type { TextRange } from '../../core/place.ts';
import { DocumentText } from '../../engine/documentText.ts';
import { readAll } from '../../util/readFile.ts';
import type { Workspace } from '../../engine/workspace.ts';
import { canonicalUri } from '../../util/uri.ts';
import { renderMessage } from '../../words/render.ts';
import type { ClientFacts } from './client.ts';

/** A workspace and the client that looks at it: what every feature is given. */
export interface Session {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly client: ClientFacts;
  /** How the client spells the URIs of documents it opened, by canonical URI. */
  readonly spellings: Map<string, string>;
  /** What the client says about its workspace and may change at any time. */
  readonly surroundings: Surroundings;
}

export interface Surroundings {
  /** Canonical URIs. */
  folders: readonly string[];
  /** Settings that the client sent without being asked. */
  settings: Json | undefined;
  /** Threads that may scan one file; 0 follows the machine. */
  maxWorkers: number;
}

/** The one spelling the workspace knows a document by. */
export const fromClient = (uri: string): string => canonicalUri(uri);

/** The client's own spelling of a document it opened. */
export const toClient = (session: Session, uri: string): string => session.spellings.get(uri) ?? uri;

/** A message in the client's language. Messages of findings are masked already. */
export const words = (session: Session, message: Message): string => renderMessage(message, { locale: session.client.locale });

/** Turns the UTF-16 ranges of findings into what the client counts in. */
export type ToRange = (range: TextRange) => TextRange;

/** Closed files bigger than this keep UTF-16 positions: finding others would mean to hold the file in memory. */
const LIMIT = 50 * 1024 * 1024;

/** How ranges of a document are sent to the client. Only clients that count bytes need the text for it. */
export async function rangesFor({ client, workspace }: Session, uri: string): Promise<ToRange> {
  if (client.encoding === 'utf-16') return range => range;
  const text = workspace.documents.get(uri)?.text ?? await textOf(workspace, uri);
  if (!text) return range => range;
  const convert = (position: TextRange['start']): TextRange['start'] => text.positionAt(text.offsetAt(position, 'utf-16'), 'utf-8');
  return ({ start, end }) => ({ start: convert(start), end: convert(end) });
}

async function textOf(workspace: Workspace, uri: string): Promise<DocumentText | undefined> {
  const file = await workspace.files.open(uri);
  if ('refused' in file) return undefined;
  try {
    return file.size > LIMIT ? undefined : DocumentText.of(await readAll(file, file.size));
  } finally {
    await file.close();
  }
}
