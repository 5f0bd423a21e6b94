import type { Complaint } from '../core/standard.ts';
import { list, name, say, value as quote, type Message } from '../core/message.ts';
import type { NodePath } from '../core/place.ts';
import type { Fix, Json } from '../core/problem.ts';
import { isJsonList, isJsonObject } from '../util/json.ts';
import { mostSimilar } from '../util/similar.ts';
import type { Schema } from './schema.ts';

/** What a schema has against a value, each at the smallest node that is wrong, with the word that was probably meant. */
export function complaintsOf(value: Json, schema: Schema, path: NodePath = []): readonly Complaint[] {
  if (schema.anyOf) return complaintsOfAny(value, schema.anyOf, path);
  if (schema.enum) return schema.enum.some(one => one === value) ? [] : [notAllowed(value, schema.enum, path)];
  if (schema.type && !isOf(value, schema.type)) return [wrong(path, say`${nameOf(path)} should be ${wordsFor(schema.type)}`)];
  if (isJsonObject(value)) return objectComplaints(value, schema, path);
  if (isJsonList(value)) return listComplaints(value, schema, path);
  return typeof value === 'string' ? textComplaints(value, schema, path) : [];
}

function complaintsOfAny(value: Json, branches: readonly Schema[], path: NodePath): readonly Complaint[] {
  const fitting = branches.find(({ type, enum: allowed }) => (type ? isOf(value, type) : allowed !== undefined && typeof value === 'string'));
  if (fitting) return complaintsOf(value, fitting, path);
  const words = branches.map(({ type }) => (type ? wordsFor(type) : say`a word`));
  const [first = say`a word`, ...others] = words;
  return [wrong(path, say`${nameOf(path)} should be ${others.reduce((sentence, next) => say`${sentence} or ${next}`, first)}`)];
}

function objectComplaints(value: { readonly [key: string]: Json }, schema: Schema, path: NodePath): readonly Complaint[] {
  const { properties = {}, additionalProperties, required = [] } = schema;
  const missing = required.filter(key => !Object.hasOwn(value, key))
    .map((key): Complaint => ({ kind: 'schema', path, part: 'key', message: say`${name(key)} is missing here and has to be given` }));
  return [...missing, ...Object.entries(value).flatMap(([key, item]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (known) return complaintsOf(item, known, [...path, key]);
    if (additionalProperties === false) return [unknownKey(key, Object.keys(properties), new Set(Object.keys(value)), path)];
    return additionalProperties ? complaintsOf(item, additionalProperties, [...path, key]) : [];
  })];
}

function unknownKey(key: string, known: readonly string[], taken: ReadonlySet<string>, path: NodePath): Complaint {
  const at = [...path, key];
  const meant = mostSimilar(key, known);
  const complaint = { kind: 'unknown-key', path: at, part: 'key' } as const;
  const fix: Fix | undefined = meant === undefined || taken.has(meant) ? undefined
    : { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path: at, to: meant } };
  return { ...complaint, message: unknownWords(key, meant, path), ...(fix && { fix }) };
}

function unknownWords(key: string, meant: string | undefined, path: NodePath): Message {
  if (path.at(-1) === 'rules') {
    return meant === undefined ? say`There is no rule called ${name(key)}` : say`There is no rule called ${name(key)}; did you mean ${name(meant)}?`;
  }
  const block = nameOf(path);
  return meant === undefined ? say`${name(key)} is not a key of ${block}` : say`${name(key)} is not a key of ${block}; did you mean ${name(meant)}?`;
}

function listComplaints(value: readonly Json[], { items, minItems = 0, maxItems = Infinity }: Schema, path: NodePath): readonly Complaint[] {
  if (value.length < minItems) return [wrong(path, say`${nameOf(path)} is empty; it has to hold something`)];
  const inner = value.flatMap((item, i) => {
    const schema = items && (isTuple(items) ? items[i] : items);
    return schema ? complaintsOf(item, schema, [...path, i]) : [];
  });
  return value.length > maxItems ? [...inner, wrong([...path, maxItems], say`Nothing may follow here`)] : inner;
}

const isTuple = (items: Schema | readonly Schema[]): items is readonly Schema[] => Array.isArray(items);

function textComplaints(value: string, { minLength = 0, pattern }: Schema, path: NodePath): readonly Complaint[] {
  if (value.length < minLength) return [wrong(path, say`${nameOf(path)} is empty`)];
  if (pattern === undefined || new RegExp(pattern).test(value)) return [];
  return [wrong(path, say`${quote(value, -1)} is not how ${nameOf(path)} is written; an example is ${quote('2026-05-31', -1)}`)];
}

function notAllowed(value: Json, allowed: readonly Json[], path: NodePath): Complaint {
  const options = allowed.map(String);
  const meant = typeof value === 'string' ? mostSimilar(value, options) : undefined;
  if (meant === undefined) return wrong(path, say`${nameOf(path)} should be one of ${list(options.map(one => quote(one, -1)))}`);
  return {
    ...wrong(path, say`${quote(String(value), -1)} is no value of ${nameOf(path)}; did you mean ${quote(meant, -1)}?`),
    fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}

const wrong = (path: NodePath, message: Message): Complaint => ({ kind: 'schema', path, part: 'value', message });

/** What a message calls a node: its last key. */
const nameOf = (path: NodePath): { readonly name: string } => ({ name: String(path.filter(step => typeof step === 'string').at(-1) ?? 'lintel.config') });

function isOf(value: Json, type: NonNullable<Schema['type']>): boolean {
  switch (type) {
    case 'object': return isJsonObject(value);
    case 'array': return isJsonList(value);
    case 'integer': return Number.isInteger(value);
    default: return typeof value === type;
  }
}

function wordsFor(type: NonNullable<Schema['type']>): Message {
  switch (type) {
    case 'string': return say`text`;
    case 'number': return say`a number`;
    case 'integer': return say`a whole number`;
    case 'boolean': return say`true or false`;
    case 'array': return say`a list`;
    case 'object': return say`an object`;
  }
}
