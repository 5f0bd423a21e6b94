import { type Hover, HoverRequest, type Position } from 'vscode-languageserver';
import type { ParsedDescription } from '../core/standard.ts';
import { name, say } from '../core/message.ts';
import type { TextPosition, TextRange } from '../core/place.ts';
import { cellUnder } from '../engine/cellUnder.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { isDescriptionUri, standardOf } from '../engine/registry.ts';
import { fileNameOf } from '../util/uri.ts';
import { columnHover } from './shared/columnHover.ts';
import { type Session, fromClient } from './shared/session.ts';
import { shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** The profile of the column under the cursor: in data over a header or a cell, in a description over a field. */
export default defineFeature({
  capabilities: () => ({ hoverProvider: true }),
  register: answer(HoverRequest.type, (session, { textDocument, position }) => {
    const uri = fromClient(textDocument.uri);
    return isDescriptionUri(uri) ? hoverField(session, uri, position) : hoverCell(session, uri, position);
  }),
});

async function hoverCell(session: Session, uri: string, position: Position): Promise<Hover | null> {
  const shown = await shownTable(session, uri, true);
  const cell = shown && await cellUnder(shown.rows, shown.readable.source.offsetAt(position, session.client.encoding));
  const column = cell && shown.table.columns[cell.column];
  return column ? columnHover(session, column, shown.snapshot) : null;
}

async function hoverField(session: Session, uri: string, position: Position): Promise<Hover | null> {
  const text = session.workspace.documents.get(uri)?.text;
  const parsed = text && standardOf(uri, text.toString())?.read(text.toString(), fileNameOf(uri));
  if (!text || !parsed?.description) return null;
  const at = text.positionAt(text.offsetAt(position, session.client.encoding));
  for (const resource of parsed.description.resources) {
    const field = resource.fields.find(({ node }) => contains(nodeRange(parsed, node), at));
    const snapshot = field && snapshotOf(session, uri, resource.name);
    const column = snapshot?.checked.table?.columns.find(each => each.name === field?.name);
    if (snapshot && column) return columnHover(session, column, snapshot, say`In ${name(fileNameOf(snapshot.uri))}`);
  }
  return null;
}

const nodeRange = (parsed: ParsedDescription, node: readonly (string | number)[]): TextRange => parsed.locate(node, 'value');

/** Only what is known already: a hover over a description does not start a scan. */
function snapshotOf({ workspace }: Session, description: string, resource: string): Snapshot | undefined {
  const snapshots = workspace.describedBy(description).map(uri => workspace.lastSnapshot(uri));
  return snapshots.find(snapshot => snapshot?.found?.described.resource.name === resource);
}

function contains({ start, end }: TextRange, at: TextPosition): boolean {
  return compare(start, at) <= 0 && compare(at, end) <= 0;
}

const compare = (a: TextPosition, b: TextPosition): number => a.line - b.line || a.character - b.character;
