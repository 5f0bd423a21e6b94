import type { Constraints, Description, FieldDescription, FieldType, ForeignKeyDescription, ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { anywhere } from '../document/pattern.ts';
import { compact, listOf, numberOf, objectOf, oneOrMore, textOf, textsOf, truthOf, type JsonObject } from '../document/shape.ts';
import { strptimeOf } from './dateFormat.ts';
import { itemsOf } from './helpers.ts';
import { localPaths } from './localPaths.ts';
import { endOf, freshnessOf } from './serviceLevels.ts';
import { readContractPrivacy, readPropertyPrivacy } from './privacy.ts';

/** Maps a contract onto the one model: each object of its schema is a resource, found where a server of type `local` has it. */
export function readContract(contract: JsonObject): Description {
  const objects = itemsOf(contract['schema'], ['schema']);
  const info = objectOf(contract['description']);
  return {
    resources: objects.map(([object, node]) => readObject(object, node, contract, objects.length)),
    ...compact({
      name: textOf(contract['name']) ?? textOf(contract['id']), description: textOf(info?.['purpose']), version: textOf(contract['version']),
      created: textOf(contract['contractCreatedTs']), ends: endOf(contract), keywords: textsOf(contract['tags']), privacy: readContractPrivacy(contract),
    }),
  };
}

/** What an element is called in the data. */
const nameIn = (element: JsonObject): string => textOf(element['physicalName']) ?? textOf(element['name']) ?? '';

function readObject(object: JsonObject, node: NodePath, contract: JsonObject, objects: number): ResourceDescription {
  const properties = itemsOf(object['properties'], [...node, 'properties']);
  const files = localPaths(contract, object, objects);
  const fields = properties.flatMap(([property, at]) => readProperty(property, at, files.isJson, ''));
  const key = properties.filter(([property]) => property['primaryKey'] === true)
    .sort(([a], [b]) => (numberOf(a['primaryKeyPosition']) ?? 0) - (numberOf(b['primaryKeyPosition']) ?? 0)).map(([property]) => nameIn(property));
  return {
    name: textOf(object['name']) ?? '', paths: files.paths, pathNodes: files.nodes, globs: true, fields, node,
    ...compact({
      description: textOf(object['description']), title: textOf(object['businessName']), fieldsMatch: 'properties' in object ? 'equal' as const : undefined, encoding: files.encoding,
      missingValues: files.isJson ? ['null'] : undefined, rows: rowsOf(object, node), primaryKey: key.length > 0 ? key : undefined, foreignKeys: keysOf(object, node, contract),
      freshness: freshnessOf(contract, [textOf(object['name']), textOf(object['physicalName'])]),
    }),
  };
}

/** JSON has a column for every part of an object, and lists go by their brackets; measures are computed and in no column. */
function readProperty(property: JsonObject, node: NodePath, isJson: boolean, prefix: string): readonly FieldDescription[] {
  if (property['semanticType'] === 'measure') return [];
  const called = prefix + nameIn(property);
  const type = typeOf(property);
  const parts = itemsOf(property['properties'], [...node, 'properties']);
  if (isJson && type === 'object' && parts.length > 0) return parts.flatMap(([part, at]) => readProperty(part, at, isJson, `${called}.`));
  if (isJson && type === 'array') return [{ name: `${called}[]`, type: 'any', constraints: {}, node }];
  const options = objectOf(property['logicalTypeOptions']) ?? {};
  const format = formatOf(type, textOf(options['format']));
  return [{
    name: called, type: type === 'object' || type === 'array' ? 'any' : type, constraints: constraintsOf(property, options), node,
    ...compact({ title: textOf(property['businessName']), description: textOf(property['description']), format }),
    ...compact({ privacy: readPropertyPrivacy(property, node), examples: examplesOf(property, node) }),
  }];
}

function examplesOf(property: JsonObject, node: NodePath): FieldDescription['examples'] {
  const all = (listOf(property['examples']) ?? []).flatMap((item, i) => {
    const text = textOf(item) ?? numberOf(item)?.toString();
    return text === undefined ? [] : [{ value: text, node: [...node, 'examples', i] }];
  });
  return all.length > 0 ? all : undefined;
}

const TYPES: Readonly<Record<string, FieldType>> = {
  string: 'string', date: 'date', timestamp: 'datetime', time: 'time', number: 'number', integer: 'integer', object: 'object', array: 'array', boolean: 'boolean', map: 'object', vector: 'array',
};
/** Types of databases, where only those are given. */
const PHYSICAL: readonly (readonly [RegExp, FieldType])[] = [
  [/^(?:n?var)?char|^(?:tiny|medium|long)?text|^string|^clob|^uuid/i, 'string'], [/^(?:tiny|small|medium|big)?int|^integer|^long$/i, 'integer'],
  [/^(?:number|numeric|decimal|double|float|real)/i, 'number'], [/^bool/i, 'boolean'], [/^date$/i, 'date'], [/^(?:timestamp|datetime)/i, 'datetime'], [/^time$/i, 'time'],
];

function typeOf(property: JsonObject): FieldType {
  const logical = textOf(property['logicalType']);
  if (logical !== undefined) return TYPES[logical] ?? 'any';
  const physical = textOf(property['physicalType'])?.trim() ?? '';
  return PHYSICAL.find(([form]) => form.test(physical))?.[1] ?? 'any';
}

const TEXT_FORMATS: ReadonlySet<string> = new Set(['email', 'uri', 'uuid']);

/** Dates without a format are read in any; those with a format of Java in that one. */
function formatOf(type: FieldType, format: string | undefined): string | undefined {
  if (type === 'string') return format !== undefined && TEXT_FORMATS.has(format) ? format : undefined;
  if (type !== 'date' && type !== 'datetime' && type !== 'time') return undefined;
  return format === undefined ? (type === 'date' ? undefined : 'any') : strptimeOf(format) ?? 'any';
}

function constraintsOf(property: JsonObject, options: JsonObject): Constraints {
  const bound = (key: string): number | string | undefined => numberOf(options[key]) ?? textOf(options[key]);
  const pattern = textOf(options['pattern']) ?? checked(property, 'pattern').flatMap(one => textOf(one) ?? [])[0];
  return compact({
    required: property['required'] === true || isRuledOut(property, 'nullValues') ? true : undefined,
    unique: truthOf(property['unique']) === true || isRuledOut(property, 'duplicateValues') ? true : undefined,
    enum: valuesOf(property), minimum: bound('minimum'), maximum: bound('maximum'), exclusiveMinimum: bound('exclusiveMinimum'), exclusiveMaximum: bound('exclusiveMaximum'),
    minLength: numberOf(options['minLength']), maxLength: numberOf(options['maxLength']), pattern: pattern === undefined ? undefined : anywhere(pattern),
  });
}

/** The values of an enumeration, or of a check that no value may fail. */
function valuesOf(property: JsonObject): readonly (string | number | boolean)[] | undefined {
  const listed = listOf(property['enum'])?.map(item => objectOf(item)?.['value']);
  const given = listed ?? checked(property, 'validValues').flatMap(one => listOf(one) ?? []);
  const values = given.flatMap(one => (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [one] : []));
  return values.length > 0 ? values : undefined;
}

/** An argument of the checks by which no value may be invalid. */
function checked(property: JsonObject, argument: string): readonly Json[] {
  return itemsOf(property['quality'], []).flatMap(([check]) => {
    const given = objectOf(check['arguments'])?.[argument];
    return check['metric'] === 'invalidValues' && check['mustBe'] === 0 && given !== undefined ? [given] : [];
  });
}

/** Whether a check says that there is none of something. */
const isRuledOut = (property: JsonObject, metric: string): boolean =>
  itemsOf(property['quality'], []).some(([check]) => check['metric'] === metric && check['mustBe'] === 0);

function rowsOf(object: JsonObject, node: NodePath): ResourceDescription['rows'] {
  for (const [check, path] of itemsOf(object['quality'], [...node, 'quality'])) {
    const rows = numberOf(check['mustBe']);
    if (check['metric'] === 'rowCount' && rows !== undefined) return { value: rows, node: [...path, 'mustBe'] };
  }
  return undefined;
}

/** Relationships whose other end is in this contract. */
function keysOf(object: JsonObject, node: NodePath, contract: JsonObject): readonly ForeignKeyDescription[] | undefined {
  const own = itemsOf(object['relationships'], [...node, 'relationships']).map(([relation, path]) => [oneOrMore(relation['from']), oneOrMore(relation['to']), path] as const);
  const ofProperties = itemsOf(object['properties'], [...node, 'properties']).flatMap(([property, at]) =>
    itemsOf(property['relationships'], [...at, 'relationships']).map(([relation, path]) => [[`.${textOf(property['name']) ?? ''}`], oneOrMore(relation['to']), path] as const));
  const keys = [...own, ...ofProperties].flatMap(([from, to, path]) => {
    const [target] = to?.map(one => one.split('.')[0] ?? '') ?? [];
    const other = itemsOf(contract['schema'], []).find(([candidate]) => candidate['name'] === target)?.[0];
    const fields = from?.map(one => columnOf(object, one.split('.').at(-1) ?? ''));
    const reference = other && to?.map(one => columnOf(other, one.split('.').at(-1) ?? ''));
    return fields && reference && fields.length === reference.length && target !== undefined ? [{ fields, resource: target, reference, node: path }] : [];
  });
  return keys.length > 0 ? keys : undefined;
}

/** The column behind the name of a property. */
function columnOf(object: JsonObject, called: string): string {
  const property = itemsOf(object['properties'], []).find(([one]) => one['name'] === called)?.[0];
  return property ? nameIn(property) : called;
}
