import type { DialectDescription } from '../../core/description.ts';
import type { Json } from '../../core/problem.ts';
import { compact, listOf, numberOf, objectOf, textOf, truthOf, type JsonObject } from '../document/shape.ts';
import { CHARACTER, COUNT } from './values.ts';

/**
 * What a dialect asks for that the reader of tables cannot do; it is said, and the table is not compared. Tables are read by bytes, their lines end as
 * lines of text do, and a line that is no row is told from an empty cell only where there are several columns.
 */
export function unreadableKey(dialect: JsonObject, schema: JsonObject | undefined): string | undefined {
  const isNarrow = skippedColumns(dialect) + (listOf(schema?.['columns']) ?? []).filter(column => objectOf(column)?.['virtual'] !== true).length === 1;
  if (isNarrow && characterOf(dialect['commentPrefix']) !== undefined) return 'commentPrefix';
  if (isNarrow && dialect['skipBlankRows'] === true) return 'skipBlankRows';
  const key = ['delimiter', 'quoteChar'].find(one => /[^\0-\x7f]/.test(characterOf(dialect[one]) ?? ''));
  const ends = listOf(dialect['lineTerminators']) ?? [dialect['lineTerminators']];
  const texts = ends.flatMap(end => textOf(end) ?? []);
  return key ?? (texts.length > 0 && !texts.some(text => /^(?:\r\n|\n|\r)$/.test(text)) ? 'lineTerminators' : undefined);
}

/** A comma separates cells unless something else is said, and spaces around names of columns count for nothing. */
export function readDialect(dialect: JsonObject, url = ''): DialectDescription {
  const rows = countOf(dialect['headerRowCount']);
  const skipped = countOf(dialect['skipRows']) ?? 0;
  return compact({
    delimiter: characterOf(dialect['delimiter']) ?? (/\.csv$/i.test(url) ? ',' : undefined),
    quote: dialect['quoteChar'] === null ? '' : characterOf(dialect['quoteChar']),
    escape: dialect['doubleQuote'] === false ? '\\' : undefined,
    skipRows: skipped > 0 ? skipped : undefined,
    header: rows === undefined ? truthOf(dialect['header']) : rows > 0,
    headerRows: rows !== undefined && rows > 1 ? rows : undefined,
    comment: characterOf(dialect['commentPrefix']),
    trim: trimOf(dialect),
    skipBlankRows: dialect['skipBlankRows'] === true ? true : undefined,
  });
}

/** The first columns of the file, which are no part of the table. */
export const skippedColumns = (dialect: JsonObject | undefined): number => countOf(dialect?.['skipColumns']) ?? 0;

/** `trim` comes before `skipInitialSpace`. */
function trimOf(dialect: JsonObject): DialectDescription['trim'] {
  const given = dialect['trim'];
  switch (given) {
    case true:
    case 'true': return 'both';
    case false:
    case 'false': return false;
    case 'start':
    case 'end': return given;
    default: return dialect['skipInitialSpace'] === true ? 'start' : true;
  }
}

const countOf = (value: Json | undefined): number | undefined => (value !== undefined && COUNT.fits(value) ? numberOf(value) : undefined);

/** Longer texts are passed over. */
const characterOf = (value: Json | undefined): string | undefined => (value !== undefined && CHARACTER.fits(value) ? textOf(value) : undefined);
