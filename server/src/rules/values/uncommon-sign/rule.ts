import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, figure, matched, percent, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { all, isOutside } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import type { NumberSummary } from '../../../core/summary.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { isPositiveByName } from '../../../util/positiveNames.ts';
import { hintsOf } from '../../../util/sentinelNames.ts';
import { sentinelsOf } from '../../../util/sentinels.ts';

export default defineRule({
  id: 'uncommon-sign',
  scope: 'column',
  summary: 'A few numbers are negative where the others cannot be',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['numbers', 'quantiles'],
  options: {
    most: { default: 0.05, description: 'Share of negative numbers, from 0 to 1, above which they belong to the column.' },
    least: { default: 30, description: 'Columns with fewer numbers are not judged.' },
  },

  *check({ column, options }) {
    const { numbers } = column.summary;
    if (!numbers || numbers.count < options.least || numbers.count < present(column) * NUMERIC || column.field?.constraints.minimum !== undefined) return;
    const sentinels = sentinelsOf(numbers, hintsOf(column.name)).filter(({ value }) => value < 0);
    const negative = sentinels.reduce((left, one) => left - one.count, numbers.negative);
    if (negative <= 0 || negative > numbers.count * options.most) return;
    if (isChangeOfPrice(column.name, numbers)) return;
    const message = isPositiveByName(column.name) ? byName(column, numbers) : isFlipped(numbers, negative) ? bySize(column, numbers) : undefined;
    if (!message) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: all(isOutside(0, Infinity), ...sentinels.map(({ value }) => isOutside(value, value))),
      severity: isPositiveByName(column.name) ? 'warning' : 'information',
      message,
      facts: told({ negative, n: numbers.count, threshold: options.most }),
    };
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;
/** Share of flipped signs without a name to tell. */
const FLIPPED = 0.01;

/** Under the name of a price, numbers around nothing are logarithms of prices, or what they changed by. */
const isChangeOfPrice = (name: string, { quantile }: NumberSummary): boolean => isNamed(name, PRICES) && quantile(0.5) < 1;
const PRICES = ['price', '价格', '单价'];

const byName = (column: Column, { count: n }: NumberSummary): Message =>
  say`${column} is negative in ${matched('cell')} of ${n}; what its name says cannot be`;

function bySize(column: Column, { count: n, quantile }: NumberSummary): Message {
  const start = figure(round(quantile(0.02)), column.index);
  const clear = say`${count(n, 'value')} stay clear of zero (${percent(0.98)} from ${start} on)`;
  return say`${column} is negative in ${matched('cell')}, where ${clear}: perhaps a sign too many`;
}

const round = (bound: number): number => Number(bound.toPrecision(3));

/** Without a sign the negative numbers would stand in the middle of the others, and there is nothing around zero. */
function isFlipped({ buckets, zero, count: n, quantile }: NumberSummary, negative: number): boolean {
  const [first, usual] = [buckets.find(({ from }) => from > 0), buckets.filter(({ to }) => to < 0).at(-1)];
  if (zero > 0 || negative > n * FLIPPED || !first || !usual) return false;
  const [median, low, high] = [quantile(0.5), quantile(0.1), quantile(0.9)];
  const lowest = buckets[0]?.from ?? 0;
  return first.from >= median / 4 && -usual.to >= low / 2 && -lowest <= high;
}
