import { list, name, say, value, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { expectation } from '../document/words.ts';
import { objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { COMMON, FORMATS, KEYS, OF_ALPACA, OF_MESSAGES, SOURCES, TAGS } from './keys.ts';

/** What is wrong with one dataset of the list, and what the trainer passes over in it. */
export function entryComplaints(given: Json, key: string): readonly Complaint[] {
  const entry = objectOf(given);
  if (!entry) return [wrong([key], say`${name(key)} should be ${expectation('object')}`)];
  const before = SAID.get(entry);
  const said = before?.key === key ? before : { key, complaints: complaintsOf(entry, key) };
  SAID.set(entry, said);
  return said.complaints;
}

/** What was said of entries: a list has thousands, and a keystroke changes one. */
const SAID = new WeakMap<JsonObject, { readonly key: string; readonly complaints: readonly Complaint[] }>();

function complaintsOf(entry: JsonObject, key: string): readonly Complaint[] {
  const layout = textOf(entry['formatting']) ?? 'alpaca';
  return [
    ...Object.entries(TYPES).flatMap(([property, type]) => typeComplaint(entry[property], type, [key, property])),
    ...Object.keys(entry).flatMap(property => stranger(property, KEYS, [key, property], entry)),
    ...sourceComplaints(entry, key),
    ...layoutComplaints(entry['formatting'], [key, 'formatting']),
    ...columnComplaints(objectOf(entry['columns']), layout, [key, 'columns']),
    ...tagComplaints(objectOf(entry['tags']), layout, [key, 'tags']),
    ...preferenceComplaints(entry, key),
  ];
}

const wrong = (path: NodePath, message: Message, part: 'key' | 'value' = 'value'): Complaint => ({ kind: 'schema', path, part, message });
const idle = (path: NodePath, message: Message): Complaint => ({ kind: 'ignored', path, part: 'key', message });

const TYPES: Readonly<Record<string, 'string' | 'boolean' | 'integer' | 'object'>> = {
  ...Object.fromEntries(SOURCES.map(source => [source, 'string' as const])),
  formatting: 'string', ranking: 'boolean', subset: 'string', split: 'string', folder: 'string', num_samples: 'integer', revision: 'string', columns: 'object', tags: 'object',
};

function typeComplaint(given: Json | undefined, type: 'string' | 'boolean' | 'integer' | 'object', path: NodePath): readonly Complaint[] {
  if (given === undefined || given === null) return [];
  const fits = type === 'integer' ? Number.isInteger(given) : type === 'object' ? objectOf(given) !== undefined : typeof given === type;
  return fits ? [] : [wrong(path, say`${name(String(path.at(-1)))} should be ${expectation(type)}`)];
}

/** A key nobody reads; told where it is nearly one that somebody does, and always among columns and tags. */
function stranger(key: string, known: readonly string[], path: NodePath, siblings: JsonObject): readonly Complaint[] {
  if (known.includes(key)) return [];
  const meant = mostSimilar(key, known);
  if (meant === undefined || meant in siblings) return known === KEYS ? [] : [idle(path, say`${name(key)} means nothing to the trainer, which knows ${list(known.map(one => name(one)))}`)];
  return [{
    ...idle(path, say`${name(key)} means nothing to the trainer; did you mean ${name(meant)}?`),
    fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path, to: meant } },
  }];
}

function sourceComplaints(entry: JsonObject, key: string): readonly Complaint[] {
  const known = new Set(KEYS);
  if (SOURCES.some(source => source in entry) || Object.keys(entry).some(one => !known.has(one) && mostSimilar(one, SOURCES) !== undefined)) return [];
  return [wrong([key], say`${name('file_name')} is missing here, and so is every other place the data could come from`, 'key')];
}

function layoutComplaints(given: Json | undefined, path: NodePath): readonly Complaint[] {
  const layout = textOf(given);
  if (layout === undefined || FORMATS.includes(layout)) return [];
  const meant = mostSimilar(layout, FORMATS);
  if (meant === undefined) return [wrong(path, say`${value(layout, -1)} is no layout; there are ${list(FORMATS.map(one => value(one, -1)))}`)];
  return [{
    ...wrong(path, say`${value(layout, -1)} is no layout; did you mean ${value(meant, -1)}?`),
    fix: { title: say`Replace with ${value(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  }];
}

/** A layout reads its own columns; those of another one are passed over in silence, and the model learns nothing. */
function columnComplaints(columns: JsonObject | undefined, layout: string, path: NodePath): readonly Complaint[] {
  if (!columns || !FORMATS.includes(layout)) return [];
  const [own, others] = layout === 'alpaca' ? [OF_ALPACA, OF_MESSAGES] : [OF_MESSAGES, OF_ALPACA];
  const entries = Object.entries(columns);
  const misplaced = entries.filter(([key]) => others.includes(key)).map(([key]) => idle([...path, key], say`${name(key)} is no column of the layout ${value(layout, -1)} and is not read`));
  return [
    ...entries.flatMap(([key, column]) => typeComplaint(column, 'string', [...path, key])),
    ...entries.filter(([key]) => !others.includes(key)).flatMap(([key]) => stranger(key, [...COMMON, ...own], [...path, key], columns)),
    ...misplaced,
    ...(misplaced.length === 0 && !own.some(key => key in columns) && entries.length > 0 && layout === 'alpaca' && !entries.some(([key]) => mostSimilar(key, own) !== undefined)
      ? [wrong(path, say`Without ${name('prompt')} there is nothing to learn from: columns that are not named here are not read`, 'key')] : []),
  ];
}

function tagComplaints(tags: JsonObject | undefined, layout: string, path: NodePath): readonly Complaint[] {
  if (!tags) return [];
  if (layout === 'alpaca') return [idle(path, say`${name('tags')} are for conversations; the layout ${value(layout, -1)} has none`)];
  return [
    ...Object.entries(tags).flatMap(([key, tag]) => typeComplaint(tag, 'string', [...path, key])),
    ...Object.keys(tags).flatMap(key => stranger(key, TAGS, [...path, key], tags)),
    ...repeatedRoles(tags, path),
  ];
}

/** Two speakers of one name cannot be told apart. */
function repeatedRoles(tags: JsonObject, path: NodePath): readonly Complaint[] {
  const seen = new Set<Json>();
  return ['user_tag', 'assistant_tag', 'observation_tag', 'function_tag', 'system_tag'].flatMap(key => {
    const tag = textOf(tags[key]);
    if (tag === undefined) return [];
    const again = seen.has(tag);
    seen.add(tag);
    return again ? [wrong([...path, key], say`Another speaker is called ${value(tag, -1)} already`)] : [];
  });
}

/** Preferences are pairs of a chosen and a rejected answer. */
function preferenceComplaints(entry: JsonObject, key: string): readonly Complaint[] {
  const columns = objectOf(entry['columns']);
  const pair = ['chosen', 'rejected'];
  const has = pair.filter(one => columns && one in columns);
  if (entry['ranking'] === true) {
    const absent = pair.filter(one => !has.includes(one));
    // The trainer's own list has datasets of a hub without them, whose columns nobody here can see.
    const kind = 'file_name' in entry ? 'schema' : 'recommended';
    return absent.map((one): Complaint => ({ kind, path: columns ? [key, 'columns'] : [key, 'ranking'], part: 'key', message: say`A preference dataset needs the column ${name(one)}` }));
  }
  if (has.length === 0 || 'ranking' in entry) return [];
  return [idle([key, 'columns', has[0] ?? ''], say`${name(has[0] ?? '')} is only read where ${name('ranking')} is true`)];
}
