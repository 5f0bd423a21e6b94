import type { ColumnPrivacy } from '../../../core/annotation.ts';
import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { number, percent, say } from '../../../core/message.ts';
import { defineRule, type TableView } from '../../../core/rule.ts';
import { secondsOf } from '../../../util/isoMoment.ts';
import { pointsOf, trendOf, type Point } from '../../../util/rowOrder.ts';
import { spearman } from '../../../util/statistics/correlation.ts';

export default defineRule({
  id: 'ordered-pseudonym',
  scope: 'table',
  summary: 'A pseudonym is a counter, or follows the order in which people came',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['numbers', 'values', 'distinct', { pair: 'annotated' }],
  options: {
    correlation: { default: 0.95, description: 'Rank correlation with a time, from 0 to 1, from which on a pseudonym counts as ordered by it.' },
  },

  *check({ table, options }) {
    for (const column of table.columns.filter(isPseudonym)) {
      const mirror = column.field?.privacy && { mirror: column.field.privacy.node };
      const points = numbersOf(column);
      const trend = Math.abs(trendOf(points));
      const timed = leading(table, column, options.correlation);
      if (timed) {
        const how = say`rank correlation ${number(timed.correlation)} over ${number(timed.n)} rows`;
        yield {
          place: { at: 'header', column: column.index }, ...mirror,
          message: say`${column} follows ${timed.time} (${how}): who knows when somebody came knows the pseudonym; draw it at random`,
          facts: told({ correlation: timed.correlation, threshold: options.correlation, n: timed.n, time: timed.time.name }),
        };
      } else if (points.length >= LOOKED && trend >= SORTED && isCounter(column, points)) {
        yield {
          place: { at: 'header', column: column.index }, ...mirror,
          message: say`${column} counts up row by row (${percent(trend)} of the steps that were looked at): the order of the original is still in it; draw it at random`,
          facts: told({ trend, n: present(column), looked: points.length }),
        };
      }
    }
  },
});

/** Values whose order is looked at. */
const LOOKED = 12;
/** Share by which steps in one direction outnumber the others where a column is sorted. */
const SORTED = 0.98;
/** Rows that say both when and who. */
const FEWEST_ROWS = 20;

const REPLACED: readonly (string | undefined)[] = ['tokenisation', 'hashing', 'keyed-hashing', 'encryption', 'deterministic-encryption', 'format-preserving-encryption', 'order-preserving-encryption'];

/** Annotated as something that stands for a person: a number that everybody gets in turn is no secret, whatever it is called. */
function isPseudonym({ field, summary }: Column): boolean {
  const own: ColumnPrivacy | undefined = field?.privacy;
  return (own?.role === 'pseudonym' || REPLACED.includes(own?.transform?.technique)) && summary.distinct.count >= LOOKED;
}

/** Numbers, or the numbers behind a beginning that all values share. */
function numbersOf(column: Column): readonly Point[] {
  const plain = pointsOf(column, 'number');
  if (plain.length > 0) return plain;
  const parts = column.values.map(({ text, firstRecord }) => ({ row: firstRecord, parts: /^(\D*)(\d{1,15})$/.exec(text) }));
  const prefix = parts[0]?.parts?.[1];
  if (prefix === undefined || parts.some(one => one.parts?.[1] !== prefix)) return [];
  return parts.map(({ row, parts: found }): Point => ({ row, at: Number(found?.[2]), text: '' })).sort((a, b) => a.row - b.row);
}

/** Numbers that lie close together are counted, those far apart may be sorted hashes. */
function isCounter({ summary: { distinct } }: Column, points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && Math.abs(last.at - first.at) <= distinct.count * SPARSE;
}

/** Numbers between two that are given out, at most, where somebody counts. */
const SPARSE = 20;

interface Leading {
  readonly time: Column;
  readonly correlation: number;
  readonly n: number;
}

/** A time whose order the numbers of a pseudonym have. */
function leading({ columns, sample }: TableView, column: Column, least: number): Leading | undefined {
  const numbers = sample?.column(column.index)?.numbers;
  if (!sample || !numbers || column.summary.numbers?.count !== present(column)) return undefined;
  for (const time of columns) {
    const { date, datetime } = time.summary.classes;
    if (date + datetime < MOSTLY * present(time) || date + datetime === 0) continue;
    const moments = new Map(time.values.flatMap(({ hash, text }) => { const at = secondsOf(text); return at === undefined ? [] : [[hash, at] as const]; }));
    const sampled = sample.column(time.index);
    if (!sampled) continue;
    const atCode = Array.from({ length: sampled.levels }, (_, code) => moments.get(sampled.hashOf(code)));
    const rows = Array.from(numbers.keys()).filter(row => Number.isFinite(numbers[row]) && atCode[sampled.codes[row] ?? -1] !== undefined);
    if (rows.length < FEWEST_ROWS || new Set(rows.map(row => sampled.codes[row])).size < LOOKED) continue;
    const correlation = spearman(Float64Array.from(rows, row => numbers[row] ?? 0), Float64Array.from(rows, row => atCode[sampled.codes[row] ?? -1] ?? 0));
    if (correlation !== undefined && Math.abs(correlation) >= least) return { time, correlation, n: rows.length };
  }
  return undefined;
}

/** Share of a column that are moments where it is one of times. */
const MOSTLY = 0.9;
