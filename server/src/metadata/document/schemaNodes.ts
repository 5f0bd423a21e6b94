import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, objectOf, textOf, type JsonObject } from './shape.ts';

/** What a JSON Schema says of the value at a path of a document; `others` are the schemas it refers to by their `$id`. Empty where it says nothing. */
export function schemaAt(root: JsonObject, others: readonly JsonObject[], path: NodePath): JsonObject {
  const resolve = (schema: Json | undefined): JsonObject => {
    const reference = textOf(objectOf(schema)?.['$ref']);
    if (reference === undefined) return objectOf(schema) ?? {};
    const [file, pointer = ''] = reference.split('#');
    const target = file === '' ? root : (others.find(candidate => textOf(candidate['$id']) === file) ?? {});
    return pointer.split('/').slice(1).reduce<JsonObject>((outer, step) => objectOf(outer[step]) ?? {}, target);
  };
  return path.reduce<JsonObject>((outer, step) => resolve(typeof step === 'number' ? outer['items'] : objectOf(outer['properties'])?.[step]), root);
}

/** The kinds of value a schema allows: one at least, `any` where it does not say. */
export function typesOf(schema: JsonObject): readonly string[] {
  if (schema['enum'] !== undefined || schema['const'] !== undefined) return ['string'];
  const one = textOf(schema['type']);
  return one !== undefined ? [one] : listOf(schema['type'])?.flatMap(type => textOf(type) ?? []) ?? ['any'];
}
