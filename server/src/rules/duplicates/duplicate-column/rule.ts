import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'duplicate-column',
  scope: 'table',
  summary: 'A column says the same as another one',
  severity: 'warning',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    share: { default: 0.95, description: 'Share of rows, from 0 to 1 and beyond what chance alone would give, that must agree.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ table, options }) {
    const columns = table.columns.filter(column => present(column) >= options.least && column.summary.distinct.count > 1);
    for (const [column, earlier] of pairsToCompare(columns).slice(0, MOST_PAIRS)) {
      const n = Math.max(present(column), present(earlier));
      const identical = fingerprint(column) === fingerprint(earlier);
      const chance = agreementByChance(column, earlier);
      yield {
        place: { at: 'header', column: column.index },
        cells: { is: 'same', left: earlier.index, right: column.index },
        between: [Math.ceil(n * (chance + options.share * (1 - chance))), Infinity],
        shown: 0,
        severity: identical ? 'warning' : 'information',
        message: say`${column} has the same content as ${earlier} in ${matched('row')} of ${count(n, 'row')}`,
        facts: told({ n, threshold: options.share }),
        related: [{ place: { at: 'header', column: earlier.index }, message: say`The same content` }],
      };
    }
  },
});

/** Pairs a table is searched for; a wider one has a few hundred copies of one column. */
const MOST_PAIRS = 50;

/** Each column with the first one it is like: columns that agree nearly everywhere share their commonest value, or one of the first ones they remember. */
function pairsToCompare(columns: readonly Column[]): readonly (readonly [column: Column, earlier: Column])[] {
  const seen = new Map<string, Column[]>();
  return columns.flatMap(column => {
    const keys = tellingValues(column);
    const like = keys.flatMap(key => seen.get(key) ?? []).find(other => isLike(column, other));
    if (!like) for (const key of keys) seen.set(key, [...seen.get(key) ?? [], column]);
    return like ? [[column, like] as const] : [];
  });
}

/** The commonest value, and those of the smallest hashes: where a few cells differ, one of them is the same. */
function tellingValues({ summary: { values } }: Column): readonly string[] {
  const byHash = [...values].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const [first] = [...byHash].sort((a, b) => b.count - a.count);
  return [...new Set([...first ? [first] : [], ...byHash.slice(0, REMEMBERED)].map(value => `${value.hash}:${value.firstRecord}`))];
}
const REMEMBERED = 3;

/** Most values first stand in the same row and about as often. What is alike only here is found out when the rows are compared. */
function isLike(a: Column, b: Column): boolean {
  const others = new Map(b.summary.values.map(value => [value.hash, value]));
  const agreeing = a.summary.values.filter(value => {
    const other = others.get(value.hash);
    return other?.firstRecord === value.firstRecord && Math.abs(other.count - value.count) <= 1 + 0.1 * value.count;
  }).length;
  return agreeing >= 0.8 * Math.max(a.summary.values.length, b.summary.values.length);
}

const fingerprint = ({ summary }: Column): string =>
  [summary.missing, ...summary.values.map(value => `${value.hash}:${value.count}:${value.firstRecord}`).sort()].join();

/** Share of rows in which two columns with these values would agree if they had nothing to do with each other (Cohen's kappa). */
function agreementByChance(a: Column, b: Column): number {
  const others = new Map(b.summary.values.map(value => [value.hash, value.count]));
  return a.summary.values.reduce((sum, value) => sum + (value.count / present(a)) * ((others.get(value.hash) ?? 0) / present(b)), 0);
}
