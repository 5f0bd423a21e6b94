import type { NodePath } from '../../../core/place.ts';
import type { Json } from '../../../core/problem.ts';
import { objectOf, textOf, type JsonObject } from '../shape.ts';
import columnPrivacy from './column-privacy.schema.json';
import dataPackage from './data-package.schema.json';
import ml from './ml.schema.json';
import privacy from './privacy.schema.json';

const SCHEMAS: readonly Json[] = [dataPackage, privacy, columnPrivacy, ml];

/** Keys the schema knows for the object at a path of a document. */
export function keysAt(path: NodePath): readonly string[] {
  const schema = path.reduce<JsonObject>((outer, step) => resolve(typeof step === 'number' ? outer['items'] : objectOf(outer['properties'])?.[step]), dataPackage);
  return Object.keys(objectOf(schema['properties']) ?? {});
}

/** References lead to another file by its id, or to a definition of the main one. */
function resolve(schema: Json | undefined): JsonObject {
  const reference = textOf(objectOf(schema)?.['$ref']);
  if (reference === undefined) return objectOf(schema) ?? {};
  const [file, pointer = ''] = reference.split('#');
  const root: Json = file === '' ? dataPackage : (SCHEMAS.find(candidate => textOf(objectOf(candidate)?.['$id']) === file) ?? {});
  return pointer.split('/').slice(1).reduce<JsonObject>((outer, step) => objectOf(outer[step]) ?? {}, objectOf(root) ?? {});
}
