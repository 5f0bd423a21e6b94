import { name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { isEvaluable } from '../document/pattern.ts';
import { numberOf, objectOf, textOf, textsOf, type JsonObject } from '../document/shape.ts';
import { CONTRACT_KEYS, FIELD_KEYS, MODEL_KEYS } from './schema/schema.ts';

/** What a schema cannot say: names that lead nowhere, servers that lack what their type needs, bounds that leave nothing, keys that are slips. */
export function contractComplaints(contract: JsonObject): readonly Complaint[] {
  const models = entriesOf(contract['models'], ['models']);
  const definitions = entriesOf(contract['definitions'], ['definitions']);
  return [
    ...slips(contract, [], CONTRACT_KEYS),
    ...entriesOf(contract['servers'], ['servers']).flatMap(([, server, node]) => serverComplaints(server, node)),
    ...models.flatMap(([, model, node]) => [...slips(model, node, MODEL_KEYS), ...keyComplaints(model, node)]),
    ...[...models, ...definitions.map(([key, definition, node]) => [key, { fields: { [key]: definition } }, node] as const)].flatMap(([, model, node]) =>
      entriesOf(model['fields'], node[0] === 'models' ? [...node, 'fields'] : node.slice(0, -1)).flatMap(([, field, at]) => fieldComplaints(field, at, contract))),
    ...entriesOf(contract['servicelevels'], ['servicelevels']).flatMap(([, level, node]) => FIELD_REFERENCES.flatMap(key => referenceComplaints(textOf(level[key]), [...node, key], contract))),
  ];
}

const FIELD_REFERENCES = ['timestampField', 'sourceTimestampField', 'processedTimestampField'];

/** The objects of a map by their keys, each with its node. */
export function entriesOf(given: Json | undefined, node: NodePath): readonly (readonly [string, JsonObject, NodePath])[] {
  return Object.entries(objectOf(given) ?? {}).flatMap(([key, item]) => {
    const object = objectOf(item);
    return object ? [[key, object, [...node, key]] as const] : [];
  });
}

const wrong = (path: NodePath, message: Message, part: 'key' | 'value' = 'value'): Complaint => ({ kind: 'schema', path, part, message });

/** Servers of types that are read here, or that the specification is exact about. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  local: ['path', 'format'], s3: ['location'], bigquery: ['project', 'dataset'], postgres: ['host', 'port', 'database', 'schema'], kafka: ['host', 'topic'],
};

function serverComplaints(server: JsonObject, node: NodePath): readonly Complaint[] {
  const needs = NEEDS[(textOf(server['type']) ?? '').toLowerCase()] ?? [];
  return needs.filter(key => !(key in server)).map(key => wrong(node, say`${name(key)} is missing here and has to be given`, 'key'));
}

function keyComplaints(model: JsonObject, node: NodePath): readonly Complaint[] {
  const fields = Object.keys(objectOf(model['fields']) ?? {});
  return (textsOf(model['primaryKey']) ?? []).flatMap((key, i) => (fields.includes(key) ? [] : [unknown(key, [...node, 'primaryKey', i], fields, meant => meant)]));
}

function fieldComplaints(field: JsonObject, node: NodePath, contract: JsonObject): readonly Complaint[] {
  const pattern = textOf(field['pattern']);
  const parts = ['items', 'keys', 'values'].flatMap(key => (objectOf(field[key]) ? [[objectOf(field[key]) ?? {}, [...node, key]] as const] : []));
  return [
    ...slips(field, node, FIELD_KEYS),
    ...definitionComplaints(textOf(field['$ref']), [...node, '$ref'], contract),
    ...referenceComplaints(textOf(field['references']), [...node, 'references'], contract),
    ...(pattern !== undefined && !isEvaluable(pattern) ? [{ ...wrong([...node, 'pattern'], say`This pattern cannot be evaluated here, so it is not checked`), kind: 'unchecked' } as const] : []),
    ...[['minLength', 'maxLength'], ['minimum', 'maximum']].flatMap(([low = '', high = '']) => crossed(field, node, low, high)),
    ...entriesOf(field['fields'], [...node, 'fields']).flatMap(([, inner, at]) => fieldComplaints(inner, at, contract)),
    ...parts.flatMap(([inner, at]) => fieldComplaints(inner, at, contract)),
  ];
}

function crossed(field: JsonObject, node: NodePath, low: string, high: string): readonly Complaint[] {
  const [least, most] = [numberOf(field[low]), numberOf(field[high])];
  if (least === undefined || most === undefined || least <= most) return [];
  return [wrong([...node, high], say`No value can be at least ${quote(String(least), -1)} and at most ${quote(String(most), -1)}`)];
}

/** Definitions of this document; those of others are not looked at. */
function definitionComplaints(reference: string | undefined, path: NodePath, contract: JsonObject): readonly Complaint[] {
  const called = /^#\/definitions\/([^/]+)$/.exec(reference ?? '')?.[1];
  if (called === undefined) {
    if (reference === undefined || reference.startsWith('#')) return [];
    return [{ kind: 'unchecked', path, part: 'value', message: say`${quote(reference, -1)} is another document and is not looked at` }];
  }
  const known = Object.keys(objectOf(contract['definitions']) ?? {});
  return known.includes(called) ? [] : [unknown(called, path, known, meant => `#/definitions/${meant}`)];
}

/** `model.field`, of a model that is there. */
function referenceComplaints(reference: string | undefined, path: NodePath, contract: JsonObject): readonly Complaint[] {
  const [model = '', field, ...others] = reference?.split('.') ?? [];
  const models = objectOf(contract['models']) ?? {};
  const fields = objectOf(objectOf(models[model])?.['fields']);
  if (reference === undefined || field === undefined || others.length > 0) return [];
  if (!fields) return mostSimilar(model, Object.keys(models)) === undefined ? [] : [unknown(model, path, Object.keys(models), meant => `${meant}.${field}`)];
  return field in fields ? [] : [unknown(field, path, Object.keys(fields), meant => `${model}.${meant}`)];
}

function unknown(given: string, path: NodePath, known: readonly string[], whole: (meant: string) => string): Complaint {
  const meant = mostSimilar(given, known);
  const complaint = { kind: 'reference', path, part: 'value' } as const;
  if (meant === undefined) return { ...complaint, message: say`Nothing is called ${name(given)} here` };
  return {
    ...complaint, message: say`Nothing is called ${name(given)} here; did you mean ${name(meant)}?`,
    fix: { title: say`Replace with ${quote(whole(meant), -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: whole(meant) } },
  };
}

/** Keys of any name are extensions, but one that is nearly a known one is passed over in its place. */
function slips(object: JsonObject, node: NodePath, known: readonly string[]): readonly Complaint[] {
  return Object.keys(object).flatMap((key): readonly Complaint[] => {
    const meant = known.includes(key) || key.length < 4 ? undefined : mostSimilar(key, known);
    if (meant === undefined || meant in object || REQUIRED.has(meant)) return [];
    const path = [...node, key];
    return [{
      kind: 'ignored', path, part: 'key', message: say`${name(key)} means nothing here; did you mean ${name(meant)}?`,
      fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path, to: meant } },
    }];
  });
}

/** Their slips are told as what is missing. */
const REQUIRED: ReadonlySet<string> = new Set(['dataContractSpecification', 'id', 'info']);
