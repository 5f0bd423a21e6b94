import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, say } from '../../../core/message.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { pointsOf, trendOf } from '../../../util/rowOrder.ts';

export default defineRule({
  id: 'out-of-order',
  scope: 'column',
  summary: 'A few rows break the order of a sorted column',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['values', 'numbers', 'distinct'],
  heavy: true,
  options: {
    most: { default: 0.01, description: 'Share of rows out of order, from 0 to 1, above which the column is not sorted.' },
    least: { default: 100, description: 'Columns with fewer values are not judged.' },
  },

  ask({ column, options }) {
    const direction = directionOf(column, options.least);
    return direction && stepsBack(direction);
  },

  *check({ column, options, answer }) {
    const direction = directionOf(column, options.least);
    const matches = answer?.matches ?? 0;
    const n = present(column);
    if (!direction || matches === 0 || matches > Math.max(1, n * options.most)) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: stepsBack(direction),
      message: direction === 'up'
        ? say`${column} goes up from row to row, but in ${matched('cell')} of ${count(n, 'row')} it is less than before`
        : say`${column} goes down from row to row, but in ${matched('cell')} of ${count(n, 'row')} it is more than before`,
      facts: told({ n, threshold: options.most }),
    };
  },
});

type Direction = 'up' | 'down';

const stepsBack = (direction: Direction): CellQuery => (direction === 'up' ? { is: 'step', under: 0 } : { is: 'step', over: 0 });

/** Values of the sample from which an order can be told. */
const LOOKED = 30;
/** By how much neighbours that go on must outnumber those that go back: one in twenty. */
const SORTED = 0.9;

/** The order of the values whose rows are known, where they have one. */
function directionOf(column: Column, least: number): Direction | undefined {
  const { integer, float, date, datetime } = column.summary.classes;
  const n = present(column);
  const kind = date + datetime === n ? 'date' : integer + float === n ? 'number' : undefined;
  if (n < least || !kind) return undefined;
  const points = pointsOf(column, kind);
  const trend = trendOf(points);
  return points.length < LOOKED || Math.abs(trend) < SORTED ? undefined : trend > 0 ? 'up' : 'down';
}
