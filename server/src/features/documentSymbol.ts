import { type DocumentSymbol, DocumentSymbolRequest, SymbolKind } from 'vscode-languageserver';
import type { Column } from '../core/column.ts';
import type { TextRange } from '../core/place.ts';
import { type ColumnKind, kindOf } from '../engine/columnKind.ts';
import { typeName } from './shared/columnTypes.ts';
import { headerCells } from './shared/headers.ts';
import { type Session, fromClient, rangesFor, words } from './shared/session.ts';
import { type ShownTable, shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** The columns of a dataset, for outlines and for going to one by its name. */
export default defineFeature({
  capabilities: () => ({ documentSymbolProvider: { label: 'Lintel' } }),
  register: answer(DocumentSymbolRequest.type, async (session, { textDocument }): Promise<DocumentSymbol[]> => {
    const uri = fromClient(textDocument.uri);
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
