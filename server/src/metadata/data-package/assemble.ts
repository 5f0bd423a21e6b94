import type { Complaint, DescriptionPart, Related } from '../../core/standard.ts';
import { name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { readDocument } from '../document/document.ts';
import { listOf, objectOf, oneOrMore, textOf, type JsonObject } from '../document/shape.ts';

/** A package with the documents it names by their paths put in their places. */
export interface Assembled {
  readonly value: Json;
  readonly parts: readonly DescriptionPart[];
  /** About documents that could not be put in. */
  readonly complaints: readonly Complaint[];
}

/** Puts the documents that were read into a package; without any, everything stays as it is and nothing is said. */
export function assemble(value: Json, related: Related | undefined): Assembled {
  const root = objectOf(value);
  const items = listOf(root?.['resources']);
  if (!root || !items || !related) return { value, parts: [], complaints: [] };
  const assembly = new Assembly(related);
  return { value: { ...root, resources: items.map((item, i) => assembly.resource(item, ['resources', i])) }, parts: assembly.parts, complaints: assembly.complaints };
}

/** Paths of the documents a package names, those of documents that are `known` already included. */
export function namedDocuments(value: Json, known: Related): readonly string[] {
  return (listOf(objectOf(value)?.['resources']) ?? []).flatMap(item => {
    const path = textOf(item);
    if (path === undefined) return documentsOf(objectOf(item), '');
    const text = known.get(path);
    return [path, ...(text === undefined ? [] : documentsOf(objectOf(readDocument(text, path).value), folderOf(path)))];
  }).filter(path => refusalOf(path) === undefined);
}

const KEYS = ['schema', 'dialect'] as const;

const documentsOf = (resource: JsonObject | undefined, folder: string): readonly string[] =>
  KEYS.flatMap(key => textOf(resource?.[key]) ?? []).map(path => (refusalOf(path) ? path : folder + path));

class Assembly {
  readonly parts: DescriptionPart[] = [];
  readonly complaints: Complaint[] = [];
  readonly #related: Related;

  constructor(related: Related) {
    this.#related = related;
  }

  resource(item: Json, at: NodePath): Json {
    const path = textOf(item);
    if (path === undefined) return this.#filled(objectOf(item), at, '') ?? item;
    const taken = this.#take(path, at);
    const folder = folderOf(path);
    const resource = taken && { ...taken, ...(taken['path'] !== undefined && { path: within(folder, taken['path']) }) };
    return this.#filled(resource, at, folder) ?? item;
  }

  /** A resource with schema and dialect in place of their paths. */
  #filled(resource: JsonObject | undefined, at: NodePath, folder: string): JsonObject | undefined {
    if (!resource) return undefined;
    const found = KEYS.flatMap(key => {
      const path = textOf(resource[key]);
      const taken = path === undefined || path === '' ? undefined : this.#take(path, [...at, key], folder);
      return taken ? [[key, taken] as const] : [];
    });
    return found.length === 0 ? resource : { ...resource, ...Object.fromEntries(found) };
  }

  #take(path: string, at: NodePath, folder = ''): JsonObject | undefined {
    const refusal = refusalOf(path);
    if (refusal) return this.#complain(at, refusal.kind, refusal.message);
    const full = folder + path;
    const text = this.#related.get(full);
    if (text === undefined) return this.#complain(at, 'reference', say`There is no file ${quote(full, -1)} that could be read`);
    const document = readDocument(text, full);
    const value = objectOf(document.value);
    if (!value) return this.#complain(at, 'reference', say`${quote(full, -1)} cannot be read as an object of JSON or YAML`);
    this.parts.push({ at, path: full, locate: document.locate });
    return value;
  }

  #complain(path: NodePath, kind: Complaint['kind'], message: Message): undefined {
    this.complaints.push({ kind, path, part: 'value', message });
    return undefined;
  }
}

/** Why a path is not followed: it leads to the network or out of the folder. */
function refusalOf(path: string): Pick<Complaint, 'kind' | 'message'> | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return { kind: 'unchecked', message: say`${quote(path, -1)} is on the network and was not looked at` };
  const leadsOut = /^[/\\~]|^[a-z]:/i.test(path) || path.split(/[/\\]/).includes('..');
  return leadsOut ? { kind: 'reference', message: say`A ${name('path')} leads down from the folder of the description; ${quote(path, -1)} is not opened` } : undefined;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Paths of a resource are seen from its own document. */
function within(folder: string, path: Json): Json {
  const seen = (one: string): string => (refusalOf(one) ? one : folder + one);
  return typeof path === 'string' ? seen(path) : oneOrMore(path)?.map(seen) ?? path;
}
