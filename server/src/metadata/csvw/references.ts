import { name, number, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Complaint, Related } from '../../core/standard.ts';
import { readDocument } from '../document/document.ts';
import { listOf, objectOf, oneOrMore, textOf, type JsonObject } from '../document/shape.ts';
import { titlesOf } from './columns.ts';
import { readDialect, unreadableKey } from './dialect.ts';
import { broken, missing, unknownName } from './complaints.ts';
import { resolveLink } from './links.ts';
import { referencesOf, type Outline, type OutlinedTable, type Part } from './outline.ts';
import { isColumnName, isLanguage, languagesMatch } from './terms.ts';
import { checkObject } from './walk.ts';

/** Names of columns, tables and schemas that lead nowhere. Schemas used by several tables are looked at once. */
export function* checkReferences(outline: Outline): Iterable<Complaint> {
  const seen = new Set<JsonObject>();
  for (const { schema } of outline.tables) {
    if (!schema || schema.address !== undefined || seen.has(schema.object)) continue;
    seen.add(schema.object);
    for (const key of ['primaryKey', 'rowTitles']) yield* unknownColumns('ignored', schema.object[key], [...schema.node, key], schema);
    for (const [i, key] of (listOf(schema.object['foreignKeys']) ?? []).entries()) {
      yield* checkForeignKey(objectOf(key), [...schema.node, 'foreignKeys', i], schema, outline);
    }
  }
}

/**
 * Columns with a name and no titles: validators hold the titles of a schema against the header, and nothing else (Metadata Vocabulary, section 5.5.1), so the
 * header never matches them. One complaint a schema, at its first such column.
 */
function* checkUntitled({ schema, dialect }: OutlinedTable, language: string): Iterable<Complaint> {
  if (!schema || readDialect(dialect?.object ?? {}).header === false) return;
  const columns = (listOf(schema.object['columns']) ?? []).map(item => objectOf(item) ?? {});
  const untitled = columns.flatMap((column, i) => {
    const called = textOf(column['name']);
    return called !== undefined && isColumnName(called) && !('titles' in column) && column['virtual'] !== true && titlesOf(column, language).length === 0 ? [{ i, called }] : [];
  });
  const [first] = untitled;
  if (!first) return;
  const path = schema.address === undefined ? [...schema.node, 'columns', first.i] : schema.node;
  const message = untitled.length === 1
    ? say`${name(first.called)} has no ${name('titles')}, which is all that validators compare with the header`
    : say`${name(first.called)} and ${number(untitled.length - 1)} more have no ${name('titles')}, which is all that validators compare with the header`;
  const fix: Fix = { title: say`Give it the title ${name(first.called)}`, safety: 'unsafe', change: { do: 'set-node', path: [...path, 'titles'], value: first.called } };
  yield { ...broken(path, 'key', message), ...(schema.address === undefined && { fix }) };
}

/**
 * Columns all of whose titles are in other languages than the table: no header can match them (Metadata Vocabulary, section 5.5.1). Dialects with
 * something that tables are not read by here.
 */
export function* checkTables({ group, tables, language }: Outline): Iterable<Complaint> {
  const seen = new Set<JsonObject>();
  for (const outlined of tables) {
    const { table, schema, dialect } = outlined;
    if (schema && !seen.has(schema.object)) yield* checkUntitled(outlined, language);
    if (schema) seen.add(schema.object);
    const unreadable = dialect && unreadableKey(dialect.object, schema?.object);
    if (dialect && unreadable !== undefined && !seen.has(dialect.object)) {
      seen.add(dialect.object);
      const path = dialect.address === undefined ? [...dialect.node, unreadable] : dialect.node;
      yield { kind: 'unchecked', path, part: 'key', message: say`Tables are not read with this ${name(unreadable)} here, so the data is not checked` };
    }
    for (const [i, item] of (listOf(schema?.object['columns']) ?? []).entries()) {
      const column = objectOf(item) ?? {};
      const of = [column, schema?.object, table, group].flatMap(object => textOf(object?.['lang']) ?? [])[0];
      const titles = titlesOf(column, language);
      if (of === undefined || !isLanguage(of) || titles.length === 0 || titles.some(title => languagesMatch(title.language, of))) continue;
      const path = schema?.address === undefined ? [...schema?.node ?? [], 'columns', i, 'titles'] : schema.node;
      yield broken(path, 'key', say`The table is in the language ${name(of)} and no title of this column is, so none can match the header`);
    }
  }
}

