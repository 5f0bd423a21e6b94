import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Json } from '../core/problem.ts';
import { mostSimilar } from '../util/similar.ts';
import type { Given, OptionKind } from './options.ts';

/** What all commands that read data share. */
export interface Reading {
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  /** Threads that may scan one file; 0 follows the machine. */
  readonly maxWorkers: number;
  /** The `rules` part of a configuration. */
  readonly rules: Json;
  /** Rules that take long run too. */
  readonly heavy: boolean;
  /** What is named is plain text: folders of a document a file, files of a passage a line. */
  readonly text: boolean;
  readonly locale: string;
}

/** Options of all commands that read data. */
export const READING = { exclude: 'texts', rule: 'texts', 'max-workers': 'text', heavy: 'flag', text: 'flag' } as const satisfies Record<string, OptionKind>;

/** Each of a union without its locale. */
export type Unlocated<T> = T extends unknown ? Omit<T, 'locale'> : never;

/** What all commands that read data share, for `use` to add its own; a message says what is wrong with it. */
export function withReading<T>(given: Given, locale: string, use: (reading: Reading) => T | Message): T | Message {
  const pairs = (given.texts.get('rule') ?? []).map(setting => ({ setting, parts: setting.split('=') }));
  const odd = pairs.find(({ parts }) => parts.length !== 2);
  if (odd) return say`--rule takes id=severity or id=off, not ${name(odd.setting)}`;
  const maxWorkers = wholeNumber(given, 'max-workers', 0);
  if (typeof maxWorkers !== 'number') return maxWorkers;
  return use({
    paths: given.paths.length > 0 ? given.paths : ['.'],
    exclude: given.texts.get('exclude') ?? [],
    maxWorkers,
    rules: Object.fromEntries(pairs.map(({ parts: [id = '', severity = ''] }) => [id, severity])),
    heavy: given.flags.has('heavy'),
    text: given.flags.has('text'),
    locale,
  });
}

/** The text of an option that is given once. */
export const oneOf = ({ texts }: Given, key: string): string | undefined => texts.get(key)?.[0];

export function wholeNumber(given: Given, key: string, usual: number): number | Message {
  const text = oneOf(given, key);
  if (text === undefined) return usual;
  return /^\d+$/.test(text) ? Number(text) : say`${name(`--${key}`)} takes a whole number, not ${name(text)}`;
}

/** One of the words an option may have. */
export function word<T extends string>(given: Given, key: string, words: readonly T[], usual: T): T | Message {
  const text = oneOf(given, key);
  const found = text === undefined ? usual : words.find(one => one === text);
  if (found !== undefined || text === undefined) return found ?? usual;
  const meant = mostSimilar(text, words);
  return meant === undefined ? say`${name(`--${key}`)} takes ${list(words.map(name))}, not ${name(text)}`
    : say`${name(`--${key}`)} takes ${list(words.map(name))}, not ${name(text)}; did you mean ${name(meant)}?`;
}

export const isMessage = (value: object | string | number): value is Message => typeof value === 'object' && 'template' in value;
