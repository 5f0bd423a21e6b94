import { DefinitionRequest, type Location, type Position } from 'vscode-languageserver';
import { HEADER_ROW } from '../core/place.ts';
import type { NodePath } from '../core/place.ts';
import { cellUnder } from '../engine/cellUnder.ts';
import { homeOf } from '../engine/descriptionParts.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { readDocument } from '../metadata/document/document.ts';
import { namePlace, type NamePlace } from '../metadata/document/namePlace.ts';
import { nodeAt, pathTo, type DocumentNode } from '../metadata/document/tree.ts';
import { readText } from '../util/readFile.ts';
import { fileNameOf } from '../util/uri.ts';
import { openDescription, ownersOf, snapshotOf, type OpenDescription } from './shared/openDescription.ts';
import { type Session, fromClient, rangesFor, toClient } from './shared/session.ts';
import { shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** From a field to the header of its column and back; from the name of a field in a key, or of a resource, to where it is described. */
export default defineFeature({
  capabilities: () => ({ definitionProvider: true }),
  register: answer(DefinitionRequest.type, (session, { textDocument, position }): Promise<Location | null> => {
    const uri = fromClient(textDocument.uri);
    return isDescriptionUri(uri) ? fromDescription(session, uri, position) : fromData(session, uri, position);
  }),
});

async function fromData(session: Session, uri: string, position: Position): Promise<Location | null> {
  const shown = await shownTable(session, uri, true);
  const cell = shown && await cellUnder(shown.rows, shown.readable.source.offsetAt(position, session.client.encoding));
  const found = shown?.snapshot.found;
  const field = cell?.row === HEADER_ROW ? shown?.table.columns[cell.column]?.field : undefined;
  if (!found || !field) return null;
  const home = homeOf(found.described.uri, found.parsed, field.node);
  const toRange = await rangesFor(session, home.uri);
  const text = await readText(session.workspace.files, home.uri, DESCRIPTION_LIMIT);
  const place = typeof text === 'string' ? namePlace(readDocument(text, fileNameOf(home.uri)).root, { name: field.name, node: home.path }) : undefined;
  return { uri: toClient(session, home.uri), range: toRange(home.locate(place?.path ?? home.path, place?.part ?? 'key')) };
}

/** Larger descriptions are not read. */
const DESCRIPTION_LIMIT = 16 * 1024 * 1024;

async function fromDescription(session: Session, uri: string, position: Position): Promise<Location | null> {
  const open = await openDescription(session, uri);
  const { root } = open ? readDocument(open.text, open.fileName) : { root: undefined };
  if (!open || !root) return null;
  const path = pathTo(root, open.offsetAt(position));
  const node = nodeAt(root, path);
  const target = node?.kind === 'scalar' ? described(open, root, path, String(node.value ?? '')) : undefined;
  if (target) return { uri: toClient(session, uri), range: (await rangesFor(session, uri))(open.parsed.locate(target.path, target.part)) };
  const { resource, field } = ownersOf(open, path);
  const snapshot = snapshotOf(session, uri, resource);
  const column = snapshot?.checked.table?.columns.find(each => each.field?.node.join('/') === field?.node.join('/') || each.name === field?.name);
  const header = column && snapshot?.checked.layout?.hasText === true ? snapshot.checked.layout.headers[column.index] : undefined;
  if (!snapshot || !field || !header) return null;
  return { uri: toClient(session, snapshot.uri), range: (await rangesFor(session, snapshot.uri))(header.range) };
}

/** Where the thing is described that a value names. */
function described(open: OpenDescription, root: DocumentNode, path: NodePath, value: string): NamePlace | undefined {
  const { resource } = ownersOf(open, path);
  const resources = open.parsed.description?.resources ?? [];
  const inFields = (candidates: typeof resources): NamePlace | undefined => {
    const field = candidates.flatMap(({ fields }) => fields).find(({ name }) => name === value);
    return field && (namePlace(root, field) ?? { path: field.node, part: 'key' });
  };
  switch (open.guide?.names(path, open.fileName, open.value)) {
    case 'field': return inFields(resource ? [resource] : []);
    case 'any-field': return inFields(resources);
    case 'referenced-field': {
      const key = resource?.foreignKeys?.find(({ node }) => node.every((step, i) => path[i] === step));
      return inFields(key && key.resource !== '' ? resources.filter(({ name }) => name === key.resource) : resource ? [resource] : []);
    }
    case 'resource': {
      const found = resources.find(({ name }) => name === value);
      return found && { path: [...found.node, 'name'], part: 'value' };
    }
    default: return undefined;
  }
}
