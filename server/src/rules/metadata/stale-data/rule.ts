import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { name, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { dayAgo } from '../../../util/period.ts';

export default defineRule({
  id: 'stale-data',
  scope: 'resource',
  summary: 'The newest row is older than the description promises',
  severity: 'warning',
  dimension: 'timeliness',
  since: '0.1.0',
  needs: ['counts'],
  options: {},

  *check({ resource: { freshness }, table: { columns }, today }) {
    const column = freshness && columns.find(({ name: called }) => called === freshness.field);
    // A day more, because times of a day have zones.
    const limit = freshness && today !== undefined ? dayAgo(today, freshness.period, 1) : undefined;
    if (!freshness || !column || limit === undefined || datesOf(column) === 0) return;
    const n = datesOf(column);
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'not-after', moment: limit },
      // Dates that cannot be read are no evidence that all of them are old.
      between: [n, Infinity],
      shown: 0,
      message: say`All ${number(n)} dates of ${column} are more than ${name(freshness.period)} ago; the description promises newer ones`,
      facts: told({ period: freshness.period, before: limit, n }),
      mirror: freshness.node,
    };
  },
});

const datesOf = ({ summary: { classes } }: Column): number => classes.date + classes.datetime;
