import type { Description, FieldDescription, ResourceDescription } from '../../core/description.ts';
import { name, say, type Message } from '../../core/message.ts';
import { isSame, toJson } from '../../util/json.ts';

/** What of a description a contract does not say, annotations apart. */
export function lostOfContract(before: Description, after: Description): readonly Message[] {
  const { title, name: called, homepage, licences, creators, languages, modified, ml, extra = {} } = before;
  const dataset = { title: title === called ? undefined : title, homepage, licenses: licences, creators, languages, modified, ml, ...extra };
  return [
    ...Object.entries(dataset).flatMap(([key, value]) => (value === undefined ? [] : [say`${name(key)} of the dataset`])),
    ...before.resources.flatMap((resource, i) => lostOfResource(resource, after.resources[i])),
  ];
}

function lostOfResource(resource: ResourceDescription, after: ResourceDescription | undefined): readonly Message[] {
  const keys = (['paths', 'dialect', 'encoding', 'bytes', 'hash', 'missingValues', 'uniqueKeys', 'primaryKey', 'foreignKeys', 'mediaType', 'split'] as const)
    .filter(key => resource[key] !== undefined && !isSame(withoutNodes(resource[key]), withoutNodes(after?.[key])));
  return [
    ...[...keys, ...Object.keys(resource.extra ?? {})].map(key => say`${name(key)} of the resource ${name(resource.name)}`),
    ...resource.fields.flatMap(field => lostOfField(field, after?.fields.find(one => one.name === field.name)).map(key => say`${name(key)} of the field ${name(field.name)}`)),
  ];
}

function lostOfField(field: FieldDescription, after: FieldDescription | undefined): readonly string[] {
  const keys = (['type', 'format', 'unit', 'missingValues', 'lexical', 'aliases', 'title'] as const)
    .filter(key => field[key] !== undefined && !isSame(withoutNodes(field[key]), withoutNodes(after?.[key])));
  const others = new Map<string, unknown>(Object.entries(after?.constraints ?? {}));
  const constraints = Object.entries(field.constraints).filter(([key, value]) => !isSame(toJson(value), toJson(others.get(key))));
  return [...keys, ...constraints.map(([key]) => key), ...Object.keys(field.extra ?? {}).filter(key => key !== 'privacy' && key !== 'example' && key !== 'examples')];
}

/** Where something stands is no part of what it says. */
const withoutNodes = (value: unknown): ReturnType<typeof toJson> =>
  toJson(JSON.parse(JSON.stringify(value ?? null, (key: string, one: unknown) => (key === 'node' ? undefined : one))));
