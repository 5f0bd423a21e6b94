import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { broken, ignored } from './complaints.ts';
import { isColumnName, isLanguage } from './terms.ts';
import { passedOver } from './values.ts';

/** Names that occur twice, and columns of the file behind one that is made up. */
export function* checkColumns(columns: readonly Json[], path: NodePath): Iterable<Complaint> {
  const seen = new Set<string>();
  let virtual = false;
  for (const [i, item] of columns.entries()) {
    const column = objectOf(item);
    const called = textOf(column?.['name']);
    if (called !== undefined && seen.has(called)) yield broken([...path, i, 'name'], 'value', say`Another column is called ${name(called)} already`);
    if (called !== undefined) seen.add(called);
    if (virtual && column && column['virtual'] !== true) {
      yield broken([...path, i], 'key', say`Virtual columns come last; this one stands behind one and is not virtual`);
    }
    virtual ||= column?.['virtual'] === true;
  }
}

/** Names are variables of URI templates; those with an underscore in front are reserved. */
export function* checkName(value: Json, path: NodePath): Iterable<Complaint> {
  const given = textOf(value);
  if (given === undefined) yield ignored(path, 'value', passedOver('name', { fits: () => false, wanted: say`text` }));
  else if (given.startsWith('_')) {
    yield ignored(path, 'value', say`Names that begin with an underscore are reserved, so ${name(given)} is passed over`);
  } else if (!isColumnName(given)) {
    yield ignored(path, 'value', say`A name is made of letters, digits, underscores and escapes such as ${quote('%20', -1)}; ${name(given)} is passed over`);
  }
}

/**
 * Titles: a text, a list of texts, or either by language. A column whose titles are all passed over cannot be held against the header, which makes the
 * document fail rather than warn.
 */
export function* checkTitles(value: Json, path: NodePath, ofColumn: boolean): Iterable<Complaint> {
  const byLanguage = objectOf(value);
  const wanted = say`${name('titles')} should be text, a list of texts, or an object with either for each language`;
  if (!byLanguage && typeof value !== 'string' && !listOf(value)) {
    yield ofColumn ? broken(path, 'value', wanted) : ignored(path, 'value', say`${wanted}; what it is now is passed over`);
    return;
  }
  if (!byLanguage) yield* checkTexts(value, path);
  const known = Object.keys(byLanguage ?? {}).some(isLanguage);
  for (const [language, texts] of Object.entries(byLanguage ?? {})) {
    if (isLanguage(language)) yield* checkTexts(texts, [...path, language]);
    else {
      const message = say`${name(language)} is no language, so these titles are passed over`;
      yield ofColumn && !known ? broken([...path, language], 'key', message) : ignored([...path, language], 'key', message);
    }
  }
}

function* checkTexts(value: Json, path: NodePath): Iterable<Complaint> {
  const items = listOf(value);
  if (!items && typeof value !== 'string') yield ignored(path, 'value', say`Titles are texts; this one is passed over`);
  for (const [i, item] of (items ?? []).entries()) {
    if (typeof item !== 'string') yield ignored([...path, i], 'value', say`Titles are texts; this one is passed over`);
  }
}

/** A title with its language; `und` where none is said. */
export interface Title {
  readonly text: string;
  readonly language: string;
}

/** The titles of a column that count. */
export function titlesOf(column: JsonObject, language: string): readonly Title[] {
  const texts = (value: Json | undefined, of: string): readonly Title[] =>
    (typeof value === 'string' ? [value] : listOf(value) ?? []).flatMap(text => (typeof text === 'string' ? [{ text, language: of }] : []));
  const given = column['titles'];
  const byLanguage = objectOf(given);
  return byLanguage ? Object.entries(byLanguage).flatMap(([of, value]) => (isLanguage(of) ? texts(value, of) : [])) : texts(given, language);
}

/** What the header should say; the first title where there are several. */
export const headerName = (column: JsonObject, language: string): string | undefined => titlesOf(column, language)[0]?.text ?? textOf(column['name']);

/** How keys refer to a column: by its name or, where it has none, by its first title with everything odd escaped. */
export function referredName(column: JsonObject, language: string): string | undefined {
  const title = titlesOf(column, language)[0]?.text;
  return textOf(column['name']) ?? (title === undefined ? undefined : encodeURIComponent(title).replace(/[!'()*~-]/g, escaped));
}

const escaped = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
