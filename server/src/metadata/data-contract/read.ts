import type { Description, FieldDescription, FieldType, FreshnessDescription, ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import { anywhere } from '../document/pattern.ts';
import { compact, listOf, numberOf, objectOf, textOf, textsOf, type JsonObject } from '../document/shape.ts';
import { entriesOf } from './complaints.ts';

/** Maps a contract onto the one model: each model is a resource, found where a server of type `local` has it. */
export function readContract(contract: JsonObject): Description {
  const info = objectOf(contract['info']);
  const models = entriesOf(contract['models'], ['models']);
  return {
    resources: models.map(([key, model, node]) => readModel(key, model, node, contract, models.length)),
    ...compact({ name: textOf(contract['id']), title: textOf(info?.['title']), description: textOf(info?.['description']), version: textOf(info?.['version']), keywords: textsOf(contract['tags']) }),
  };
}

function readModel(key: string, model: JsonObject, node: NodePath, contract: JsonObject, models: number): ResourceDescription {
  const files = localFiles(contract, key, models);
  const isJson = files.some(({ path, format }) => format === 'json' || /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(path));
  const budget = { left: MOST_FIELDS };
  const fields = entriesOf(model['fields'], [...node, 'fields']).flatMap(([called, field, at]) => readField(called, field, at, { contract, isJson, depth: 0, budget }));
  const own = entriesOf(model['fields'], []).filter(([, field]) => field['primary'] === true || field['primaryKey'] === true).map(([called]) => called);
  const primaryKey = textsOf(model['primaryKey']) ?? (own.length > 0 ? own : undefined);
  return {
    name: key, paths: files.map(({ path }) => path), pathNodes: files.map(file => file.node), globs: true, fields, node,
    ...compact({
      title: textOf(model['title']), description: textOf(model['description']), fieldsMatch: 'fields' in model ? 'equal' as const : undefined, primaryKey,
      missingValues: isJson ? ['null'] : undefined, freshness: freshnessOf(contract, key),
    }),
  };
}

/** `25h` or `P2D`; hours count as the days they begin. */
function freshnessOf(contract: JsonObject, model: string): FreshnessDescription | undefined {
  const level = objectOf(objectOf(contract['servicelevels'])?.['freshness']);
  const [, table, field] = /^(.+)\.([^.]+)$/.exec(textOf(level?.['timestampField']) ?? '') ?? [];
  const threshold = textOf(level?.['threshold']) ?? '';
  const [, count, unit = ''] = /^(?:PT?)?(\d+)\s*([smhdwSMHDW])[a-z]*$/.exec(threshold) ?? [];
  const days = DAYS[unit.toLowerCase()];
  if (table !== model || field === undefined || count === undefined || days === undefined || /^P\d+M/.test(threshold)) return undefined;
  return { period: `P${Math.ceil(Number(count) * days)}D`, field, node: ['servicelevels', 'freshness', 'threshold'] };
}

const DAYS: Readonly<Record<string, number>> = { s: 1 / 86_400, m: 1 / 1440, h: 1 / 24, d: 1, w: 7 };

/** Paths with `{model}` hold every model in a file of its name; others belong to the only model, or to the one that is called like the file. */
function localFiles(contract: JsonObject, model: string, models: number): readonly { readonly path: string; readonly node: NodePath; readonly format: string | undefined }[] {
  return entriesOf(contract['servers'], ['servers']).flatMap(([, server, node]) => {
    const path = textOf(server['path']);
    if (server['type'] !== 'local' || path === undefined) return [];
    const filled = path.replaceAll('{model}', () => model);
    const stem = /([^/]*?)(?:\.[^/.]+)*$/.exec(path)?.[1];
    return filled !== path || models === 1 || stem === model ? [{ path: filled.replace(/^\.\//, ''), node: [...node, 'path'], format: textOf(server['format']) }] : [];
  });
}

interface Around {
  readonly contract: JsonObject;
  readonly isJson: boolean;
  /** Definitions that lead to definitions are followed so far and no farther. */
  readonly depth: number;
  /** Fields that may still be read: definitions that lead to themselves would give fields without end. */
  readonly budget: { left: number };
}

const DEEPEST = 8;
const MOST_FIELDS = 20_000;

const TYPES: Readonly<Record<string, FieldType>> = {
  number: 'number', decimal: 'number', numeric: 'number', float: 'number', double: 'number', int: 'integer', integer: 'integer', long: 'integer', bigint: 'integer', string: 'string', text: 'string',
  varchar: 'string', boolean: 'boolean', timestamp: 'datetime', timestamp_tz: 'datetime', timestamp_ntz: 'datetime', date: 'date', time: 'time',
  array: 'array', map: 'object', object: 'object', record: 'object', struct: 'object',
};

/** What a field says itself goes before what its definition says. */
function readField(called: string, given: JsonObject, node: NodePath, around: Around): readonly FieldDescription[] {
  if (around.budget.left-- <= 0) return [];
  const definition = /^#\/definitions\/([^/]+)$/.exec(textOf(given['$ref']) ?? '')?.[1];
  const base = definition === undefined || around.depth > DEEPEST ? undefined : objectOf(objectOf(around.contract['definitions'])?.[definition]);
  const { $ref: _, ...own } = given;
  if (base) return readField(called, { ...base, ...own }, node, { ...around, depth: around.depth + 1 });
  const type = TYPES[textOf(given['type']) ?? ''] ?? 'any';
  const parts = entriesOf(given['fields'], [...node, 'fields']);
  if (around.isJson && type === 'object' && parts.length > 0) return parts.flatMap(([part, field, at]) => readField(`${called}.${part}`, field, at, around));
  if (around.isJson && type === 'array') return [{ name: `${called}[]`, type: 'any', constraints: {}, node }];
  return [{
    name: called, type: type === 'object' || type === 'array' ? 'any' : type, constraints: constraintsOf(given), node,
    ...compact({
      title: textOf(given['title']), description: textOf(given['description']), format: formatOf(type, textOf(given['format'])),
      privacy: given['pii'] === true ? { category: 'user', node } : undefined,
    }),
  }];
}

function formatOf(type: FieldType, format: string | undefined): string | undefined {
  if (type === 'datetime' || type === 'time') return 'any';
  return type === 'string' && (format === 'email' || format === 'uri' || format === 'uuid') ? format : undefined;
}

function constraintsOf(field: JsonObject): FieldDescription['constraints'] {
  const values = listOf(field['enum'])?.flatMap(one => (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [one] : []));
  const pattern = textOf(field['pattern']);
  return compact({
    required: field['required'] === true ? true : undefined, unique: field['unique'] === true ? true : undefined, enum: values && values.length > 0 ? values : undefined,
    minimum: numberOf(field['minimum']), maximum: numberOf(field['maximum']), exclusiveMinimum: numberOf(field['exclusiveMinimum']), exclusiveMaximum: numberOf(field['exclusiveMaximum']),
    minLength: numberOf(field['minLength']), maxLength: numberOf(field['maxLength']), pattern: pattern === undefined ? undefined : anywhere(pattern),
  });
}
