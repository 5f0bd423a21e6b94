import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, name, say, value } from '../../../core/message.ts';
import { all, any, hasClass, hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import type { DateColumn } from '../../../util/lexical/dateColumn.ts';
import { layoutName } from '../../../util/lexical/dates.ts';
import { isDeclared } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'ambiguous-date',
  scope: 'column',
  summary: 'Nothing tells which number of a date is the day and which the month',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  ask({ column, options }) {
    return ambiguous(column, options.least) ? all(hasClass('text'), any(hasForm('day-first'), hasForm('month-first'))) : undefined;
  },

  *check({ column, options, answer }) {
    const dates = ambiguous(column, options.least);
    const example = dates?.dates[0]?.value.text;
    if (!dates?.rival || example === undefined || answer?.matches !== 0) return;
    const [one, other] = [name(layoutName(dates.usual)), name(layoutName(dates.rival))];
    yield {
      place: { at: 'header', column: column.index },
      cells: all(hasClass('text'), hasForm(`date:${dates.usual}`)),
      shown: SPOTS,
      message: say`${column} can be read as ${one} and as ${other}: no day of ${matched('value')} is above 12, see ${value(example, column.index)}`,
      facts: told({ n: present(column), layout: dates.usual, rival: dates.rival }),
    };
  },
});

const SPOTS = 3;

/** Day and month fit in either order, as far as the texts at hand tell. */
function ambiguous(column: Column, least: number): DateColumn | undefined {
  if (present(column) < least || column.summary.classes.text === 0 || isDeclared(column)) return undefined;
  const dates = dateColumn(column);
  return dates?.rival !== undefined && !dates.usual.includes('yy') ? dates : undefined;
}
