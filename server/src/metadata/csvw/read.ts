import type { Description, FieldDescription, ForeignKeyDescription, ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { compact, listOf, objectOf, oneOrMore, textOf, type JsonObject } from '../document/shape.ts';
import type { Outline, OutlinedTable, Part } from './outline.ts';
import { readDialect, skippedColumns, unreadableKey } from './dialect.ts';
import { readColumn } from './readColumn.ts';
import { targetOf } from './references.ts';
import { ENCODING } from './values.ts';

/** Maps the tables of a document onto the one model. What readers pass over is left out. */
export function readTables(outline: Outline): Description {
  const { group, tables } = outline;
  const root = group ?? tables[0]?.table ?? {};
  let left = FIELD_LIMIT;
  const read = tables.map(table => {
    const resource = readTable(table, outline, left);
    left -= resource.fields.length;
    return resource;
  });
  const resources = read.map((resource): ResourceDescription => withReferredKeys(resource, read));
  return {
    resources,
    ...compact({
      title: annotation(root, 'title'), description: annotation(root, 'description') ?? textIn(root['rdfs:comment']),
      homepage: link(root['dcat:landingPage'] ?? root['foaf:homepage']),
      created: annotation(root, 'issued') ?? annotation(root, 'created'), modified: annotation(root, 'modified'),
      keywords: oneOrMore(root['dcat:keyword'] ?? root['schema:keywords']), licences: licencesOf(root),
    }),
  };
}

/** A text, or a value object with one. */
const textIn = (value: Json | undefined): string | undefined =>
  textOf(value) ?? textOf(objectOf(value)?.['@value']) ?? (listOf(value) ? textIn(listOf(value)?.[0]) : undefined);
const link = (value: Json | undefined): string | undefined => textOf(objectOf(value)?.['@id']) ?? textOf(value);

/** A term of Dublin Core, under either of its prefixes. */
const annotation = (object: JsonObject, term: string): string | undefined =>
  textIn(object[`dc:${term}`]) ?? textIn(object[`dcterms:${term}`]) ?? textIn(object[`schema:${term}`]);

function licencesOf(root: JsonObject): Description['licences'] {
  const key = ['dc:license', 'dcterms:license', 'schema:license', 'cc:license'].find(one => one in root);
  const url = key === undefined ? undefined : link(root[key]);
  return key === undefined || url === undefined ? undefined : [{ ...(/^https?:/.test(url) ? { url } : { id: url }), node: [key] }];
}

/** Fields of all tables that are read: tables may share one schema, so a small document can describe any number. */
const FIELD_LIMIT = 200_000;

function readTable(outlined: OutlinedTable, outline: Outline, left: number): ResourceDescription {
  const { table, node, url, schema, dialect } = outlined;
  const readable = dialect === undefined || unreadableKey(dialect.object, schema?.object) === undefined;
  const all = readable ? columnsOf(schema) : undefined;
  const columns = all && all.length <= left ? all : undefined;
  const chain = [outline.group ?? {}, table, schema?.object ?? {}];
  return {
    name: url ?? '',
    paths: url === undefined ? [] : [url],
    pathNodes: [[...node, 'url']],
    fields: columns === undefined ? [] : [
      ...skippedFields(dialect), ...columns.filter(({ column }) => column['virtual'] !== true).map(({ column, at }) => readColumn(column, chain, at, outline.language)),
    ],
    missingValues: [''],
    node,
    ...compact({
      title: annotation(table, 'title'), description: annotation(table, 'description'),
      encoding: encodingOf(dialect), dialect: readable ? readDialect(dialect?.object ?? {}, url) : undefined,
      fieldsMatch: columns && ('exact' as const),
      primaryKey: headerNames(schema?.object['primaryKey'], schema),
      foreignKeys: schema && readForeignKeys(schema, outlined, outline),
    }),
  };
}

/** Columns in front of the table: they are there, and nothing is said of them. */
function skippedFields(dialect: Part | undefined): readonly FieldDescription[] {
  const node = dialect === undefined ? [] : dialect.address === undefined ? [...dialect.node, 'skipColumns'] : dialect.node;
  return Array.from({ length: Math.min(skippedColumns(dialect?.object), MOST_SKIPPED) }, () => ({ name: '', type: 'any', constraints: {}, node }));
}

/** More columns are skipped by no file; a document must not ask for memory with a number. */
const MOST_SKIPPED = 10_000;

/** What is no encoding is passed over, so the file is read as what it is. */
function encodingOf(dialect: Part | undefined): string | undefined {
  const given = dialect?.object['encoding'];
  return given !== undefined && ENCODING.fits(given) ? textOf(given) : undefined;
}

function columnsOf(schema: Part | undefined): readonly { readonly column: JsonObject; readonly at: NodePath }[] | undefined {
  return listOf(schema?.object['columns'])?.flatMap((item, i) => {
    const column = objectOf(item);
    return column && schema ? [{ column, at: schema.address === undefined ? [...schema.node, 'columns', i] : schema.node }] : [];
  });
}

/** What the header is to say where a key names a column; `undefined` where one of them is not there. */
function headerNames(value: Json | undefined, schema: Part | undefined): readonly string[] | undefined {
  const names = oneOrMore(value);
  const found = names?.flatMap(name => schema?.columns.get(name) ?? []);
  return found && found.length > 0 && found.length === names?.length ? found : undefined;
}

function readForeignKeys(schema: Part, own: OutlinedTable, outline: Outline): readonly ForeignKeyDescription[] | undefined {
  const keys = (listOf(schema.object['foreignKeys']) ?? []).flatMap((item, i): readonly ForeignKeyDescription[] => {
    const key = objectOf(item);
    const reference = objectOf(key?.['reference']);
    const target = reference && targetOf(reference, outline);
    const fields = headerNames(key?.['columnReference'], schema);
    const there = headerNames(reference?.['columnReference'], target?.schema);
    if (!target || !fields || fields.length !== there?.length) return [];
    const node = schema.address === undefined ? [...schema.node, 'foreignKeys', i] : schema.node;
    return [{ fields, resource: target.url === own.url ? '' : target.url ?? '', reference: there, node }];
  });
  return keys.length > 0 ? keys : undefined;
}

/** A foreign key leads to one row (Model for Tabular Data, section 6.6), so what it leads to is unique there. */
function withReferredKeys(resource: ResourceDescription, all: readonly ResourceDescription[]): ResourceDescription {
  const referred = all.flatMap(({ name, foreignKeys = [] }) =>
    foreignKeys.filter(key => (key.resource === '' ? name : key.resource) === resource.name).map(key => key.reference));
  const other = referred.filter(key => key.join('\0') !== resource.primaryKey?.join('\0'));
  return other.length > 0 ? { ...resource, uniqueKeys: other } : resource;
}
