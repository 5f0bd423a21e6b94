import { name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, textOf, type JsonObject } from '../document/shape.ts';
import { itemsOf, wrong } from './helpers.ts';

/** Names of the properties of each object, by the name of the object. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Relationships and agreements that name a property nobody has. Objects of other contracts may be meant, so only slips of the name are told. An agreement
 * may be about a column that the contract does not describe: examples of the standard do that.
 */
export function referenceComplaints(contract: JsonObject): readonly Complaint[] {
  const objects = itemsOf(contract['schema'], ['schema']);
  const names: Names = new Map(objects.flatMap(([object]) => {
    const properties = new Set(itemsOf(object['properties'], []).flatMap(([property]) => [textOf(property['name']) ?? [], textOf(property['physicalName']) ?? []].flat()));
    return [textOf(object['name']) ?? [], textOf(object['physicalName']) ?? []].flat().map(called => [called, properties] as const);
  }));
  return [
    ...objects.flatMap(([object, node]) => itemsOf(object['relationships'], [...node, 'relationships']).flatMap(([relation, path]) => [
      ...relationComplaints(relation, 'from', path, names), ...relationComplaints(relation, 'to', path, names), ...uneven(relation, path),
    ])),
    ...objects.flatMap(([object, node]) => itemsOf(object['properties'], [...node, 'properties']).flatMap(([property, at]) =>
      itemsOf(property['relationships'], [...at, 'relationships']).flatMap(([relation, path]) => relationComplaints(relation, 'to', path, names)))),
    ...itemsOf(contract['slaProperties'], ['slaProperties']).flatMap(([agreement, path]) => endComplaints(agreement['element'], [...path, 'element'], names, true)),
  ];
}

function uneven(relation: JsonObject, path: NodePath): readonly Complaint[] {
  const [from, to] = [relation['from'], relation['to']];
  if (from === undefined || to === undefined) return [];
  const [here, there] = [listOf(from)?.length, listOf(to)?.length];
  if (here === there) return [];
  return [wrong([...path, 'to'], here === undefined || there === undefined
    ? say`${name('from')} and ${name('to')} are both a name, or both a list of names`
    : say`A key needs as many properties here as there: ${here} and ${there} are given`)];
}

/** An end of a relationship leads to a property of an object, so its name alone is not enough. */
function relationComplaints(relation: JsonObject, key: 'from' | 'to', path: NodePath, names: Names): readonly Complaint[] {
  const given = relation[key];
  const bare = (one: Json | undefined, at: NodePath): readonly Complaint[] =>
    (/^[\w-]+$/.test(textOf(one) ?? '') ? [wrong(at, say`An end of a relationship is written ${quote('object.property', -1)}`)] : []);
  const at = [...path, key];
  return [...bare(given, at), ...(listOf(given) ?? []).flatMap((item, i) => bare(item, [...at, i])), ...endComplaints(given, at, names)];
}

function endComplaints(given: Json | undefined, path: NodePath, names: Names, onlySlips = false): readonly Complaint[] {
  const one = textOf(given);
  if (one !== undefined) return one.includes(',') ? [] : nameComplaints(one, path, names, onlySlips);
  return (listOf(given) ?? []).flatMap((item, i) => (typeof item === 'string' ? nameComplaints(item, [...path, i], names, onlySlips) : []));
}

/** `object.property`; forms with slashes lead elsewhere. */
function nameComplaints(given: string, path: NodePath, names: Names, onlySlips: boolean): readonly Complaint[] {
  const parts = /^([^./#]+)\.([^./#]+)$/.exec(given);
  if (!parts) return [];
  const [, object = '', property = ''] = parts;
  const properties = names.get(object);
  if (!properties) return slip(object, names.keys(), meant => `${meant}.${property}`, path);
  if (properties.has(property) || properties.size === 0) return [];
  const told = slip(property, properties, meant => `${object}.${meant}`, path);
  return told.length > 0 || onlySlips ? told : [{ kind: 'reference', path, part: 'value', message: say`${name(object)} has no property ${name(property)}` }];
}

function slip(given: string, known: Iterable<string>, whole: (meant: string) => string, path: NodePath): readonly Complaint[] {
  const meant = mostSimilar(given, known);
  if (meant === undefined) return [];
  return [{
    kind: 'reference', path, part: 'value', message: say`Nothing is called ${name(given)} here; did you mean ${name(meant)}?`,
    fix: { title: say`Replace with ${quote(whole(meant), -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: whole(meant) } },
  }];
}
