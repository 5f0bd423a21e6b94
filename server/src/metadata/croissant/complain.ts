import { list, name, say, value as quote, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Fix, Json } from '../../core/problem.ts';
import type { Complaint, ComplaintKind } from '../../core/standard.ts';
import { numberOf, objectOf, textOf } from '../document/shape.ts';
import type { Entry, Thing } from './thing.ts';

/** Complaints as all checks of this folder put them. */
export function complain(kind: ComplaintKind, path: NodePath, part: 'key' | 'value', message: Message, fix?: Fix): Complaint {
  return { kind, path, part, message, ...(fix && { fix }) };
}

/** `a`, `one of a and b`: what is wanted where several things will do. */
export const anyOf = (names: readonly string[]): Message => (names.length === 1 ? say`${name(names[0] ?? '')}` : say`one of ${list(names.map(name))}`);

/** A property that has to be there; nothing where it is there under whatever spelling. */
export function required(thing: Thing, property: string): readonly Complaint[] {
  return thing.get(property) ? [] : [complain('schema', thing.node, 'key', say`${name(property)} is missing here and has to be given`)];
}

/** Properties that should be there, in one complaint. */
export function recommended(thing: Thing, properties: readonly string[]): readonly Complaint[] {
  const missing = properties.filter(property => !thing.get(property));
  return missing.length === 0 ? [] : [complain('recommended', thing.node, 'key', say`${list(missing.map(name))} should be given here`)];
}

export const replaceBy = (path: NodePath, value: string): Fix =>
  ({ title: say`Replace with ${quote(value, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value } });

export const setTo = (path: NodePath, value: Json, title: Message): Fix => ({ title, safety: 'unsafe', change: { do: 'set-node', path, value } });

export const renameTo = (path: NodePath, to: string): Fix =>
  ({ title: say`Rename to ${name(to)}`, safety: 'unsafe', change: { do: 'rename-node', path, to } });

/** Values of a property that are not what they should be, each at its own place. */
export function eachShouldBe(thing: Thing, property: string, isRight: (value: Json) => boolean, message: (shown: string) => Message): readonly Complaint[] {
  return thing.all(property).filter(({ value }) => !isRight(value)).map(({ path }) => complain('schema', path, 'value', message(property)));
}

export const isText = (value: Json): boolean => typeof value === 'string';
export const shouldBeText = (property: string): Message => say`${name(property)} should be text`;

/** A property that is read as one value where several are given. */
export function single(thing: Thing, property: string): readonly Complaint[] {
  const items = thing.all(property);
  const [, second] = items;
  return second && items.length > 1 ? [complain('ignored', second.path, 'value', say`${name(property)} takes one value; readers pass over the others`)] : [];
}

/** Text, or since 1.1 texts by language: `{ "en": ... }`, or a list of values with their languages. */
export function multilingual(thing: Thing, property: string, byLanguage: boolean): readonly Complaint[] {
  const entry = thing.get(property);
  return entry ? wrongTexts(entry, property, byLanguage) : [];
}

function wrongTexts(entry: Entry, property: string, byLanguage: boolean): readonly Complaint[] {
  const { value, path } = entry;
  if (textOf(value) !== undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => wrongTexts({ value: item, path: [...path, i] }, property, true));
  const map = objectOf(value);
  if (!map) return [complain('schema', path, 'value', shouldBeText(property))];
  if ('@value' in map) return wrongTexts({ value: map['@value'] ?? null, path: [...path, '@value'] }, property, false);
  if (!byLanguage) return [complain('schema', path, 'value', say`${name(property)} should be text; texts by language came with version 1.1`)];
  const given = Object.entries(map).filter(([key]) => !key.startsWith('@'));
  if (given.length === 0) return [complain('schema', path, 'value', shouldBeText(property))];
  return given.flatMap(([key, text]) => wrongTexts({ value: text, path: [...path, key] }, property, false));
}

/** Dates and times of ISO 8601, as far as calendars go: `2026`, `2026-05`, `2026-05-31`, `2026-05-31T12:00:00Z`. */
export function isDate(value: Json): boolean {
  const text = textOf(value);
  const parts = text === undefined ? null : /^\d{4}(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T ]([01]\d|2[0-4]):?(?:[0-5]\d)?(?::?[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/.exec(text);
  if (!parts) return false;
  const [month, day] = [Number(parts[1] ?? 1), Number(parts[2] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

export const isNumberLike = (value: Json): boolean => numberOf(value) !== undefined;
