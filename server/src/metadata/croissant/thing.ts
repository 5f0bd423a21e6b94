import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';
import { mostSimilar } from '../../util/similar.ts';
import type { Context } from './context.ts';
import { KNOWN_TERMS } from './vocabulary.ts';

/** An object of the document with its properties by what they mean, however they are spelled. */
export interface Thing {
  readonly node: NodePath;
  readonly object: JsonObject;
  /** Classes by their names with prefix: `cr:Field`. */
  readonly types: readonly string[];
  /** The value of a property by its name in this folder: plain for schema.org, Croissant and Dublin Core, `rai:...` and the like for the rest. */
  get(property: string): Entry | undefined;
  /** Values of a property that may have several: each item of a list, or the one value. */
  all(property: string): readonly Entry[];
  text(property: string): string | undefined;
  /** Keys that are nearly the name of a property, with that name. They are read as if they were it, so that one slip is one complaint. */
  readonly slips: ReadonlyMap<string, string>;
}

/** A value with its place. */
export interface Entry {
  readonly value: Json;
  readonly path: NodePath;
}

/** Objects that have been read: all checks ask for the same ones, and most are the same after a keystroke. */
const READ = new WeakMap<Context, WeakMap<JsonObject, Thing>>();

/** Reads an object; `usual` are the properties of its kind, for which slips of the pen are taken. */
export function thingOf(object: JsonObject, node: NodePath, context: Context, usual: readonly string[] = []): Thing {
  const things = READ.get(context) ?? new WeakMap<JsonObject, Thing>();
  READ.set(context, things);
  const before = things.get(object);
  const thing = before && isSamePath(before.node, node) ? before : readThing(object, node, context, usual);
  if (thing !== before) things.set(object, thing);
  return thing;
}

/** The same object may stand elsewhere once something was written before it. */
const isSamePath = (one: NodePath, other: NodePath): boolean => one.length === other.length && one.every((step, i) => step === other[i]);

function readThing(object: JsonObject, node: NodePath, context: Context, usual: readonly string[]): Thing {
  const keys = new Map<string, string>();
  for (const key of Object.keys(object)) keys.set(propertyOf(key, context), key);
  const slips = new Map(Object.keys(object).flatMap(key => slipOf(key, usual, context)));
  for (const [key, meant] of slips) if (!keys.has(meant)) keys.set(meant, key);
  const entries = new Map([...keys].map(([property, key]) => [property, unwrap({ value: object[key] ?? null, path: [...node, key] })]));
  const items = new Map<string, readonly Entry[]>();
  const get = (property: string): Entry | undefined => entries.get(property);
  const all = (property: string): readonly Entry[] => {
    const known = items.get(property);
    if (known || !entries.has(property)) return known ?? [];
    const found = itemsOf(get(property));
    items.set(property, found);
    return found;
  };
  return {
    node, object, get, slips, all,
    types: typesOf(object['@type'], context),
    text: property => textOf(get(property)?.value),
  };
}

/** JSON-LD is open to every name, so those that are far from all of the usual ones are left alone. */
function slipOf(key: string, usual: readonly string[], { given }: Context): readonly (readonly [key: string, meant: string])[] {
  if (usual.length === 0 || /[:@]/.test(key) || KNOWN_TERMS.has(key) || Object.hasOwn(given, key)) return [];
  const meant = mostSimilar(key, usual);
  return meant === undefined ? [] : [[key, meant]];
}

/** The name a property goes by in this folder. */
export function propertyOf(key: string, context: Context): string {
  const term = context.term(key);
  const [prefix, local] = cut(term);
  if (prefix === 'sc' || prefix === 'cr' || prefix === 'ml' || prefix === 'dct') return local;
  // A context may send all plain names elsewhere and mean only some of them.
  return key.includes(':') || key.startsWith('@') ? term : key;
}

/** Classes an object says it is of. */
export const typesOf = (value: Json | undefined, context: Context): readonly string[] =>
  (typeof value === 'string' ? [value] : listOf(value) ?? []).flatMap(item => (typeof item === 'string' ? [context.term(item)] : []));

/** `sc:name` as `sc` and `name`; nothing before the name where it has no prefix. */
export function cut(term: string): readonly [prefix: string, local: string] {
  const colon = term.startsWith('http') ? -1 : term.indexOf(':');
  return colon < 0 ? ['', term] : [term.slice(0, colon), term.slice(colon + 1)];
}

/** Each item of a list, or the one value. */
export function itemsOf(entry: Entry | undefined): readonly Entry[] {
  if (!entry) return [];
  const items = listOf(entry.value);
  return items ? items.map((value, i) => unwrap({ value, path: [...entry.path, i] })) : [entry];
}

/** A text, or the first of texts by language. */
export function plain(entry: Entry | undefined): string | undefined {
  if (!entry) return undefined;
  const textsIn = (value: Json): readonly string[] => Object.values(objectOf(value) ?? {}).flatMap(text => textOf(text) ?? []);
  const [first] = itemsOf(entry).flatMap(({ value }) => textOf(value) ?? textOf(objectOf(value)?.['@value']) ?? textsIn(value));
  return first;
}

/** `{ "@value": x }` is JSON-LD for `x`. */
function unwrap(entry: Entry): Entry {
  const inner = objectOf(entry.value)?.['@value'];
  return inner === undefined ? entry : { value: inner, path: entry.path };
}

/** A reference as the document writes it: `{ "@id": ... }`, or the plain text of version 0.8. */
export interface Reference extends Entry {
  readonly id: string;
  readonly plain: boolean;
}

export function referenceOf(entry: Entry | undefined): Reference | undefined {
  if (!entry) return undefined;
  if (typeof entry.value === 'string') return { ...entry, id: entry.value, plain: true };
  const id = textOf(objectOf(entry.value)?.['@id']);
  return id === undefined ? undefined : { value: id, path: [...entry.path, '@id'], id, plain: false };
}
