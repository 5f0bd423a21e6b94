import { type DocumentSymbol, DocumentSymbolRequest, SymbolKind } from 'vscode-languageserver';
import type { Column } from '../core/column.ts';
import type { NodePath, TextRange } from '../core/place.ts';
import { type ColumnKind, kindOf } from '../engine/columnKind.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { readDocument } from '../metadata/document/document.ts';
import { namePlace } from '../metadata/document/namePlace.ts';
import { typeName } from './shared/columnTypes.ts';
import { headerCells } from './shared/headers.ts';
import { contains, openDescription } from './shared/openDescription.ts';
import { type Session, fromClient, rangesFor, words } from './shared/session.ts';
import { type ShownTable, shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** The columns of a dataset, for outlines and for going to one by its name. */
export default defineFeature({
  capabilities: () => ({ documentSymbolProvider: { label: 'Lintel' } }),
  register: answer(DocumentSymbolRequest.type, async (session, { textDocument }): Promise<DocumentSymbol[]> => {
    const uri = fromClient(textDocument.uri);
    if (isDescriptionUri(uri)) return descriptionSymbols(session, uri);
    const shown = await shownTable(session, uri);
    return shown ? columnSymbols(session, uri, shown) : [];
  }),
});

/** Columns an outline lists; editors do not cope with more. */
const LIMIT = 5000;

async function columnSymbols(session: Session, uri: string, shown: ShownTable): Promise<DocumentSymbol[]> {
  const toRange = await rangesFor(session, uri);
  const cells = await headerCells(shown, 'raw');
  return shown.table.columns.slice(0, LIMIT).flatMap(column => {
    const range = cells.get(column.index);
    return range ? [symbolOf(session, shown, column, toRange(range))] : [];
  });
}

/** The resources of a description, the fields of each below it. */
async function descriptionSymbols(session: Session, uri: string): Promise<DocumentSymbol[]> {
  const open = await openDescription(session, uri);
  const toRange = await rangesFor(session, uri);
  const { root } = open ? readDocument(open.text, open.fileName) : { root: undefined };
  const symbol = (node: NodePath, name: string, detail: string, kind: SymbolKind, children: DocumentSymbol[]): DocumentSymbol => {
    const { path, part } = namePlace(root, { name, node }) ?? { path: [...node, 'name'], part: 'value' };
    const own = toRange(open?.parsed.locate(path, part) ?? NOWHERE);
    const value = toRange(open?.parsed.locate(node, 'value') ?? NOWHERE);
    const range = part === 'key' ? { start: own.start, end: value.end } : value;
    return { name: name.trim() === '' ? '…' : name, detail, kind, range, selectionRange: isWithin(own, range) ? own : range, children };
  };
  const resources = open?.parsed.description?.resources ?? [];
  return resources.map(({ name, node, fields, paths }) => symbol(node, name, paths[0] ?? '', SymbolKind.File, fields.slice(0, LIMIT).map(field => (
    symbol(field.node, field.name, field.type === 'any' ? '' : field.type, SymbolKind.Field, [])))));
}

const NOWHERE: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const isWithin = (inner: TextRange, outer: TextRange): boolean => contains(outer, inner.start) && contains(outer, inner.end);

function symbolOf(session: Session, { snapshot }: ShownTable, column: Column, range: TextRange): DocumentSymbol {
  const personal = snapshot.masks(column.index) !== undefined;
  const kind = kindOf(column);
  return {
    // A symbol without a name is refused by editors.
    name: column.name.trim() === '' ? String(column.index + 1) : column.name,
    detail: words(session, typeName(column, personal)),
    kind: kind === undefined ? SymbolKind.Null : SYMBOLS[kind],
    range, selectionRange: range,
  };
}

const SYMBOLS: Readonly<Record<ColumnKind, SymbolKind>> = {
  integer: SymbolKind.Number, number: SymbolKind.Number, boolean: SymbolKind.Boolean, date: SymbolKind.Event, datetime: SymbolKind.Event,
  category: SymbolKind.Enum, text: SymbolKind.String, id: SymbolKind.Key,
};
