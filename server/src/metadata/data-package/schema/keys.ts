import type { Json } from '../../../core/problem.ts';
import { listOf, objectOf, textOf } from '../shape.ts';
import columnPrivacy from './column-privacy.schema.json';
import dataPackage from './data-package.schema.json';
import ml from './ml.schema.json';
import privacy from './privacy.schema.json';

const SCHEMAS: readonly Json[] = [dataPackage, privacy, columnPrivacy, ml];

/** Keys that the object may have whose `required` or `additionalProperties` is named by the path of a violation, as ajv gives it. */
export function keysAt(schemaPath: string): readonly string[] {
  const [file = '', ...steps] = schemaPath.split('/');
  const root = SCHEMAS.find(schema => textOf(objectOf(schema)?.['$id']) === file) ?? dataPackage;
  const parent = steps.slice(0, -1).reduce<Json | undefined>((schema, step) => childOf(schema, step), root);
  return Object.keys(objectOf(objectOf(parent)?.['properties']) ?? {});
}

function childOf(schema: Json | undefined, step: string): Json | undefined {
  const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
  return objectOf(schema)?.[key] ?? listOf(schema)?.[Number(key)];
}
