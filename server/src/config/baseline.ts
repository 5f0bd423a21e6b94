import type { Finding } from '../core/finding.ts';
import type { Message, Part } from '../core/message.ts';
import type { Json } from '../core/problem.ts';
import { isJsonObject } from '../util/json.ts';
import { textHash } from '../util/textHash.ts';

/**
 * What was found in one file when its baseline was written: by rule, then by column (empty for findings about no column), how many cells or rows
 * in all. Findings about single values are told apart by a hash of these values, but never in a column with any personal evidence.
 */
export type Baseline = Readonly<Record<string, Readonly<Record<string, BaselineEntry>>>>;

export interface BaselineEntry {
  readonly count: number;
  /** Counts by hash of the values a finding names. */
  readonly values?: Readonly<Record<string, number>>;
}

/** Baselines of files, by their path seen from the baseline's folder. */
export type BaselineFile = Readonly<Record<string, Baseline>>;

/** What a baseline must know of a finding. */
export interface Countable {
  readonly rule: string;
  /** Name of the column, empty for none. */
  readonly column: string;
  readonly count: number;
  /** Hash of the values the message names; `undefined` where there are none or they may be personal. */
  readonly hash: string | undefined;
}

export function countable(finding: Finding, columnName: string | undefined, mayHash: boolean): Countable {
  const texts = mayHash ? valuesIn(finding.message) : [];
  const hash = texts.length === 0 ? undefined : textHash(texts.join('\u0000'));
  return { rule: finding.rule, column: columnName ?? '', count: finding.count, hash };
}

function valuesIn({ parts }: Message): readonly string[] {
  const inPart = (part: Part): readonly string[] => {
    switch (part.kind) {
      case 'value': return [part.text];
      case 'list': return part.parts.flatMap(inPart);
      case 'message': return valuesIn(part.message);
      default: return [];
    }
  };
  return parts.flatMap(inPart);
}

/** The baseline of one file as it is now. Columns may be called `__proto__`, so maps become objects at the end. */
export function baselineOf(found: readonly Countable[]): Baseline {
  const byRule = groupBy(found, ({ rule }) => rule);
  return mapToObject(byRule, ofRule => mapToObject(groupBy(ofRule, ({ column }) => column), entryOf));
}

function entryOf(found: readonly Countable[]): BaselineEntry {
  const hashed = groupBy(found.filter(({ hash }) => hash !== undefined), ({ hash = '' }) => hash);
  return { count: total(found), ...(hashed.size > 0 && { values: mapToObject(hashed, total) }) };
}

const total = (found: readonly Countable[]): number => found.reduce((sum, { count }) => sum + count, 0);

function groupBy(found: readonly Countable[], keyOf: (one: Countable) => string): ReadonlyMap<string, readonly Countable[]> {
  const groups = new Map<string, Countable[]>();
  for (const one of found) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const mapToObject = <A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Readonly<Record<string, B>> =>
  Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));

/**
 * For each finding, whether it was there already: all findings of a rule in a column while they are about no more cells in all than then, and
 * else those about values that are no more frequent than then.
 */
export function isKnown(baseline: Baseline, found: readonly Countable[]): readonly boolean[] {
  const now = baselineOf(found);
  return found.map(({ rule, column, count, hash }) => {
    const then = ownEntry(baseline, rule, column);
    if (!then) return false;
    const inAll = ownEntry(now, rule, column)?.count ?? 0;
    return inAll <= then.count || (hash !== undefined && count <= (then.values?.[hash] ?? 0));
  });
}

function ownEntry(baseline: Baseline, rule: string, column: string): BaselineEntry | undefined {
  const byColumn = Object.hasOwn(baseline, rule) ? baseline[rule] : undefined;
  return byColumn && Object.hasOwn(byColumn, column) ? byColumn[column] : undefined;
}

/** Entries that are about more than is found now: what was mended since. */
export function mended(baseline: Baseline, found: readonly Countable[]): number {
  const now = baselineOf(found);
  const entries = Object.entries(baseline).flatMap(([rule, byColumn]) => Object.entries(byColumn).map(([column, { count }]) => ({ rule, column, count })));
  return entries.filter(({ rule, column, count }) => (ownEntry(now, rule, column)?.count ?? 0) < count).length;
}

/** The text of a baseline file: sorted, an entry a line, so that merges of it are readable. */
export function writeBaseline(files: BaselineFile): string {
  return `${JSON.stringify({ version: 1, files }, (_, value: unknown) => inOrder(value), 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reads a baseline; `undefined` where the text is none. Ill-formed entries count as not there. */
export function readBaseline(text: string): BaselineFile | undefined {
  const json = parse(text);
  const files = isJsonObject(json) && json['version'] === 1 ? json['files'] : undefined;
  if (!isJsonObject(files)) return undefined;
  return mapObject(files, byRule => mapObject(byRule, byColumn => mapObject(byColumn, readEntry)));
}

function readEntry(json: Json): BaselineEntry | undefined {
  if (!isJsonObject(json) || typeof json['count'] !== 'number') return undefined;
  const values = mapObject(json['values'], count => (typeof count === 'number' ? count : undefined));
  return { count: json['count'], ...(Object.keys(values).length > 0 && { values }) };
}

function mapObject<T>(json: Json | undefined, read: (value: Json) => T | undefined): Readonly<Record<string, T>> {
  if (!isJsonObject(json)) return {};
  return Object.fromEntries(Object.entries(json).flatMap(([key, value]) => {
    const item = read(value);
    return item === undefined ? [] : [[key, item]];
  }));
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
