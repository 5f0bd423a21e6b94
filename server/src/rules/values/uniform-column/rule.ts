import { knowsAllValues, present } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { ValueSummary } from '../../../core/summary.ts';

export default defineRule({
  id: 'uniform-column',
  scope: 'column',
  summary: 'The values of a feature occur more evenly than chance would have it',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct'],
  options: { each: { default: 10, description: 'How often values must occur on average; columns with fewer are not judged.' } },

  *check({ column, ml, options }) {
    const { summary } = column;
    const n = present(column);
    const values = summary.values.length;
    if (!isFeature(column.name, ml) || !knowsAllValues(summary) || values < FEW || n < values * options.each || !isTooEven(summary.values, n)) return;
    const counts = summary.values.map(one => one.count);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    const range = least === most ? say`${least} times` : say`${least} to ${most} times`;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} has ${count(values, 'value')} that occur ${range} each, more evenly than chance would have it: made by a counter or a plan`,
      facts: told({ n, values, least, most }),
    };
  },
});

/** Of fewer values counts are even by chance too often. */
const FEW = 6;
/** Normal quantile of one in a thousand. */
const ONE_IN_A_THOUSAND = -3.0902;

/** Whether chi squared against equal shares is smaller than in one of a thousand random draws, by the approximation of Wilson and Hilferty (1931). */
function isTooEven(values: readonly ValueSummary[], n: number): boolean {
  const expected = n / values.length;
  const squared = values.reduce((sum, { count: times }) => sum + (times - expected) ** 2 / expected, 0);
  const freedom = values.length - 1;
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(squared / freedom) - (1 - spread)) / Math.sqrt(spread) < ONE_IN_A_THOUSAND;
}
