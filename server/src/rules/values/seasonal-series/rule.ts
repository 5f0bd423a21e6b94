import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { seasonOf } from '../../../util/statistics/series.ts';
import { seriesOf } from '../../../util/timeSeries.ts';

export default defineRule({
  id: 'seasonal-series',
  scope: 'table',
  summary: 'A series over time repeats itself',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['numbers', 'values', 'distinct', 'sample'],
  heavy: true,
  options: {
    strength: { default: 0.6, description: 'Autocorrelation at the period, from 0 to 1, from which on a season is reported.' },
    longest: { default: 400, description: 'Longest period in rows that is looked for.' },
    least: { default: 100, description: 'Tables with fewer rows are not judged.' },
  },

  *check({ table, options }) {
    for (const { column, time, declared, numbers } of seriesOf(table, options.least)) {
      const season = seasonOf(numbers, options.longest);
      if (!season || season.strength < options.strength) continue;
      const [period, rows] = [count(season.period, 'row'), count(numbers.length, 'row')];
      const strength = number(Math.trunc(season.strength * 100) / 100);
      yield {
        place: { at: 'header', column: column.index },
        severity: declared ? 'information' : 'hint',
        message: say`${column} repeats itself every ${period} or so in the order of ${time} (autocorrelation ${strength} over ${rows})`,
        facts: told({ cycle: season.period, strength: season.strength, threshold: options.strength, n: numbers.length }),
        related: [{ place: { at: 'header', column: time.index }, message: say`The order of time` }],
      };
    }
  },
});
