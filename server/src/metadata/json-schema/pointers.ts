import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, objectOf } from '../document/shape.ts';

/** The steps of a reference into the same document, such as `#/$defs/name`; `undefined` for references of other forms. */
export function stepsOf(reference: string): NodePath | undefined {
  if (reference === '#') return [];
  if (!reference.startsWith('#/')) return undefined;
  return reference.slice(2).split('/').map(step => decode(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** What stands at some steps of a value. */
export function valueAt(root: Json, steps: NodePath): Json | undefined {
  let value: Json | undefined = root;
  for (const step of steps) {
    const items: readonly Json[] | undefined = listOf(value);
    const object = objectOf(value);
    value = items ? items[Number(step)] : object && Object.hasOwn(object, String(step)) ? object[step] : undefined;
  }
  return value;
}

/** Whether a reference into the document leads to something. */
export const isWithin = (root: Json, reference: string): boolean => valueAt(root, stepsOf(reference) ?? []) !== undefined;
