import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, name, say, value } from '../../../core/message.ts';
import { all, any, hasClass, hasForm, not } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { layoutName } from '../../../util/lexical/dates.ts';
import { isDeclared } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'mixed-date-formats',
  scope: 'column',
  summary: 'Dates of one column are written in different ways',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || isDeclared(column)) return;
    const dates = dateColumn(column);
    if (!dates) return;
    const { usual } = dates;
    const strays = dates.others.filter(({ read }) => usual.includes('yy') || !read.readings.every(({ shortYear }) => shortYear));
    if (strays.length === 0 && isPlain(usual) && isOfOneClass(column)) return;
    const examples = list(strays.slice(0, SHOWN).map(one => value(one.value.text, column.index)));
    const form = name(layoutName(usual));
    yield {
      place: { at: 'header', column: column.index },
      cells: differently(usual, strays.some(({ value: one }) => one.class !== 'text')),
      message: strays.length === 0
        ? say`${column} holds dates written ${form} but in ${matched('cell')} of ${n}`
        : say`${column} holds dates written ${form} but in ${matched('cell')} of ${n}, such as ${examples}`,
      facts: told({ n, layout: usual }),
    };
  },
});

const SHOWN = 3;

/** No text among the dates, and no date among the time stamps. */
const isOfOneClass = ({ summary: { classes } }: Column): boolean => classes.text === 0 && (classes.date === 0 || classes.datetime === 0);

/** Layouts that loaders take without being told. */
const isPlain = (layout: string): boolean => /^y([-/])m\1dT?$/.test(layout);

/** Dates in another layout; those with two digits of the year are a matter of their own. Plain dates are read only where some are known to stray. */
function differently(usual: string, readPlain: boolean): CellQuery {
  const others = [not(hasForm(`date:${usual}`)), ...(usual.includes('yy') ? [] : [not(hasForm('two-digit-year'))])];
  const otherPlain = isPlain(usual) && !readPlain ? hasClass(usual.endsWith('T') ? 'date' : 'datetime') : all(hasClass('date', 'datetime'), ...others);
  return any(all(hasClass('text'), hasForm('date'), ...others), otherPlain);
}
