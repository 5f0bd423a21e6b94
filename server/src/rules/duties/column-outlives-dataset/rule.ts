import { articlesOf, isPersonal, personalFields } from '../../../core/duties.ts';
import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'column-outlives-dataset',
  scope: 'metadata',
  summary: 'A column is kept longer than the dataset it belongs to',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    const articles = profiles.asking('column-outlives-dataset');
    if (articles.length === 0 || !isPersonal(description)) return;
    const period = description.privacy.retention?.period;
    const most = period === undefined ? undefined : daysOf(period);
    if (period === undefined || most === undefined) return;
    for (const column of personalFields(description)) {
      const own = column.privacy.retention?.period;
      const days = own === undefined ? undefined : daysOf(own);
      if (own === undefined || days === undefined || days <= most) continue;
      const path = [...column.privacy.node, 'retention', 'period'];
      yield {
        place: { at: 'node', path, part: 'value' },
        message: say`${column} is kept for ${name(own)}, longer than the dataset with ${name(period)}: ${articlesOf(articles)}`,
        facts: told({ period: own, limitPeriod: period }),
        fix: { title: say`Keep it as long as the dataset`, safety: 'unsafe', change: { do: 'set-node', path, value: period } },
      };
    }
  },
});

/** Days of the units of a duration, years and months at their means in the Gregorian calendar. */
const UNITS = { years: 365.2425, months: 30.436875, weeks: 7, days: 1 } as const;
const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?$/;

/** The length of an ISO 8601 duration in days, its hours left out. */
function daysOf(duration: string): number | undefined {
  const [whole, years = 0, months = 0, weeks = 0, days = 0] = DURATION.exec(duration) ?? [];
  return whole === undefined ? undefined : Number(years) * UNITS.years + Number(months) * UNITS.months + Number(weeks) * UNITS.weeks + Number(days) * UNITS.days;
}
