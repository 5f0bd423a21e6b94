import { RE2JS } from 're2js';
import type { Complaint } from '../../core/standard.ts';
import { count, name, number, say, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';

/**
 * What is well-formed and still cannot be meant: data in two places or none, bounds that exclude everything, patterns that cannot be read.
 */
export function consistencyComplaints(root: Json): readonly Complaint[] {
  return (listOf(objectOf(root)?.['resources']) ?? []).flatMap((item, i) => {
    const resource = objectOf(item);
    if (!resource) return [];
    const fields = listOf(objectOf(resource['schema'])?.['fields']) ?? [];
    const node = ['resources', i];
    return [...locationComplaints(resource, node), ...fields.flatMap((field, k) => fieldComplaints(objectOf(field), [...node, 'schema', 'fields', k]))];
  });
}

/** A resource has `path` or `data`, one of the two; `url` is how the oldest version called the path. */
function locationComplaints(resource: JsonObject, node: NodePath): readonly Complaint[] {
  const path = 'path' in resource || 'url' in resource;
  const data = 'data' in resource;
  if (path !== data) return [];
  const message = path
    ? say`A resource has either ${name('path')} or ${name('data')}, not both`
    : say`${name('path')} is missing here and has to be given`;
  return [path ? { kind: 'schema', path: [...node, 'data'], part: 'key', message } : { kind: 'schema', path: node, part: 'key', message }];
}

const NUMERIC = new Set(['number', 'integer', 'year']);
/** Types whose values have no order. */
const UNORDERED = new Set(['string', 'boolean', 'object', 'array', 'list', 'geopoint', 'geojson']);

function fieldComplaints(field: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  const constraints = objectOf(field?.['constraints']);
  if (!field || !constraints) return [];
  const type = textOf(field['type']) ?? 'any';
  const at = (key: string): NodePath => [...node, 'constraints', key];
  const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].filter(key => key in constraints);
  return [
    ...bounds.flatMap(key => complain(at(key), 'key', UNORDERED.has(type) && say`Values of type ${name(type)} have no order, so ${name(key)} means nothing here`)),
    ...bounds.flatMap(key => complain(at(key), 'value', NUMERIC.has(type) && numberIn(constraints[key]) === undefined && say`${name(key)} should be a number here`)),
    ...complain(at('maximum'), 'value', crossed(numberIn(constraints['minimum']), numberIn(constraints['maximum']))),
    ...complain(at('maxLength'), 'value', crossed(numberOf(constraints['minLength']), numberOf(constraints['maxLength']))),
    ...complain(at('pattern'), 'value', patternProblem(constraints['pattern'])),
  ];
}

function complain(path: NodePath, part: 'key' | 'value', message: Message | false | undefined): readonly Complaint[] {
  return message ? [{ kind: 'schema', path, part, message }] : [];
}

function crossed(least: number | undefined, most: number | undefined): Message | undefined {
  return least !== undefined && most !== undefined && least > most
    ? say`No value can be at least ${number(least)} and at most ${number(most)}`
    : undefined;
}

/** Bounds may be written as text that can be read as the type of the field. */
function numberIn(value: Json | undefined): number | undefined {
  const text = textOf(value)?.trim();
  if (text === undefined) return numberOf(value);
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

const LONGEST_PATTERN = 1000;

/** Patterns run in linear time or not at all; what needs backtracking is refused. */
function patternProblem(value: Json | undefined): Message | undefined {
  const source = textOf(value);
  if (source === undefined) return undefined;
  if (source.length > LONGEST_PATTERN) return say`A pattern of more than ${count(LONGEST_PATTERN, 'character')} is not checked`;
  return isEvaluable(source) ? undefined : say`This pattern cannot be evaluated here, so it is not checked`;
}

/** True where a pattern can be evaluated in linear time. */
export function isEvaluable(source: string): boolean {
  if (source.length > LONGEST_PATTERN) return false;
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}
