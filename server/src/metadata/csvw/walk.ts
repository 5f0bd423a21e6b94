import { name, say, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { DATATYPES } from '../../util/lexical/datatypeNames.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { checkAnnotation, checkId } from './annotations.ts';
import { checkColumns, checkName, checkTitles } from './columns.ts';
import { broken, ignored, missing } from './complaints.ts';
import { checkBase, checkFacets } from './datatype.ts';
import { isAnnotation, knownPrefixes, unknownPrefix } from './terms.ts';
import { passedOver, TEXT } from './values.ts';
import { FORMS, TEXT_LISTS, type ObjectKind } from './vocabulary.ts';

/** What is wrong with the form of an object and of all it holds. Where names lead is looked at elsewhere. */
export function* checkObject(kind: ObjectKind, object: JsonObject, path: NodePath): Iterable<Complaint> {
  const { required, called } = FORMS[kind];
  for (const key of required) if (!(key in object)) yield missing(path, key);
  for (const [key, value] of Object.entries(object)) yield* checkProperty(kind, key, value, [...path, key], called, object);
  if (kind === 'Datatype') yield* checkFacets(object, path);
}

function* checkProperty(kind: ObjectKind, key: string, value: Json, path: NodePath, called: Message, object: JsonObject): Iterable<Complaint> {
  const { values, nested, open } = FORMS[kind];
  const form = Object.hasOwn(values, key) ? values[key] : undefined;
  if (form) {
    if (!form.fits(value)) yield ignored(path, 'value', passedOver(key, form));
    else if (TEXT_LISTS.has(key)) yield* checkItems(key, value, path);
  } else if (nested.includes(key)) yield* checkNested(kind, key, value, path);
  else if (!open) yield broken(path, 'key', say`${name(key)} may not stand in ${called}`);
  else if (key.startsWith('@')) yield* checkKeyword(kind, key, value, path);
  else if (isAnnotation(key)) yield* checkNamed(key, value, path);
  else yield stranger(kind, key, path, called, object);
}

function* checkItems(key: string, value: Json, path: NodePath): Iterable<Complaint> {
  for (const [i, item] of (listOf(value) ?? []).entries()) {
    if (typeof item !== 'string') yield ignored([...path, i], 'value', say`Items of ${name(key)} should be text; this one is passed over`);
  }
}

function* checkKeyword(kind: ObjectKind, key: string, value: Json, path: NodePath): Iterable<Complaint> {
  if (key === '@context' && path.length === 1) return;
  if (key === '@context') yield broken(path, 'key', say`Only the document as a whole has a ${name(key)}`);
  else if (key === '@type') {
    if (value !== kind) yield broken(path, 'value', say`The only value ${name(key)} can have here is ${name(kind)}`);
  } else if (key !== '@id') yield broken(path, 'key', say`${name(key)} is no keyword of CSVW`);
  else if (typeof value !== 'string') yield ignored(path, 'value', passedOver(key, TEXT));
  else if (kind === 'Datatype' && isBuiltIn(value)) {
    yield broken(path, 'value', say`This is the address of a datatype that there is already; ${name('base')} refers to it`);
  } else yield* checkId(value, path);
}

/** Addresses of the datatypes that CSVW takes from elsewhere or has itself. */
function isBuiltIn(address: string): boolean {
  const [space = '', term = ''] = address.replace(/^https:/, 'http:').split('#');
  return SPACES.has(space) && (DATATYPES.has(term) || ['HTML', 'XMLLiteral', 'JSON'].includes(term));
}

const SPACES: ReadonlySet<string> = new Set(['http://www.w3.org/2001/XMLSchema', 'http://www.w3.org/ns/csvw', 'http://www.w3.org/1999/02/22-rdf-syntax-ns']);

/** An annotation; a prefix that nobody declares leads nowhere. */
function* checkNamed(key: string, value: Json, path: NodePath): Iterable<Complaint> {
  const prefix = unknownPrefix(key);
  if (prefix !== undefined) {
    const meant = mostSimilar(prefix, knownPrefixes());
    if (meant === undefined) yield ignored(path, 'key', say`${name(prefix)} is no prefix that CSVW knows, so this is passed over`);
    else {
      const message = say`${name(prefix)} is no prefix that CSVW knows, so this is passed over; did you mean ${name(meant)}?`;
      yield ignored(path, 'key', message, renaming(path, meant + key.slice(prefix.length)));
    }
  }
  yield* checkAnnotation(value, path);
}

function stranger(kind: ObjectKind, key: string, path: NodePath, called: Message, object: JsonObject): Complaint {
  const { values, nested } = FORMS[kind];
  const known = [...Object.keys(values), ...nested].filter(each => !(each in object));
  const meant = mostSimilar(key, known);
  return meant === undefined
    ? ignored(path, 'key', say`${name(key)} is not a property of ${called}, so it is passed over`)
    : ignored(path, 'key', say`${name(key)} is not a property of ${called}, so it is passed over; did you mean ${name(meant)}?`, renaming(path, meant));
}

const renaming = (path: NodePath, to: string): NonNullable<Complaint['fix']> =>
  ({ title: say`Rename to ${name(to)}`, safety: 'unsafe', change: { do: 'rename-node', path, to } });

function* checkNested(kind: ObjectKind, key: string, value: Json, path: NodePath): Iterable<Complaint> {
  switch (key) {
    case 'tables': yield* checkTables(value, path); return;
    case 'columns': yield* checkColumnList(value, path); return;
    case 'transformations': yield* checkList('Template', key, value, path); return;
    case 'foreignKeys': yield* checkList('ForeignKey', key, value, path); return;
    case 'notes': yield* listOf(value) ? checkAnnotation(value, path) : [ignored(path, 'value', passedOver(key, A_LIST))]; return;
    case 'tableSchema':
    case 'dialect': yield* checkReferable(key, value, path); return;
    case 'datatype':
    case 'base': yield* checkDatatype(key, value, path); return;
    case 'reference': {
      const object = objectOf(value);
      yield* object ? checkObject('Reference', object, path) : [broken(path, 'value', say`${name(key)} should be an object`)];
      return;
    }
    case 'url': if (typeof value !== 'string') yield broken(path, 'value', say`${name(key)} should be text that leads to the file of the table`); return;
    case 'name': yield* checkName(value, path); return;
    case 'titles': yield* checkTitles(value, path, kind === 'Column'); return;
    case 'resource':
    case 'schemaReference': if (typeof value !== 'string') yield broken(path, 'value', say`${name(key)} should be text`); return;
    case 'primaryKey':
    case 'rowTitles':
      if (typeof value !== 'string' && !listOf(value)?.every(item => typeof item === 'string')) {
        yield ignored(path, 'value', passedOver(key, COLUMN_NAMES));
      }
      return;
    case 'columnReference':
      if (typeof value !== 'string' && !listOf(value)?.every(item => typeof item === 'string')) {
        yield broken(path, 'value', say`${name(key)} should be ${COLUMN_NAMES.wanted}`);
      }
      return;
  }
}

const A_LIST = { fits: (): boolean => false, wanted: say`a list` };
const COLUMN_NAMES = { fits: (): boolean => false, wanted: say`the name of a column or a list of them` };

/** A group without tables is no group. */
function* checkTables(value: Json, path: NodePath): Iterable<Complaint> {
  const tables = (listOf(value) ?? []).filter(item => objectOf(item));
  if (tables.length === 0) yield broken(path, 'value', say`${name('tables')} should be a list of tables, of one at least`);
  else yield* checkList('Table', 'tables', value, path);
}

/** Without columns no schema fits the file of its table. */
function* checkColumnList(value: Json, path: NodePath): Iterable<Complaint> {
  const columns = listOf(value);
  if (!columns) {
    yield broken(path, 'value', say`${name('columns')} should be a list; without columns the schema fits no table`);
    return;
  }
  yield* checkList('Column', 'columns', value, path);
  yield* checkColumns(columns, path);
}

function* checkList(kind: ObjectKind, key: string, value: Json, path: NodePath): Iterable<Complaint> {
  const items = listOf(value);
  if (!items) yield ignored(path, 'value', passedOver(key, A_LIST));
  for (const [i, item] of (items ?? []).entries()) {
    const object = objectOf(item);
    if (object) yield* checkObject(kind, object, [...path, i]);
    else yield ignored([...path, i], 'value', say`Items of ${name(key)} should be objects; this one is passed over`);
    if (object && kind === 'Table' && !('url' in object)) yield missing([...path, i], 'url');
  }
}

/** A schema or a dialect stands here or in a document of its own. */
function* checkReferable(key: 'tableSchema' | 'dialect', value: Json, path: NodePath): Iterable<Complaint> {
  const object = objectOf(value);
  if (object) yield* checkObject(key === 'dialect' ? 'Dialect' : 'Schema', object, path);
  else if (textOf(value) === undefined) {
    const message = say`${name(key)} should be an object or the address of one`;
    yield key === 'dialect' ? ignored(path, 'value', say`${message}; what it is now is passed over`) : broken(path, 'value', message);
  }
}

function* checkDatatype(key: string, value: Json, path: NodePath): Iterable<Complaint> {
  const object = key === 'datatype' ? objectOf(value) : undefined;
  if (object) yield* checkObject('Datatype', object, path);
  else if (typeof value === 'string') yield* checkBase(value, path);
  else yield ignored(path, 'value', passedOver(key, key === 'datatype' ? { ...A_LIST, wanted: say`text or an object` } : TEXT));
}
