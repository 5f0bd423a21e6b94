import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { unitRoot } from '../../../util/statistics/series.ts';
import { seriesOf } from '../../../util/timeSeries.ts';

export default defineRule({
  id: 'wandering-series',
  scope: 'table',
  summary: 'A series over time does not come back to a mean',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['numbers', 'values', 'distinct', 'sample'],
  heavy: true,
  options: { least: { default: 100, description: 'Tables with fewer rows are not judged.' } },

  *check({ table, options }) {
    for (const { column, time, declared, numbers } of seriesOf(table, options.least)) {
      const test = unitRoot(numbers);
      if (!test || test.statistic < test.critical) continue;
      const rows = count(numbers.length, 'row');
      const [statistic, critical] = [number(rounded(test.statistic)), number(rounded(test.critical))];
      yield {
        place: { at: 'header', column: column.index },
        severity: declared ? 'information' : 'hint',
        message: say`${column} wanders in the order of ${time}: over ${rows} a unit root cannot be rejected (Dickey-Fuller ${statistic}, not below ${critical})`,
        facts: told({ statistic: test.statistic, critical: test.critical, lags: test.lags, n: numbers.length }),
        related: [{ place: { at: 'header', column: time.index }, message: say`The order of time` }],
      };
    }
  },
});

const rounded = (value: number): number => Math.round(value * 100) / 100;
