import type { DialectDescription } from '../../core/description.ts';
import type { Json } from '../../core/problem.ts';
import { compact, numberOf, textOf, truthOf, type JsonObject } from '../document/shape.ts';
import { CHARACTER } from './values.ts';

/** Whether the reader of tables can do what a dialect asks for; what it cannot is said, and the table is not compared. */
export const isReadable = (dialect: JsonObject): boolean => unreadableKey(dialect) === undefined;

export function unreadableKey(dialect: JsonObject): string | undefined {
  const count = (key: string): number => numberOf(dialect[key]) ?? 0;
  if (count('headerRowCount') > 1) return 'headerRowCount';
  if (['delimiter', 'quoteChar'].some(key => beyondAscii(dialect[key]))) return beyondAscii(dialect['delimiter']) ? 'delimiter' : 'quoteChar';
  return count('skipColumns') > 0 ? 'skipColumns' : undefined;
}

/** A comma separates cells unless something else is said, and spaces around them count for nothing. */
export function readDialect(dialect: JsonObject, url = ''): DialectDescription {
  const rows = numberOf(dialect['headerRowCount']);
  return compact({
    delimiter: characterOf(dialect['delimiter']) ?? (/\.csv$/i.test(url) ? ',' : undefined),
    quote: characterOf(dialect['quoteChar']),
    escape: dialect['doubleQuote'] === false ? '\\' : undefined,
    skipRows: (numberOf(dialect['skipRows']) ?? 0) > 0 ? numberOf(dialect['skipRows']) : undefined,
    header: rows === undefined ? truthOf(dialect['header']) : rows > 0,
    trim: dialect['trim'] !== false && dialect['trim'] !== 'false',
  });
}

/** Longer texts are passed over. */
const characterOf = (value: Json | undefined): string | undefined => (value !== undefined && CHARACTER.fits(value) ? textOf(value) : undefined);

/** Tables are read by bytes. */
const beyondAscii = (value: Json | undefined): boolean => /[^\0-\x7f]/.test(characterOf(value) ?? '');
