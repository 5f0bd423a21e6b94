import type { Json } from '../../core/problem.ts';
import type { InSchema, Schemas } from './schemaNodes.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from './shape.ts';

/**
 * What is right of a value by a JSON Schema: properties and items that do not keep it are left out, and so are keys it does not name; an object without
 * a key it must have is left out as a whole. `undefined` where nothing is left. The subset of JSON Schema is the one annotations are described with.
 */
export function keptOf(value: Json | undefined, place: InSchema, schemas: Schemas): Json | undefined {
  const at = schemas.resolve(place.schema, place.within);
  const { schema } = at;
  if (value === undefined || !isOfType(value, schema) || !isAllowed(value, schema)) return undefined;
  const object = objectOf(value);
  if (object) return keptObject(object, at, schemas);
  const items = listOf(value);
  if (items) return items.flatMap((_, i) => keptOf(items[i], schemas.below(at, i), schemas) ?? []);
  return isWithin(value, schema) ? value : undefined;
}

function keptObject(object: JsonObject, { schema, within }: InSchema, schemas: Schemas): Json | undefined {
  const properties = objectOf(schema['properties']) ?? {};
  const rest = objectOf(schema['additionalProperties']);
  const kept = Object.entries(object).flatMap(([key, item]): readonly (readonly [string, Json])[] => {
    const inner = Object.hasOwn(properties, key) ? objectOf(properties[key]) : rest;
    const right = inner && keptOf(item, { schema: inner, within }, schemas);
    return right === undefined ? [] : [[key, right]];
  });
  const keys = new Set(kept.map(([key]) => key));
  return (listOf(schema['required']) ?? []).every(key => keys.has(String(key))) ? Object.fromEntries(kept) : undefined;
}

function isOfType(value: Json, schema: JsonObject): boolean {
  const given = textOf(schema['type']);
  const types = given === undefined ? listOf(schema['type']) : [given];
  return !types || types.includes(typeName(value)) || (types.includes('integer') && Number.isInteger(value));
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return listOf(value) ? 'array' : typeof value;
}

function isAllowed(value: Json, schema: JsonObject): boolean {
  const allowed = schema['const'] === undefined ? listOf(schema['enum']) : [schema['const']];
  return !allowed || allowed.includes(value);
}

function isWithin(value: Json, schema: JsonObject): boolean {
  const text = textOf(value);
  if (text !== undefined) return text.length >= (numberOf(schema['minLength']) ?? 0) && new RegExp(textOf(schema['pattern']) ?? '', 'u').test(text);
  const number = numberOf(value);
  return number === undefined || isInside(number, schema);
}

function isInside(value: number, schema: JsonObject): boolean {
  const [least = -Infinity, most = Infinity] = [numberOf(schema['minimum']), numberOf(schema['maximum'])];
  const [above = -Infinity, below = Infinity] = [numberOf(schema['exclusiveMinimum']), numberOf(schema['exclusiveMaximum'])];
  return value >= least && value <= most && (value > above || above === -Infinity) && (value < below || below === Infinity);
}