function* unknownColumns(kind: 'ignored' | 'reference', value: Json | undefined, path: NodePath, { columns }: Part): Iterable<Complaint> {
  const one = textOf(value);
  if (one !== undefined && !columns.has(one)) yield unknownName(kind, path, one, [...columns.keys()], 'column');
  for (const [i, item] of (listOf(value) ?? []).entries()) {
    if (typeof item === 'string' && !columns.has(item)) yield unknownName(kind, [...path, i], item, [...columns.keys()], 'column');
  }
}

function* checkForeignKey(key: JsonObject | undefined, path: NodePath, schema: Part, outline: Outline): Iterable<Complaint> {
  yield* unknownColumns('reference', key?.['columnReference'], [...path, 'columnReference'], schema);
  const reference = objectOf(key?.['reference']);
  if (!reference) return;
  const at = [...path, 'reference'];
  if (('resource' in reference) === ('schemaReference' in reference)) {
    const message = say`A reference has either ${name('resource')} or ${name('schemaReference')}, not both`;
    yield 'resource' in reference ? broken([...at, 'schemaReference'], 'key', message) : missing(at, 'resource');
    return;
  }
  const target = targetOf(reference, outline);
  if (!target) yield* unknownTarget(reference, at, outline);
  else if (target.schema) yield* unknownColumns('reference', reference['columnReference'], [...at, 'columnReference'], target.schema);
  const [here, there] = [oneOrMore(key?.['columnReference'])?.length, oneOrMore(reference['columnReference'])?.length];
  if (here !== undefined && there !== undefined && here !== there) {
    yield broken([...at, 'columnReference'], 'value', say`A foreign key needs as many columns here as there: ${here} and ${there} are given`);
  }
}

/** The table a reference means. */
export function targetOf(reference: JsonObject, { tables, base }: Outline): OutlinedTable | undefined {
  const [resource, schema] = [textOf(reference['resource']), textOf(reference['schemaReference'])];
  const link = resource ?? schema;
  const wanted = link === undefined ? undefined : resolveLink(link, base);
  if (resource !== undefined) return tables.find(({ url }) => url === wanted);
  return wanted === undefined ? undefined : tables.find(table => table.schema?.address === wanted || table.schema?.id === wanted);
}

function* unknownTarget(reference: JsonObject, at: NodePath, { tables }: Outline): Iterable<Complaint> {
  const [resource, schema] = [textOf(reference['resource']), textOf(reference['schemaReference'])];
  if (resource !== undefined) {
    yield unknownName('reference', [...at, 'resource'], resource, tables.flatMap(({ table }) => textOf(table['url']) ?? []), 'table');
  } else if (schema !== undefined) {
    yield unknownName('reference', [...at, 'schemaReference'], schema, tables.flatMap(table => table.schema?.id ?? table.schema?.address ?? []), 'schema');
  }
}

/** Schemas and dialects in documents of their own: those that are not there, those nobody looked at, and the first thing wrong with the others. */
export function* checkDocuments(root: JsonObject, related: Related): Iterable<Complaint> {
  const seen = new Map<string, readonly Complaint[]>();
  for (const { address, node } of referencesOf(root)) {
    const text = related.get(address);
    if (text === undefined) {
      yield /^[a-z][a-z0-9+.-]+:/i.test(address)
        ? { kind: 'unchecked', path: node, part: 'value', message: say`${name(address)} is on the network and was not looked at` }
        : { kind: 'reference', path: node, part: 'value', message: say`The document ${name(address)} is not there or cannot be read` };
      continue;
    }
    const kind = node.at(-1) === 'dialect' ? 'Dialect' : 'Schema';
    const [wrong] = seen.get(`${kind} ${address}`) ?? problemsOf(text, kind);
    seen.set(`${kind} ${address}`, wrong ? [wrong] : []);
    if (wrong) yield { ...wrong, path: node, part: 'value', message: say`In ${name(address)}: ${wrong.message}` };
  }
}

function problemsOf(text: string, kind: 'Dialect' | 'Schema'): readonly Complaint[] {
  const { value, problems } = readDocument(text, 'schema.json');
  const [syntax] = problems;
  const object = objectOf(value);
  if (syntax) return [broken([], 'value', syntax.message)];
  if (!object) return [broken([], 'value', say`There is no object here`)];
  const complaints = [...checkObject(kind, object, [])].map(({ kind: of, path, part, message }): Complaint => ({ kind: of, path, part, message }));
  return [...complaints.filter(({ kind: of }) => of !== 'ignored'), ...complaints];
}
