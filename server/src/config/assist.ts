import type { Json } from '../core/problem.ts';
import { PRESETS, type Schema } from './schema.ts';

/** Where a cursor is in a configuration written as YAML: the keys above it, and what it is about to write. */
export interface Spot {
  /** Keys from the top; an entry of a list is `-`. */
  readonly path: readonly string[];
  /** `key`: a name is being written in the map at `path`. `value`: what the key at `path` has. */
  readonly at: 'key' | 'value';
  /** The word the cursor is in or behind, as characters of its line. */
  readonly from: number;
  readonly to: number;
  /** Spaces before the keys of the map. */
  readonly indent: number;
}

/** Something that may be written. */
export interface Suggestion {
  readonly text: string;
  /** What goes in: a key with its colon, or a value. */
  readonly insert: string;
  /** English, as the schema has it. */
  readonly description: string;
}

const WORD = /[\p{L}\p{N}_:$./*-]*/uy;
/** A preset that is being written, `lintel:`, is no key. */
const LINE = /^( *)((?:- +)*)(?:(["']?)((?!lintel:)[^"'#:{}[\],]+)\3\s*:(?=\s|$))?\s*/;

/**
 * Reads what stands above and around a cursor by its indentation alone, for while one writes a document mostly does not parse. Block style, and lists and
 * maps within one line, as `[warning, { least: 3 }]`. `undefined` in comments.
 */
export function spotAt(lines: readonly string[], line: number, character: number): Spot | undefined {
  const text = lines[line] ?? '';
  if (/(?:^|\s)#/.test(text.slice(0, character))) return undefined;
  const [whole = '', spaces = '', dashes = '', , key] = LINE.exec(text) ?? [];
  const indent = spaces.length + dashes.length;
  const above = [...keysAbove(lines, line, dashes === '' ? indent : spaces.length, dashes !== ''), ...(dashes === '' ? [] : ['-'])];
  const colon = key === undefined ? -1 : text.indexOf(':', indent + key.length);
  if (key === undefined || character <= colon) return { path: above, at: 'key', indent, ...wordAt(text, character, indent) };
  return inFlow(text.slice(whole.length, Math.max(whole.length, character)), { path: [...above, key.trim()], at: 'value', indent, ...wordAt(text, character, whole.length) });
}

/** The keys whose maps or lists a line belongs to. */
function keysAbove(lines: readonly string[], line: number, indent: number, isItem: boolean): readonly string[] {
  const path: string[] = [];
  let [limit, item] = [indent, isItem];
  for (let at = line - 1; at >= 0 && (limit > 0 || item); at--) {
    const text = lines[at] ?? '';
    if (/^\s*(?:#|$)/.test(text)) continue;
    const [, spaces = '', dashes = '', , key] = LINE.exec(text) ?? [];
    const own = spaces.length + dashes.length;
    if (key !== undefined && (own < limit || (item && own === limit && dashes === ''))) {
      path.unshift(key.trim());
      [limit, item] = [own, false];
    }
    if (dashes !== '' && spaces.length < limit + (own === limit ? 1 : 0) && own <= indent) {
      path.unshift('-');
      [limit, item] = [spaces.length, true];
      continue;
    }
  }
  return path;
}

/** Within brackets of one line: the entry of a list by its number, or a key of a map. */
function inFlow(before: string, spot: Spot): Spot {
  const path = [...spot.path];
  const open: ('[' | '{')[] = [];
  let [entry, key] = [0, ''];
  const entries: number[] = [];
  let isValue = false;
  for (const sign of before) {
    if (sign === '[' || sign === '{') {
      if (open.at(-1) === '[') path.push(String(entry));
      if (open.at(-1) === '{' && isValue) path.push(key.trim());
      open.push(sign);
      entries.push(entry);
      [entry, key, isValue] = [0, '', false];
    } else if (sign === ']' || sign === '}') {
      open.pop();
      entry = entries.pop() ?? 0;
      if (open.length > 0) path.pop();
    } else if (sign === ',') [entry, key, isValue] = [entry + 1, '', false];
    else if (sign === ':' && open.at(-1) === '{') isValue = true;
    else if (!isValue) key += sign;
  }
  const inside = open.at(-1);
  if (inside === '{' && !isValue) return { ...spot, path, at: 'key' };
  if (inside === '{') return { ...spot, path: [...path, key.trim()] };
  return inside === '[' ? { ...spot, path: [...path, String(entry)] } : spot;
}

function wordAt(text: string, character: number, least: number): { readonly from: number; readonly to: number } {
  let from = character;
  while (from > least && /[\p{L}\p{N}_:$./*-]/u.test(text.charAt(from - 1))) from--;
  WORD.lastIndex = from;
  const [word = ''] = WORD.exec(text) ?? [];
  return { from, to: Math.max(character, from + word.replace(/:$/, '').length) };
}

/** All schemas that may hold at a path. */
export function schemasAt(schema: Schema, path: readonly string[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>((at, step) => at.flatMap(one => below(one, step)), alternatives(schema));
}

const alternatives = (schema: Schema): readonly Schema[] => (schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema]);

function below({ properties, additionalProperties, items }: Schema, step: string): readonly Schema[] {
  const property = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  const further = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const entry = step === '-' || /^\d+$/.test(step) ? entryOf(items, step) : undefined;
  return [property ?? further, entry].flatMap(one => (one ? alternatives(one) : []));
}

const entryOf = (items: Schema['items'], step: string): Schema | undefined => (isTuple(items) ? items[step === '-' ? 0 : Number(step)] : items);

const isTuple = (items: Schema['items']): items is readonly Schema[] => Array.isArray(items);

/** What may be written at a spot; `rules` are the ids that a suppression may name. */
export function suggestionsAt(schema: Schema, { path, at, indent }: Spot, rules: readonly { readonly id: string; readonly summary: string }[]): readonly Suggestion[] {
  const schemas = schemasAt(schema, path);
  if (at === 'key') {
    const keys = schemas.flatMap(({ properties }) => Object.entries(properties ?? {}).map(([text, of]) => keySuggestion(text, of, indent))).filter(isFirst);
    // An entry of a list may be a value as well as a map.
    return path.at(-1) === '-' ? [...keys, ...valuesAt(schemas, path, rules)] : keys;
  }
  return valuesAt(schemas, path, rules);
}

function keySuggestion(text: string, of: Schema, indent: number): Suggestion {
  const kinds = alternatives(of);
  const nested = kinds.every(({ type }) => type === 'object') ? `:\n${' '.repeat(indent + 2)}` : kinds.every(({ type }) => type === 'array') ? `:\n${' '.repeat(indent + 2)}- ` : ': ';
  return { text, insert: text + nested, description: of.description ?? '' };
}

function valuesAt(schemas: readonly Schema[], path: readonly string[], rules: readonly { readonly id: string; readonly summary: string }[]): readonly Suggestion[] {
  const parts = path.filter(step => step !== '-' && !/^\d+$/.test(step));
  if (parts.join() === 'extends') return Object.entries(PRESETS).map(([text, description]) => ({ text, insert: text, description }));
  if (parts.join() === 'suppressions,rule') return rules.map(({ id, summary }) => ({ text: id, insert: id, description: summary }));
  const values = schemas.flatMap(({ enum: listed, type, description = '', default: usual }): readonly Suggestion[] => {
    const own: readonly Json[] = listed ?? (type === 'boolean' ? [true, false] : usual === undefined || typeof usual === 'object' ? [] : [usual]);
    return own.map(value => ({ text: String(value), insert: yamlOf(value), description }));
  });
  return values.filter(isFirst);
}

/** Several schemas may say the same. */
const isFirst = ({ text }: Suggestion, i: number, all: readonly Suggestion[]): boolean => all.findIndex(other => other.text === text) === i;

/** YAML 1.2 reads these as they stand; texts that it would read as something else are quoted. */
const yamlOf = (value: Json): string => (typeof value === 'string' && !/^[a-z][a-z-]*$/.test(value) ? JSON.stringify(value) : String(value));

/** What the schema says of the key or the value at a spot, the most particular first. */
export function descriptionsAt(schema: Schema, { path, at }: Spot, word: string): readonly string[] {
  const schemas = at === 'key' ? schemasAt(schema, path).flatMap(({ properties }) => properties?.[word] ?? []) : schemasAt(schema, path);
  return [...new Set(schemas.flatMap(({ description }) => description ?? []))];
}
