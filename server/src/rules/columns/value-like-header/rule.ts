import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'value-like-header',
  scope: 'table',
  summary: 'A name is a number or a date like the values below it',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts'],
  options: {},

  *check({ table }) {
    if (!table.reading.hasHeader) return;
    const odd = table.columns.filter(isLikeItsValues);
    const [first] = odd;
    // Three and more are a series: years, months, classes, in a table that is wide on purpose.
    if (!first || odd.length > 2) return;
    yield {
      place: { at: 'header', column: first.index },
      message: say`Values in place of names: ${list(odd.map(column => name(column.name)))}; the header may have been lost or overwritten`,
      facts: told({ columns: odd.length }),
    };
  },
});

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}/;

function isLikeItsValues({ name: text, summary: { classes } }: Column): boolean {
  if (NUMBER.test(text.trim())) return classes.integer + classes.float > 0 && classes.text + classes.date === 0;
  return DATE.test(text.trim()) && classes.date + classes.datetime > 0 && classes.text === 0;
}
