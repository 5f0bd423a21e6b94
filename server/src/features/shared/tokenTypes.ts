import type { Colouring } from '../../config/settings.ts';
import { type ColumnKind, kindOf } from '../../engine/columnKind.ts';
import type { ShownTable } from './shownTable.ts';

/** Colours of a rainbow: as many as most themes tell apart. */
const RAINBOW = 8;

const OF_KIND: Readonly<Record<ColumnKind, string>> = {
  integer: 'lintelNumber', number: 'lintelNumber', date: 'lintelDate', datetime: 'lintelDate', boolean: 'lintelBoolean',
  category: 'lintelCategory', text: 'lintelText', id: 'lintelIdentifier',
};
const PERSONAL = 'lintelPersonal';

/** Types of tokens, in the order of the legend; the manifest of the extension says what they look like. */
export const TOKEN_TYPES: readonly string[] = [
  ...new Set(Object.values(OF_KIND)), PERSONAL, ...Array.from({ length: RAINBOW }, (_, i) => `lintelColumn${i + 1}`),
];
/** The cells of a header. */
export const HEADER_MODIFIER = 'lintelHeader';

/** The type of the tokens of each column, as an index of the legend; -1 for columns that keep the colour of plain text. */
export function tokenTypes({ table, snapshot }: ShownTable, colouring: Colouring): (column: number) => number {
  if (colouring === 'rainbow') return column => TOKEN_TYPES.indexOf(`lintelColumn${(column % RAINBOW) + 1}`);
  const types = table.columns.map(column => {
    const kind = kindOf(column);
    return TOKEN_TYPES.indexOf(snapshot.masks(column.index) ? PERSONAL : kind === undefined ? '' : OF_KIND[kind]);
  });
  return column => types[column] ?? -1;
}
