import type { Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Guide, GuideName, GuideProperty } from '../../core/standard.ts';
import { DATATYPES } from '../../util/lexical/datatypeNames.ts';
import { CONTEXT } from './terms.ts';
import { COUNT, DIRECTION, TEXT_DIRECTION, TEXTS, TRIM, TRUTH } from './values.ts';
import { WORDS } from './guideWords.ts';
import { FORMS, type ObjectKind } from './vocabulary.ts';

/** What an editor offers in a description in CSVW: properties of each object, datatypes and other closed lists, names of columns and files. */
export const GUIDE: Guide = {
  properties: path => {
    const kind = kindAt(path);
    if (!kind) return path[0] === '@context' ? ['@base', '@language'].map(name => property('TableGroup', name, 'text')) : [];
    const { nested, values } = FORMS[kind];
    const own = [...path.length === 0 ? ['@context', 'url'] : [], ...nested, ...Object.keys(values), ...path.length === 0 ? FORMS.Table.nested : []];
    return [...new Set(own)].map(name => property(kind, name, typeOf(kind, name)));
  },
  values: path => {
    const key = String(path.at(-1) ?? '');
    if (key === 'datatype' || key === 'base') return [...DATATYPES];
    if (key === '@context') return [CONTEXT];
    const form = FORMS[kindAt(path.slice(0, -1)) ?? 'Column'].values[key];
    return CLOSED.find(([kind]) => kind === form)?.[1] ?? [];
  },
  explain: path => wordsOf(...ownerOf(path)),
  names: path => NAMES[keyOf(path)],
  page: path => `https://www.w3.org/TR/tabular-metadata/#${SECTIONS[ownerOf(path)[0]]}`,
};

const CLOSED = [
  [TRUTH, ['true', 'false']], [DIRECTION, ['ltr', 'rtl', 'auto']], [TEXT_DIRECTION, ['ltr', 'rtl', 'auto', 'inherit']], [TRIM, ['true', 'false', 'start', 'end']],
] as const;

const property = (kind: ObjectKind, name: string, type: GuideProperty['type']): GuideProperty => ({ name, type, words: wordsOf(kind, name) });
const wordsOf = (kind: ObjectKind, name: string): Message | undefined => WORDS[`${kind}/${name}`] ?? WORDS[name];

/** The kind of the object a property at a path is of, and its name. */
function ownerOf(path: NodePath): readonly [ObjectKind, string] {
  const own = path.filter(step => typeof step === 'string');
  return [kindAt(own.slice(0, -1)) ?? 'TableGroup', own.at(-1) ?? ''];
}

/** Sections of the Metadata Vocabulary for Tabular Data. */
const SECTIONS: Readonly<Record<ObjectKind, string>> = {
  TableGroup: 'table-groups', Table: 'tables', Schema: 'schemas', Column: 'columns', Dialect: 'dialect-descriptions', Template: 'transformation-definitions',
  Datatype: 'datatypes', ForeignKey: 'schemas', Reference: 'schemas',
};

/** Objects by the keys that lead to them. */
const KINDS: Readonly<Record<string, ObjectKind>> = {
  tables: 'Table', tableSchema: 'Schema', columns: 'Column', dialect: 'Dialect', transformations: 'Template', foreignKeys: 'ForeignKey',
  reference: 'Reference', datatype: 'Datatype',
};

/** The kind of object at a path: a list stands for its items. */
function kindAt(path: NodePath): ObjectKind | undefined {
  const key = path.filter(step => typeof step === 'string').at(-1);
  return key === undefined ? 'TableGroup' : KINDS[key];
}

const LISTS: ReadonlySet<string> = new Set(['tables', 'columns', 'transformations', 'foreignKeys', 'notes', 'primaryKey', 'rowTitles', 'columnReference']);
const OBJECTS: ReadonlySet<string> = new Set(['tableSchema', 'dialect', 'reference']);

function typeOf(kind: ObjectKind, name: string): GuideProperty['type'] {
  if (LISTS.has(name)) return 'list';
  if (OBJECTS.has(name)) return 'object';
  const form = FORMS[kind].values[name];
  if (form === TRUTH) return 'truth';
  return form === COUNT ? 'number' : form === TEXTS || name === 'datatype' || name === 'titles' ? 'any' : 'text';
}

const keyOf = (path: NodePath): string => path.filter(step => typeof step === 'string').slice(-2).join('/');

const NAMES: Readonly<Record<string, GuideName>> = {
  'url': 'path', 'tables/url': 'path', 'tableSchema': 'document', 'tables/tableSchema': 'document', 'dialect': 'document',
  'tables/dialect': 'document', 'columns/titles': 'column', 'tableSchema/primaryKey': 'field', 'tableSchema/rowTitles': 'field', 'foreignKeys/columnReference': 'field',
  'reference/columnReference': 'referenced-field', 'reference/resource': 'resource', 'dialect/encoding': 'encoding', 'columns/null': 'value',
};
