import { name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { itemsOf, missing, strangeKey, stranger, wrong } from './helpers.ts';
import { propertyComplaints } from './properties.ts';
import { qualityComplaints } from './quality.ts';
import { OF_ALL, SERVERS } from './servers.ts';

/** What depends on the type of a thing: keys of servers, options of types, operators of checks; and what is old. */
export function contractComplaints(contract: JsonObject): readonly Complaint[] {
  const version = textOf(contract['apiVersion']) ?? '';
  const objects = (listOf(contract['schema']) ?? []).map((item, i) => [objectOf(item) ?? {}, ['schema', i]] as const);
  return [
    ...(!('status' in contract) && /^v3\.[01]/.test(version) ? [missing([], 'status')] : []),
    ...itemsOf(contract['servers'], ['servers']).flatMap(([server, node]) => serverComplaints(server, node)),
    ...repeatedNames(objects),
    ...objects.flatMap(([object, node]) => [...qualityComplaints(object, node), ...propertyComplaints(object, node)]),
    ...repeatedIds(contract, []),
    ...oldForms(contract, version),
    ...(version === 'v3.1.0' ? tooNew(contract, []) : []),
  ];
}

function serverComplaints(server: JsonObject, node: NodePath): readonly Complaint[] {
  const type = textOf(server['type']);
  if (type === undefined) return [];
  const kind = Object.hasOwn(SERVERS, type) ? SERVERS[type] : undefined;
  if (!kind) return [stranger(type, [...node, 'type'], Object.keys(SERVERS), say`${quote(type, -1)} is no type of a server`)];
  const known = [...OF_ALL, ...kind.needs, ...kind.may];
  const strays = Object.keys(server).filter(key => !known.includes(key)).map(key => strangeKey(key, node, known, server, type));
  const slips = new Set(strays.flatMap(({ fix }) => (fix?.change.do === 'rename-node' ? [fix.change.to] : [])));
  return [
    ...kind.needs.filter(key => !(key in server) && !slips.has(key)).map(key => missing(node, key)),
    ...strays,
    ...[...kind.needs, ...kind.may].flatMap(key => valueComplaint(server[key], [...node, key], key)),
    ...(type === 'sftp' && !/^sftp:\/\/|\$\{/.test(textOf(server['location']) ?? 'sftp://') ? [wrong([...node, 'location'], say`${name('location')} should begin with ${quote('sftp://', -1)}`)] : []),
  ];
}

/** Everything is text but ports; variables stand for text alone (RFC 50 of the standard). */
function valueComplaint(given: Json | undefined, path: NodePath, key: string): readonly Complaint[] {
  if (given === undefined) return [];
  if (key !== 'port') return typeof given === 'string' ? [] : [wrong(path, say`${name(key)} should be text`)];
  return Number.isInteger(given) ? [] : [wrong(path, say`${name(key)} should be a whole number`)];
}

function repeatedNames(objects: readonly (readonly [JsonObject, NodePath])[]): readonly Complaint[] {
  const seen = new Set<string>();
  return objects.flatMap(([object, node]) => {
    const called = textOf(object['name']);
    if (called === undefined) return [];
    const again = seen.has(called);
    seen.add(called);
    return again ? [wrong([...node, 'name'], say`Another object is called ${name(called)} already`)] : [];
  });
}

/** Ids of one list tell its items apart. */
function repeatedIds(given: Json, node: NodePath): readonly Complaint[] {
  const items = listOf(given);
  const entries = items ? items.map((item, i) => [item, [...node, i]] as const) : Object.entries(objectOf(given) ?? {}).map(([key, item]) => [item, [...node, key]] as const);
  const seen = new Set<string>();
  const own = items ? itemsOf(given, node).flatMap(([item, at]) => {
    const id = textOf(item['id']);
    if (id === undefined) return [];
    const again = seen.has(id);
    seen.add(id);
    return again ? [wrong([...at, 'id'], say`Another item of this list has the id ${name(id)} already`)] : [];
  }) : [];
  return [...own, ...entries.flatMap(([item, at]) => (typeof item === 'object' && item !== null ? repeatedIds(item, at) : []))];
}

/** Forms that go away with version 4. */
function oldForms(contract: JsonObject, version: string): readonly Complaint[] {
  if (!/^v3\.[12]/.test(version)) return [];
  const deprecated = (key: string, message: Message): Complaint => ({ kind: 'deprecated', path: [key], part: 'key', message });
  return [
    ...(listOf(contract['team']) ? [deprecated('team', say`A list of people is the old form of ${name('team')}; they now stand under ${name('members')}`)] : []),
    ...('slaDefaultElement' in contract ? [deprecated('slaDefaultElement', say`${name('slaDefaultElement')} goes away with version 4; each property names its own ${name('element')}`)] : []),
  ];
}

const NEW_KEYS: ReadonlySet<string> = new Set(['context', 'enum', 'map', 'synonyms', 'semanticType', 'deprecated', 'vendor']);
/** Places whose keys are anybody's. */
const FREE: ReadonlySet<string> = new Set(['customProperties', 'arguments', 'implementation', 'examples', 'logicalTypeOptions']);

/** Keys of version 3.2 in a contract of 3.1. */
function tooNew(given: Json, node: NodePath): readonly Complaint[] {
  const items = listOf(given);
  if (items) return items.flatMap((item, i) => tooNew(item, [...node, i]));
  return Object.entries(objectOf(given) ?? {}).flatMap(([key, value]): readonly Complaint[] => {
    const path = [...node, key];
    if (NEW_KEYS.has(key)) return [{ kind: 'unknown-key', path, part: 'key', message: say`${name(key)} came with version ${quote('v3.2.0', -1)}; this contract is of ${quote('v3.1.0', -1)}` }];
    return FREE.has(key) || typeof value !== 'object' ? [] : tooNew(value, path);
  });
}
