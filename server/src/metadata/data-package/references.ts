import { SPLIT_ROLES } from '../../core/description.ts';
import type { Complaint } from '../../core/standard.ts';
import { name, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, oneOrMore, textOf, type JsonObject } from '../document/shape.ts';

/**
 * Names that lead nowhere: fields of keys, resources of foreign keys, columns of the `ml` block; and resources that share a name. Where the document is
 * not a whole package, keys that lead to other resources are left alone.
 */
export function referenceComplaints(root: Json, isWhole = true): readonly Complaint[] {
  const resources = (listOf(objectOf(root)?.['resources']) ?? []).map((item, i) => viewResource(objectOf(item), i));
  return [
    ...repeatedNames(resources),
    ...resources.flatMap(resource => keyComplaints(resource, isWhole ? resources : undefined)),
    ...mlComplaints(objectOf(objectOf(root)?.['ml']), resources),
  ];
}

interface ResourceView {
  readonly node: NodePath;
  readonly name: string | undefined;
  readonly schema: JsonObject;
  /** Names of its fields; `undefined` where it lists none here. */
  readonly fields: ReadonlySet<string> | undefined;
}

function viewResource(resource: JsonObject | undefined, index: number): ResourceView {
  const schema = objectOf(resource?.['schema']) ?? {};
  const fields = listOf(schema['fields'])?.flatMap(field => textOf(objectOf(field)?.['name']) ?? []);
  return { node: ['resources', index], name: textOf(resource?.['name']), schema, fields: fields && new Set(fields) };
}

function repeatedNames(resources: readonly ResourceView[]): readonly Complaint[] {
  const seen = new Set<string>();
  return resources.flatMap(resource => {
    if (resource.name === undefined) return [];
    const repeated = seen.has(resource.name);
    seen.add(resource.name);
    const path = [...resource.node, 'name'];
    return repeated
      ? [{ kind: 'schema', path, part: 'value', message: say`Another resource is called ${name(resource.name)} already` } as const]
      : [];
  });
}

function keyComplaints({ node, schema, fields }: ResourceView, resources: readonly ResourceView[] | undefined): readonly Complaint[] {
  const at = [...node, 'schema'];
  const own = (value: Json | undefined, path: NodePath): readonly Complaint[] => unknownFields(value, path, fields);
  return [
    ...own(schema['primaryKey'], [...at, 'primaryKey']),
    ...(listOf(schema['uniqueKeys']) ?? []).flatMap((key, i) => own(key, [...at, 'uniqueKeys', i])),
    ...(listOf(schema['foreignKeys']) ?? []).flatMap((key, i) => {
      const path = [...at, 'foreignKeys', i];
      const reference = objectOf(objectOf(key)?.['reference']);
      return [...own(objectOf(key)?.['fields'], [...path, 'fields']), ...foreignComplaints(key, reference, path, fields, resources)];
    }),
  ];
}

/** Where a foreign key leads: to a resource of this package, or to the own one when none (or the empty text of version 1) is named. */
function foreignComplaints(
  key: Json, reference: JsonObject | undefined, path: NodePath, own: ReadonlySet<string> | undefined, resources: readonly ResourceView[] | undefined,
): readonly Complaint[] {
  const resource = textOf(reference?.['resource']) ?? '';
  if (resource !== '' && !resources) return [];
  const target = resources?.find(candidate => candidate.name === resource);
  const named = resources?.flatMap(candidate => candidate.name ?? []) ?? [];
  if (resource !== '' && !target) return [unknownName(resource, [...path, 'reference', 'resource'], named, 'resource')];
  const here = oneOrMore(objectOf(key)?.['fields'])?.length ?? 0;
  const there = oneOrMore(reference?.['fields'])?.length ?? here;
  const message = say`A foreign key needs as many fields here as there: ${here} and ${there} are given`;
  const uneven: readonly Complaint[] = here === there
    ? []
    : [{ kind: 'schema', path: [...path, 'reference', 'fields'], part: 'value', message }];
  return [...unknownFields(reference?.['fields'], [...path, 'reference', 'fields'], target ? target.fields : own), ...uneven];
}

function mlComplaints(ml: JsonObject | undefined, resources: readonly ResourceView[]): readonly Complaint[] {
  return [...columnComplaints(ml, resources), ...splitComplaints(objectOf(ml?.['splits']), resources)];
}

/** Splits without a column are resources. */
function splitComplaints(splits: JsonObject | undefined, resources: readonly ResourceView[]): readonly Complaint[] {
  if (!splits || 'column' in splits) return [];
  const named = resources.flatMap(({ name }) => name ?? []);
  return SPLIT_ROLES.flatMap(role => {
    const path = ['ml', 'splits', role];
    const given = splits[role];
    const one = textOf(given);
    const wrong = (name: string | undefined, at: NodePath): readonly Complaint[] =>
      (name === undefined || named.includes(name) ? [] : [unknownName(name, at, named, 'resource')]);
    return one === undefined ? (listOf(given) ?? []).flatMap((item, i) => wrong(textOf(item), [...path, i])) : wrong(one, path);
  });
}

function columnComplaints(ml: JsonObject | undefined, resources: readonly ResourceView[]): readonly Complaint[] {
  const listed = resources.flatMap(({ fields }) => fields ?? []);
  if (!ml || listed.length < resources.length || listed.length === 0) return [];
  const columns = new Set(listed.flatMap(fields => [...fields]));
  return [
    ...['target', 'features', 'ignore', 'group', 'time', 'groups'].flatMap(key => unknownFields(ml[key], ['ml', key], columns)),
    ...unknownFields(objectOf(ml['splits'])?.['column'], ['ml', 'splits', 'column'], columns),
  ];
}

/** Names of a text or a list of texts that are not among `fields`; silent where it is not known which fields there are. */
function unknownFields(value: Json | undefined, path: NodePath, fields: ReadonlySet<string> | undefined): readonly Complaint[] {
  if (!fields) return [];
  if (typeof value === 'string') return fields.has(value) ? [] : [unknownName(value, path, fields, 'field')];
  return (listOf(value) ?? []).flatMap((item, i) => {
    const field = textOf(item);
    return field === undefined || fields.has(field) ? [] : [unknownName(field, [...path, i], fields, 'field')];
  });
}

function unknownName(given: string, path: NodePath, known: Iterable<string>, what: 'field' | 'resource'): Complaint {
  const meant = mostSimilar(given, known);
  const complaint = { kind: 'reference', path, part: 'value' } as const;
  if (meant === undefined) {
    return { ...complaint, message: what === 'field' ? say`No field is called ${name(given)}` : say`No resource is called ${name(given)}` };
  }
  return {
    ...complaint,
    message: what === 'field'
      ? say`No field is called ${name(given)}; did you mean ${name(meant)}?`
      : say`No resource is called ${name(given)}; did you mean ${name(meant)}?`,
    fix: { title: say`Replace with ${name(meant)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}
