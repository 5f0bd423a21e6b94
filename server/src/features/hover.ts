import { type Hover, HoverRequest, MarkupKind, type Position } from 'vscode-languageserver';
import { type Message, name, say } from '../core/message.ts';
import type { NodePath } from '../core/place.ts';
import { cellUnder } from '../engine/cellUnder.ts';
import { readDocument } from '../metadata/document/document.ts';
import { namePlace } from '../metadata/document/namePlace.ts';
import { nodeAt, pathTo } from '../metadata/document/tree.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { fileNameOf } from '../util/uri.ts';
import { columnHover, escapeMarkdown } from './shared/columnHover.ts';
import { hoverWritten } from './shared/configurationHover.ts';
import { type OpenDescription, openDescription, ownersOf, snapshotOf } from './shared/openDescription.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { meaningOf } from './shared/privacyTerms.ts';
import { shownTable } from './shared/shownTable.ts';
import { schemaOfWritten } from './shared/writtenSchema.ts';
import { answer, defineFeature } from './feature.ts';

/** The profile of the column under the cursor: in data over a header or a cell, in a description over a field. In a configuration, what a key means. */
export default defineFeature({
  capabilities: () => ({ hoverProvider: true }),
  register: answer(HoverRequest.type, (session, { textDocument, position }) => {
    const uri = fromClient(textDocument.uri);
    const schema = schemaOfWritten(uri);
    if (schema) return hoverWritten(session, uri, schema, position);
    return isDescriptionUri(uri) ? hoverField(session, uri, position) : hoverCell(session, uri, position);
  }),
});

async function hoverCell(session: Session, uri: string, position: Position): Promise<Hover | null> {
  const shown = await shownTable(session, uri, true);
  const cell = shown && await cellUnder(shown.rows, shown.readable.source.offsetAt(position, session.client.encoding));
  const column = cell && shown.table.columns[cell.column];
  return column ? columnHover(session, column, shown.snapshot) : null;
}

/** Over a field the profile of its column, over any other property what it means. */
async function hoverField(session: Session, uri: string, position: Position): Promise<Hover | null> {
  const open = await openDescription(session, uri);
  if (!open) return null;
  const offset = open.offsetAt(position);
  const path = pathAt(open, offset);
  const { resource, field } = ownersOf(open, path);
  const term = termAt(open, path, offset);
  if (term) return explanation(session, term.id, term.meaning);
  const named = field && namePlace(readDocument(open.text, open.fileName).root, field);
  const isName = field !== undefined && [field.node, named?.path].some(place => place?.join('/') === path.join('/'));
  const words = isName ? undefined : open.guide?.explain(path, open.fileName, open.value);
  if (words) return explanation(session, String(path.filter(step => typeof step === 'string').at(-1) ?? ''), words, open.guide?.page(path, open.fileName, open.value));
  const snapshot = field && snapshotOf(session, uri, resource);
  const column = snapshot?.checked.table?.columns.find(each => each.name === field?.name);
  return snapshot && column ? columnHover(session, column, snapshot, say`In ${name(fileNameOf(snapshot.uri))}`) : null;
}

/** The term of a vocabulary under an offset, and what it means. */
function termAt({ text, fileName, guide, value }: OpenDescription, path: NodePath, offset: number): { readonly id: string; readonly meaning: Message } | undefined {
  const node = nodeAt(readDocument(text, fileName).root, path);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string' || offset < node.start) return undefined;
  const id = guide?.term ? guide.term(path, node.value, value)?.id : node.value;
  const meaning = id === undefined ? undefined : meaningOf(guide?.names(path, fileName, value), id);
  return id !== undefined && meaning ? { id, meaning } : undefined;
}

/** The path of the deepest node under an offset, its key included. */
function pathAt({ text, fileName }: OpenDescription, offset: number): NodePath {
  const { root } = readDocument(text, fileName);
  return root ? pathTo(root, offset) : [];
}

/** `page`: where the standard says more. */
function explanation(session: Session, key: string, meaning: Message, page?: string): Hover {
  const text = words(session, meaning);
  const link = page === undefined ? [] : [`[${words(session, say`The standard`)}](${page})`];
  return session.client.markdown
    ? { contents: { kind: MarkupKind.Markdown, value: [`**${escapeMarkdown(key)}**`, escapeMarkdown(text), ...link].join('\n\n') } }
    : { contents: { kind: MarkupKind.PlainText, value: `${key}: ${text}` } };
}
