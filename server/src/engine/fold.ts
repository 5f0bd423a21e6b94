import type { Finding, FindingFix } from '../core/finding.ts';
import { SPOT_LIMIT } from '../core/finding.ts';
import { count, list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { compareFindings } from './findings.ts';

/** Tables of more columns say what a rule has to say of columns once. */
export const WIDE = 200;
/** So many columns of a table are reported one by one where one thing is true of all of them. */
const EACH = 2;
/** Columns that a message names beside the first one. */
const NAMED = 3;

/**
 * What holds for many columns is one thing to know: findings of one rule that say the same of whole columns become one, from the third column on. In wide
 * tables all findings of a rule about columns do. The places stay, up to the limit that any finding has.
 */
export function foldFindings(findings: readonly Finding[], columns: readonly { readonly name: string }[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding, columns.length > WIDE);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(finding);
    else groups.set(key ?? `alone ${groups.size}`, [finding]);
  }
  const least = columns.length > WIDE ? 2 : EACH + 1;
  return [...groups.values()].flatMap(group => (group.length < least ? group : [folded(group, columns)])).sort(compareFindings);
}

/** What findings have in common that may become one; `undefined` for one that is about no column. */
function keyOf({ rule, severity, message, primary, spots, fix, column, describedIn = '' }: Finding, wide: boolean): string | undefined {
  if (primary.place.at !== 'header' || column < 0) return undefined;
  if (wide) return `${rule} ${severity} ${describedIn}`;
  const aboutWhole = fix === undefined && spots.every(({ place }) => place.at === 'header');
  return aboutWhole ? `${rule} ${severity} ${describedIn} ${message.template}` : undefined;
}

function folded(group: readonly Finding[], columns: readonly { readonly name: string }[]): Finding {
  const [first, ...others] = group;
  if (!first) throw new RangeError('a group of findings is never empty');
  return {
    ...first,
    message: wordsFor(first.message, others.map(({ column }) => columns[column]?.name ?? '')),
    spots: group.flatMap(({ spots }) => spots).slice(0, SPOT_LIMIT),
    count: group.reduce((sum, one) => sum + one.count, 0),
    facts: { ...first.facts, columns: group.length },
    related: [],
    fix: sharedFix(group),
  };
}

function wordsFor(first: Message, others: readonly string[]): Message {
  const shown = list(others.slice(0, NAMED).map(name));
  const more = count(others.length, 'column');
  return others.length > NAMED ? say`${first}; likewise ${more} more, such as ${shown}` : say`${first}; likewise ${more} more: ${shown}`;
}

/** One fix for all columns, where it changes all of them alike. */
function sharedFix(group: readonly Finding[]): FindingFix | undefined {
  const all = group.flatMap(({ fix }) => (fix ? [fix] : []));
  const [first] = all;
  if (!first || all.length < group.length || all.some(fix => essenceOf(fix) !== essenceOf(first))) return undefined;
  return { ...first, spots: all.flatMap(({ spots }) => spots), complete: all.every(({ complete }) => complete) };
}

const essenceOf = ({ safety, change }: FindingFix): string => JSON.stringify([safety, change]);
