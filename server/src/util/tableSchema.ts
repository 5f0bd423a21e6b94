import type { FieldDescription, ResourceDescription } from '../core/description.ts';
import type { NodePath } from '../core/place.ts';

/**
 * The list of fields of a description that has them as Table Schema does: objects with `name`, `type` and `constraints`. `undefined` for standards that
 * write their columns in another way, whose nodes cannot be edited alike.
 */
export function fieldList({ node, fields }: ResourceDescription): NodePath | undefined {
  const path = [...node, 'schema', 'fields'];
  const isThere = fields.every(field => field.node.length === path.length + 1 && path.every((step, i) => field.node[i] === step));
  return isThere ? path : undefined;
}

/** The node of a constraint, where it is one that can be edited. */
export function constraintNode(resource: ResourceDescription, { node }: FieldDescription, key: string): NodePath | undefined {
  return fieldList(resource) && [...node, 'constraints', key];
}
