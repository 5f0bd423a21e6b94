import {
  ErrorCodes, type Position, PrepareRenameRequest, type Range, RenameRequest, ResponseError, type WorkspaceEdit,
} from 'vscode-languageserver';
import { name, say } from '../core/message.ts';
import { HEADER_ROW } from '../core/place.ts';
import { cellUnder } from '../engine/cellUnder.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { filesOfResource } from '../engine/resourcePaths.ts';
import { readDocument } from '../metadata/document/document.ts';
import { namePlace } from '../metadata/document/namePlace.ts';
import { pathTo } from '../metadata/document/tree.ts';
import { canonicalUri } from '../util/uri.ts';
import { contains, openDescription, ownersOf } from './shared/openDescription.ts';
import { renameColumn, type RenamedColumn } from './shared/renameColumn.ts';
import { type Session, fromClient, rangesFor, words } from './shared/session.ts';
import { shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** A column is renamed everywhere at once: in the header of its data and in every description that names it. */
export default defineFeature({
  capabilities: params => ({ renameProvider: params.capabilities.textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true }),
  register(connection, session) {
    answer(PrepareRenameRequest.type, async (_, { textDocument, position }): Promise<{ range: Range; placeholder: string } | null> => {
      const found = await columnUnder(session, fromClient(textDocument.uri), position);
      return found ? { range: found.range, placeholder: found.name } : null;
    })(connection, session);
    answer(RenameRequest.type, async (_, { textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
      const found = await columnUnder(session, fromClient(textDocument.uri), position);
      if (!found) return null;
      const taken = newName.trim() === '' || found.others.includes(newName);
      if (taken) throw new ResponseError(ErrorCodes.InvalidParams, words(session, say`${name(newName)} cannot be the name: it is empty, or another column has it.`));
      return renameColumn(session, found, newName);
    })(connection, session);
  },
});

/** A column as it is seen from its data or from its description. */
interface NamedColumn extends RenamedColumn {
  /** Where its name stands under the cursor. */
  readonly range: Range;
  /** Names that are taken. */
  readonly others: readonly string[];
}

async function columnUnder(session: Session, uri: string, position: Position): Promise<NamedColumn | undefined> {
  return isDescriptionUri(uri) ? inDescription(session, uri, position) : inData(session, uri, position);
}

async function inData(session: Session, uri: string, position: Position): Promise<NamedColumn | undefined> {
  const shown = await shownTable(session, uri, true);
  if (!shown || shown.readable.reading.dialect.values) return undefined;
  const cell = await cellUnder(shown.rows, shown.readable.source.offsetAt(position, session.client.encoding));
  const column = cell?.row === HEADER_ROW ? shown.table.columns[cell.column] : undefined;
  const header = column && shown.snapshot.checked.layout?.headers[column.index];
  if (!column || !header || column.name === '') return undefined;
  const others = shown.table.columns.filter(({ index }) => index !== column.index).map(other => other.name);
  const range = (await rangesFor(session, uri))(header.range);
  return { name: column.name, range, data: [uri], others, description: undefined };
}

/** Files of one table that are renamed together. */
const MOST_FILES = 50;

async function inDescription(session: Session, uri: string, position: Position): Promise<NamedColumn | undefined> {
  const open = await openDescription(session, uri);
  const { root } = open ? readDocument(open.text, open.fileName) : { root: undefined };
  if (!open || !root) return undefined;
  const path = pathTo(root, open.offsetAt(position));
  const { resource, field } = ownersOf(open, path);
  const place = field && namePlace(root, field);
  if (!resource || !field || !place || place.path.join('/') !== path.join('/')) return undefined;
  const at = open.parsed.locate(path, place.part);
  if (!contains(at, open.lines.position(open.offsetAt(position)))) return undefined;
  const range = (await rangesFor(session, uri))(at);
  const data = (await filesOfResource(session.workspace.files, uri, resource)).slice(0, MOST_FILES).map(canonicalUri);
  return { name: field.name, range, data, others: resource.fields.filter(other => other !== field).map(other => other.name), description: { uri, resource: resource.name } };
}
