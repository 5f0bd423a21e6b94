import type { NodePath } from '../core/place.ts';
import type { Json } from '../core/problem.ts';
import { readDocument } from '../metadata/document/document.ts';
import { applyNodeEdits, editNode, type NodeChange } from '../metadata/document/edit.ts';
import { listOf, objectOf, oneOrMore, textOf, type JsonObject } from '../metadata/document/shape.ts';

/**
 * A Data Package with what a new draft knows and it does not: resources, fields of new columns, properties of a resource and of the package that are not
 * there. What is there stays as it is, word for word, because somebody may have written it by hand. A text that is no object stays as it is.
 */
export function mergeDescription(text: string, fileName: string, draft: Json): string {
  return additions(text, fileName, draft).reduce((now, change) => applyNodeEdits(now, editNode(now, fileName, change)), text);
}

/** Changes one after the other, each on the text the one before has left; later items of a list come first, so that places hold. */
function additions(text: string, fileName: string, draft: Json): readonly NodeChange[] {
  const { value, problems } = readDocument(text, fileName);
  const [old, fresh] = [objectOf(value), objectOf(draft)];
  const resources = listOf(old?.['resources']);
  if (!old || !fresh || problems.length > 0 || (old['resources'] !== undefined && !resources)) return [];
  return [
    ...missingKeys(old, fresh, [], ['resources', '$schema', 'name', 'title']),
    ...(resources ? (listOf(fresh['resources']) ?? []).flatMap((item, i) => resourceAdditions(resources, objectOf(item), i)) : [set(['resources'], fresh['resources'] ?? [])]),
  ];
}

function resourceAdditions(resources: readonly Json[], fresh: JsonObject | undefined, place: number): readonly NodeChange[] {
  if (!fresh) return [];
  const index = placeOf(fresh, resources.map(objectOf));
  const old = objectOf(resources[index]);
  const path = ['resources', index];
  // Behind the end, wherever that is by then.
  if (!old) return [set(['resources', resources.length + place], fresh)];
  const [schema, drafted] = [objectOf(old['schema']), objectOf(fresh['schema'])];
  return [
    ...missingKeys(old, fresh, path, ['schema', 'name', 'type']),
    ...(drafted ? schemaAdditions(old, schema, drafted, [...path, 'schema']) : []),
  ];
}

/** The same file is the same resource, whatever it is called: one of just these files before one of some of them. */
function placeOf(fresh: JsonObject, resources: readonly (JsonObject | undefined)[]): number {
  const wanted = filesOf(fresh);
  const shared = resources.map(resource => filesOf(resource).filter(path => wanted.includes(path)).length);
  const same = resources.findIndex((resource, i) => wanted.length > 0 && shared[i] === wanted.length && filesOf(resource).length === wanted.length);
  return same >= 0 ? same : shared.findIndex(count => count > 0);
}

const filesOf = (resource: JsonObject | undefined): readonly string[] => [...new Set((oneOrMore(resource?.['path']) ?? []).map(path => path.replace(/^(?:\.\/)+/, '')))];

/** Fields of columns that have none yet, before the field of the next column that has. */
function fieldAdditions(old: JsonObject | undefined, draft: JsonObject, path: NodePath): readonly NodeChange[] {
  const fields = listOf(old?.['fields']);
  if (!old || !fields) return [];
  const names = fields.map(field => textOf(objectOf(field)?.['name']));
  const drafted = (listOf(draft['fields']) ?? []).map(objectOf);
  const inserted = drafted.flatMap((field, i) => {
    if (!field || names.includes(textOf(field['name']))) return [];
    const later = drafted.slice(i + 1).map(next => names.indexOf(textOf(next?.['name']))).find(place => place >= 0);
    return [{ place: later ?? fields.length, field }];
  });
  return inserted.reverse().map(({ place, field }) => ({ do: 'insert-node', path: [...path, 'fields', place], value: field }));
}

/** `old`: the schema where it stands in the resource; it may stand in a document of its own, which is left alone. */
function schemaAdditions(resource: JsonObject, old: JsonObject | undefined, drafted: JsonObject, path: NodePath): readonly NodeChange[] {
  return 'schema' in resource ? [...fieldAdditions(old, drafted, path), ...keyAdditions(old, drafted, path)] : [set(path, drafted)];
}

/** Keys that lead to other tables are found once those are described, which may be after this one. */
const keyAdditions = (old: JsonObject | undefined, { foreignKeys }: JsonObject, path: NodePath): readonly NodeChange[] =>
  (old && listOf(old['fields']) && foreignKeys !== undefined && !('foreignKeys' in old) ? [set([...path, 'foreignKeys'], foreignKeys)] : []);

const missingKeys = (old: JsonObject, fresh: JsonObject, path: NodePath, except: readonly string[]): readonly NodeChange[] =>
  Object.entries(fresh).filter(([key]) => !(key in old) && !except.includes(key)).map(([key, value]) => set([...path, key], value));

const set = (path: NodePath, value: Json): NodeChange => ({ do: 'set-node', path, value });
