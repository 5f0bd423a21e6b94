import { present } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { NumberSummary } from '../../../core/summary.ts';

export default defineRule({
  id: 'skewed-column',
  scope: 'column',
  summary: 'A numeric feature is strongly skewed',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['numbers', 'quantiles'],
  options: {
    most: { default: 3, description: 'Skewness, in either direction, from which on a feature is reported.' },
    least: { default: 100, description: 'Columns with fewer numbers are not judged.' },
  },

  *check({ column, ml, options }) {
    const { numbers, distinct } = column.summary;
    if (!numbers || numbers.count < options.least || numbers.count < present(column) * NUMERIC || !isFeature(column.name, ml)) return;
    if ((distinct.exact && distinct.count < FEW) || numbers.zero > numbers.count / 2) return;
    const skewness = skewnessOf(numbers);
    if (skewness === undefined || Math.abs(skewness) < options.most) return;
    const about = number(Number(skewness.toPrecision(2)));
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is skewed: the skewness of ${count(numbers.count, 'value')} is about ${about}, where a bell curve has 0`,
      facts: told({ skewness, n: numbers.count, threshold: options.most }),
    };
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;
/** Fewer values are codes. */
const FEW = 10;

/** Third standardised moment, from buckets that are narrower than one percent of the numbers in them. */
function skewnessOf({ buckets, count: n, mean, variance }: NumberSummary): number | undefined {
  if (variance === undefined || variance <= 0) return undefined;
  const third = buckets.reduce((sum, { from, to, count: times }) => sum + times * ((from + to) / 2 - mean) ** 3, 0) / n;
  return third / variance ** 1.5;
}
