import type { Complaint } from '../../core/standard.ts';
import { name, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { dialectComplaints } from './dialectChecks.ts';
import { fieldComplaints } from './fieldChecks.ts';
import { complain } from './complain.ts';
import { resourceComplaints } from './resourceChecks.ts';

/**
 * What is well-formed and still cannot be meant: data in two places or none, bounds that exclude everything, patterns that cannot be read.
 */
export function consistencyComplaints(root: Json): readonly Complaint[] {
  return (listOf(objectOf(root)?.['resources']) ?? []).flatMap((item, i) => {
    const resource = objectOf(item);
    if (!resource) return [];
    const node = ['resources', i];
    return [
      ...resourceComplaints(resource, node),
      ...dialectComplaints(objectOf(resource['dialect']), [...node, 'dialect']),
      ...schemaFieldComplaints(objectOf(resource['schema']), [...node, 'schema']),
    ];
  });
}

function schemaFieldComplaints(schema: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  const fields = listOf(schema?.['fields']) ?? [];
  const seen = new Set<string>();
  return fields.flatMap((item, i) => {
    const field = objectOf(item);
    if (!field) return [];
    const at = [...node, 'fields', i];
    const called = textOf(field['name']);
    const again = called !== undefined && seen.has(called) && say`Another field is called ${name(called)} already; columns are told apart by their order alone`;
    if (called !== undefined) seen.add(called);
    return [...complain([...at, 'name'], 'value', again, { kind: 'ignored' }), ...fieldComplaints(field, at)];
  });
}
