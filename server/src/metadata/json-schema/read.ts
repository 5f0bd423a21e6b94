import type { Constraints, Description, FieldDescription, FieldType, ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { anywhere } from '../document/pattern.ts';
import { compact, listOf, numberOf, objectOf, textOf, textsOf, type JsonObject } from '../document/shape.ts';
import { stepsOf, valueAt } from './pointers.ts';

/** Endings of files with rows of cells, and of those with objects. */
const TABLES = ['csv', 'tsv', 'parquet'];
const OBJECTS = ['jsonl', 'ndjson', 'json'];

/** A schema of rows: it describes the data of its own name beside it, `orders.schema.json` the file `orders.csv` or `orders.jsonl`. */
export function readSchema(root: Json, fileName: string): Description {
  const stem = /([^/\\]+)\.schema\.json$/i.exec(fileName)?.[1];
  const row = rowSchema(root);
  const about = compact({ title: textOf(objectOf(root)?.['title']), description: textOf(objectOf(root)?.['description']) });
  if (stem === undefined || /[*?[\]{}]/.test(stem) || !row) return { resources: [], ...about };
  return { resources: [resourceOf(row, root, stem, TABLES, false), resourceOf(row, root, stem, OBJECTS, true)], ...about };
}

interface Located {
  readonly schema: JsonObject;
  readonly node: NodePath;
}

/** The schema of one row: the root, or the items of a list of rows. Nothing where a row is no object. */
function rowSchema(root: Json): Located | undefined {
  const whole = follow({ schema: objectOf(root) ?? {}, node: [] }, root);
  const items = objectOf(whole.schema['items']);
  const row = items && !('properties' in whole.schema) ? follow({ schema: items, node: [...whole.node, 'items'] }, root) : whole;
  return propertiesOf(row, root, 0).length > 0 ? row : undefined;
}

function resourceOf(row: Located, root: Json, stem: string, endings: readonly string[], isJson: boolean): ResourceDescription {
  const budget = { left: MOST_FIELDS };
  const fields = propertiesOf(row, root, 0).flatMap(property => readField(property, { root, isJson, prefix: '', optional: false, depth: 0, budget }));
  return {
    ...(isJson && { missingValues: ['null'] }),
    name: stem, paths: [`${stem}.{${endings.join()}}`], pathNodes: [row.node], globs: true, optional: true, fields, node: row.node,
    fieldsMatch: row.schema['additionalProperties'] === false || row.schema['unevaluatedProperties'] === false ? 'equal' : 'subset',
  };
}

/** References that are followed one after the other, and levels of combined schemas. */
const DEEPEST = 16;
const MOST_FIELDS = 20_000;

/** A schema with what it refers to within the document in its place. */
function follow({ schema, node }: Located, root: Json): Located {
  let at: Located = { schema, node };
  for (let i = 0; i < DEEPEST; i++) {
    const steps = stepsOf(textOf(at.schema['$ref']) ?? '');
    const target = steps && objectOf(valueAt(root, steps));
    if (!steps || !target) return at;
    at = { schema: target, node: steps };
  }
  return at;
}

interface Property extends Located {
  readonly name: string;
  readonly required: boolean;
}

/** Properties of a schema and of all that are to hold with it. */
function propertiesOf({ schema, node }: Located, root: Json, depth: number): readonly Property[] {
  const required = new Set(textsOf(schema['required']));
  const own = Object.entries(objectOf(schema['properties']) ?? {}).flatMap(([name, given]) => {
    const inner = objectOf(given);
    return inner ? [{ name, schema: inner, node: [...node, 'properties', name], required: required.has(name) }] : [];
  });
  const bare = (textsOf(schema['required']) ?? []).flatMap((name, i) => (name in (objectOf(schema['properties']) ?? {}) ? [] : [{ name, schema: {}, node: [...node, 'required', i], required: true }]));
  const parts = depth > DEEPEST ? [] : (listOf(schema['allOf']) ?? []).slice(0, MOST_PARTS).flatMap((part, i) => {
    const inner = objectOf(part);
    return inner ? propertiesOf(follow({ schema: inner, node: [...node, 'allOf', i] }, root), root, depth + 1 + DEEPEST / 4) : [];
  });
  const seen = new Set<string>();
  return [...own, ...parts, ...bare].filter(({ name }) => !seen.has(name) && seen.add(name)).map(one => ({ ...one, required: one.required || required.has(one.name) }));
}

const MOST_PARTS = 100;

interface Around {
  readonly root: Json;
  readonly isJson: boolean;
  readonly prefix: string;
  /** Whether what is around may be left out. */
  readonly optional: boolean;
  readonly depth: number;
  readonly budget: { left: number };
}

/** JSON has a column for every part of an object, and lists go by their brackets. */
function readField({ name, schema, node, required }: Property, around: Around): readonly FieldDescription[] {
  if (around.budget.left-- <= 0) return [];
  const { root, isJson, prefix, depth } = around;
  const { types, nullable, at } = typesOf(follow({ schema, node }, root), root);
  const called = prefix + name;
  const optional = around.optional || !required;
  const [only = 'any'] = types;
  const type: FieldType = types.length === 1 ? typeOf(only, at.schema) : 'any';
  const parts = isJson && type === 'object' && depth < DEEPEST ? propertiesOf(at, root, 0) : [];
  if (parts.length > 0) return parts.flatMap(part => readField(part, { ...around, prefix: `${called}.`, optional: optional || nullable, depth: depth + 1 }));
  const column = isJson && type === 'array' ? `${called}[]` : called;
  const constraints = constraintsOf(at.schema, type, required && !around.optional && !nullable && (isJson || only !== 'string'));
  return [{
    name: column, type: type === 'object' || type === 'array' ? 'any' : type, constraints, node,
    ...compact({
      optional: optional ? true : undefined, format: formatOf(type, textOf(at.schema['format'])), title: textOf(at.schema['title']), description: textOf(at.schema['description']),
    }),
  }];
}

/** Types a value may have besides null. Alternatives of one type and null are that type. */
function typesOf(at: Located, root: Json): { readonly types: readonly string[]; readonly nullable: boolean; readonly at: Located } {
  const alternatives = (listOf(at.schema['anyOf']) ?? listOf(at.schema['oneOf']) ?? []).flatMap((one, i) => {
    const inner = objectOf(one);
    return inner ? [follow({ schema: inner, node: [...at.node, 'anyOf' in at.schema ? 'anyOf' : 'oneOf', i] }, root)] : [];
  });
  const others = alternatives.filter(({ schema }) => schema['type'] !== 'null');
  const [other] = others;
  if (!('type' in at.schema) && other && others.length === 1 && alternatives.length === 2) return { ...typesOf(other, root), nullable: true };
  const given = textOf(at.schema['type']);
  const types = given === undefined ? textsOf(at.schema['type']) ?? [] : [given];
  const values = listOf(at.schema['enum']);
  return { types: types.filter(type => type !== 'null'), nullable: types.length === 0 ? values === undefined || values.includes(null) : types.includes('null'), at };
}

const TYPES: Readonly<Record<string, FieldType>> = { string: 'string', number: 'number', integer: 'integer', boolean: 'boolean', object: 'object', array: 'array' };
const MOMENTS: Readonly<Record<string, FieldType>> = { date: 'date', 'date-time': 'datetime', time: 'time' };

function typeOf(type: string, schema: JsonObject): FieldType {
  return (type === 'string' ? MOMENTS[textOf(schema['format']) ?? ''] : undefined) ?? TYPES[type] ?? 'any';
}

/** Times of RFC 3339 have zones and fractions in many forms. */
function formatOf(type: FieldType, format: string | undefined): string | undefined {
  if (type === 'datetime' || type === 'time') return 'any';
  return type === 'string' && (format === 'email' || format === 'uri' || format === 'uuid') ? format : undefined;
}

/** Null is no value; other values are those of the type. */
function constraintsOf(schema: JsonObject, type: FieldType, required: boolean): Constraints {
  const listed = 'const' in schema ? [schema['const'] ?? null] : listOf(schema['enum']);
  const values = listed?.flatMap(one => (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [one] : []));
  const pattern = type === 'string' ? textOf(schema['pattern']) : undefined;
  const isNumber = type === 'number' || type === 'integer';
  const bound = (key: string): number | undefined => (isNumber ? numberOf(schema[key]) : undefined);
  const length = (key: string): number | undefined => (type === 'string' ? numberOf(schema[key]) : undefined);
  return compact({
    required: required ? true : undefined, enum: values && values.length > 0 && values.length === listed?.filter(one => one !== null).length ? values : undefined,
    minimum: bound('minimum'), maximum: bound('maximum'), exclusiveMinimum: bound('exclusiveMinimum'), exclusiveMaximum: bound('exclusiveMaximum'),
    minLength: length('minLength'), maxLength: length('maxLength'), pattern: pattern === undefined ? undefined : anywhere(pattern),
  });
}
