import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { count, figure, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { NumberSummary } from '../../../core/summary.ts';
import { COORDINATES, isNamed } from '../../../util/columnWords.ts';
import { hintsOf } from '../../../util/sentinelNames.ts';
import { sentinelsOf } from '../../../util/sentinels.ts';
import { holdsYears } from '../../../util/years.ts';

export default defineRule({
  id: 'extreme-dominates-mean',
  scope: 'column',
  summary: 'One number moves the mean of its column',
  severity: 'hint',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['numbers', 'quantiles'],
  options: {
    most: { default: 0.5, description: 'How far one number may move the mean, in standard deviations of the others.' },
    least: { default: 50, description: 'Columns with fewer numbers are not judged.' },
  },

  *check({ column, options }) {
    const { numbers, distinct } = column.summary;
    if (!numbers || numbers.count < options.least || numbers.count < present(column) * NUMERIC || distinct.count < FEW || isExcluded(column, numbers)) return;
    for (const extreme of [numbers.min, numbers.max]) {
      const others = without(numbers, extreme);
      const moved = (numbers.mean - others.mean) / others.deviation;
      if (!(Math.abs(moved) >= options.most) || others.deviation === 0) continue;
      const [mean, rest] = [figure(round(numbers.mean), column.index), figure(round(others.mean), column.index)];
      yield {
        place: { at: 'header', column: column.index },
        message: say`${column} has the mean ${mean} with ${figure(extreme, column.index)} and ${rest} without it, of ${count(numbers.count, 'value')}`,
        facts: told({ moved, n: numbers.count, threshold: options.most }, {
          extreme: dataFact(extreme, column.index), mean: dataFact(numbers.mean, column.index), without: dataFact(others.mean, column.index),
        }),
      };
    }
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;
/** Fewer values are codes. */
const FEW = 10;

/** Coordinates have islands, years a rule of their own; numbers such as -999 are the matter of sentinel-number. */
function isExcluded(column: Column, numbers: NumberSummary): boolean {
  const { name, field } = column;
  return isNamed(name, COORDINATES) || holdsYears(column) || field?.type === 'string' || sentinelsOf(numbers, hintsOf(name)).length > 0;
}

/** Mean and standard deviation of all numbers but one. */
function without({ count: n, mean, variance = 0 }: NumberSummary, one: number): { readonly mean: number; readonly deviation: number } {
  const rest = mean + (mean - one) / (n - 1);
  const squares = (n - 1) * variance - ((one - mean) * (one - rest));
  return { mean: rest, deviation: Math.sqrt(Math.max(0, squares) / (n - 2)) };
}

const round = (value: number): number => Number(value.toPrecision(3));
