import { count, name, number, say, value, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { LICENCES, TYPES } from './vocabulary.ts';

/** What Kaggle refuses, or passes over without a word: lengths, the form of the id, licences, types of columns, what the template left to be filled in. */
export function metadataComplaints(metadata: JsonObject): readonly Complaint[] {
  const licences = listOf(metadata['licenses']) ?? [];
  return [
    ...lengthComplaints(metadata['title'], 'title', 6, 50),
    ...lengthComplaints(metadata['subtitle'], 'subtitle', 20, 80),
    ...idComplaints(metadata),
    ...licences.slice(1).map((_, i): Complaint => complaint(['licenses', i + 1], say`Kaggle takes exactly one licence`)),
    ...licences.flatMap((item, i) => licenceComplaints(textOf(objectOf(item)?.['name']), ['licenses', i, 'name'])),
    ...repeatedPaths(metadata),
    ...(listOf(metadata['resources']) ?? []).flatMap((item, i) => fieldComplaints(objectOf(objectOf(item)?.['schema']), ['resources', i, 'schema', 'fields'])),
    ...Object.keys(metadata).flatMap(key => slipOf(key, metadata)),
  ];
}

const complaint = (path: NodePath, message: Message): Complaint => ({ kind: 'schema', path, part: 'value', message });

function lengthComplaints(given: Json | undefined, key: string, least: number, most: number): readonly Complaint[] {
  const text = textOf(given);
  if (text === undefined || (key === 'subtitle' && text === '')) return [];
  if (PLACEHOLDER.test(text)) return [unfilled([key])];
  const length = [...text].length;
  return length >= least && length <= most ? [] : [complaint([key], say`${name(key)} has ${count(length, 'character')}; Kaggle takes ${number(least)} to ${number(most)}`)];
}

/** What `kaggle datasets init` writes where something has to be filled in. */
const PLACEHOLDER = /(?:^|\/)INSERT_\w+_HERE(?:\/|$)/;
const unfilled = (path: NodePath): Complaint => complaint(path, say`This is what the template has here; it was never filled in`);

function idComplaints(metadata: JsonObject): readonly Complaint[] {
  const id = textOf(metadata['id']);
  if (id === undefined) return 'id' in metadata || 'id_no' in metadata ? [] : [{ kind: 'schema', path: [], part: 'key', message: say`${name('id')} is missing here and has to be given` }];
  if (PLACEHOLDER.test(id)) return [unfilled(['id'])];
  const parts = /^([^/]+)\/([^/]+)$/.exec(id);
  if (!parts) return [complaint(['id'], say`${value(id, -1)} is not of the form ${value('owner/dataset-name', -1)}`)];
  const [, owner = '', slug = ''] = parts;
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(owner) || !/^[a-z0-9][a-z0-9-]*$/i.test(slug)) return [complaint(['id'], say`Names in ${name('id')} consist of letters, digits and hyphens`)];
  return slug.length >= 3 && slug.length <= 50 ? [] : [complaint(['id'], say`The name after the slash has ${count(slug.length, 'character')}; Kaggle takes ${number(3)} to ${number(50)}`)];
}

function licenceComplaints(given: string | undefined, path: NodePath): readonly Complaint[] {
  if (given === undefined || LICENCES.includes(given)) return [];
  const meant = LICENCES.find(one => one.toLowerCase() === given.toLowerCase()) ?? mostSimilar(given, LICENCES);
  if (meant === undefined) return [complaint(path, say`${value(given, -1)} is no licence of Kaggle`)];
  return [suggest(path, say`${value(given, -1)} is no licence of Kaggle; did you mean ${value(meant, -1)}?`, meant, 'schema')];
}

function suggest(path: NodePath, message: Message, meant: string, kind: 'schema' | 'ignored'): Complaint {
  return { kind, path, part: 'value', message, fix: { title: say`Replace with ${value(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } } };
}

function repeatedPaths(metadata: JsonObject): readonly Complaint[] {
  const seen = new Set<string>();
  return (listOf(metadata['resources']) ?? []).flatMap((item, i) => {
    const path = textOf(objectOf(item)?.['path']);
    if (path === undefined) return [];
    const again = seen.has(path);
    seen.add(path);
    return again ? [complaint(['resources', i, 'path'], say`Another resource has this path already`)] : [];
  });
}

/** Types of other names are kept and mean nothing. */
function fieldComplaints(schema: JsonObject | undefined, node: NodePath): readonly Complaint[] {
  const seen = new Set<string>();
  return (listOf(schema?.['fields']) ?? []).flatMap((item, i) => {
    const field = objectOf(item);
    const [called, type] = [textOf(field?.['name']), textOf(field?.['type'])];
    const repeated = called !== undefined && seen.has(called);
    seen.add(called ?? '');
    return [
      ...(repeated ? [complaint([...node, i, 'name'], say`Another field is called ${name(called)} already`)] : []),
      ...(type === undefined || TYPES.has(type) ? [] : [typeComplaint(type, [...node, i, 'type'])]),
    ];
  });
}

const ALIASES: Readonly<Record<string, string>> = { int: 'integer', float: 'decimal', double: 'decimal', text: 'string', date: 'datetime', timestamp: 'datetime', bool: 'boolean', any: 'string' };

function typeComplaint(given: string, path: NodePath): Complaint {
  const meant = ALIASES[given.toLowerCase()] ?? mostSimilar(given, TYPES.keys());
  if (meant === undefined) return { kind: 'ignored', path, part: 'value', message: say`${value(given, -1)} is no type that Kaggle knows` };
  return suggest(path, say`${value(given, -1)} is no type that Kaggle knows; did you mean ${value(meant, -1)}?`, meant, 'ignored');
}

const KEYS: readonly string[] = [
  'title', 'subtitle', 'description', 'id', 'id_no', 'licenses', 'keywords', 'collaborators', 'resources', 'isPrivate', 'image', 'expectedUpdateFrequency', 'userSpecifiedSources', 'data',
];
const FORMERLY: Readonly<Record<string, string>> = { licence: 'licenses', licences: 'licenses', license: 'licenses', tags: 'keywords', files: 'resources' };

function slipOf(key: string, metadata: JsonObject): readonly Complaint[] {
  if (KEYS.includes(key)) return [];
  const meant = FORMERLY[key] ?? mostSimilar(key, KEYS);
  if (meant === undefined || meant in metadata || meant === 'title' || meant === 'licenses') return [];
  return [{
    kind: 'ignored', path: [key], part: 'key', message: say`${name(key)} means nothing to Kaggle; did you mean ${name(meant)}?`,
    fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path: [key], to: meant } },
  }];
}
