import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { objectOf, textOf, type JsonObject } from './shape.ts';

/** What keys a JSON Schema knows for the object at a path of a document; `others` are the schemas it refers to by their `$id`. */
export function keysIn(root: JsonObject, others: readonly JsonObject[] = []): (path: NodePath) => readonly string[] {
  const resolve = (schema: Json | undefined): JsonObject => {
    const reference = textOf(objectOf(schema)?.['$ref']);
    if (reference === undefined) return objectOf(schema) ?? {};
    const [file, pointer = ''] = reference.split('#');
    const target = file === '' ? root : (others.find(candidate => textOf(candidate['$id']) === file) ?? {});
    return pointer.split('/').slice(1).reduce<JsonObject>((outer, step) => objectOf(outer[step]) ?? {}, target);
  };
  const inside = (outer: JsonObject, step: string | number): JsonObject => resolve(typeof step === 'number' ? outer['items'] : objectOf(outer['properties'])?.[step]);
  return path => Object.keys(objectOf(path.reduce(inside, root)['properties']) ?? {});
}
