import type { NodePath } from '../../core/place.ts';
import { schemaAt } from './schemaNodes.ts';
import { objectOf, type JsonObject } from './shape.ts';

/** What keys a JSON Schema knows for the object at a path of a document; `others` are the schemas it refers to by their `$id`. */
export function keysIn(root: JsonObject, others: readonly JsonObject[] = []): (path: NodePath) => readonly string[] {
  return path => Object.keys(objectOf(schemaAt(root, others, path)['properties']) ?? {});
}
