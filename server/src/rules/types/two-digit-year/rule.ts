import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import { all, hasClass, hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { isDeclared } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'two-digit-year',
  scope: 'column',
  summary: 'Dates give two digits of their year only',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || column.summary.classes.text === 0 || isDeclared(column)) return;
    const dates = dateColumn(column)?.dates;
    if (!dates) return;
    const short = dates.filter(({ read }) => read.readings.every(({ shortYear }) => shortYear));
    const examples = short.slice(0, SHOWN).map(one => value(one.value.text, column.index));
    yield {
      place: { at: 'header', column: column.index },
      cells: all(hasClass('text'), hasForm('two-digit-year')),
      shown: SPOTS,
      message: examples.length === 0
        ? say`${column} has ${matched('cell')} of ${n} with two digits of the year; programs differ in the century they add`
        : say`${column} has ${matched('cell')} of ${n} with two digits of the year, such as ${list(examples)}; programs differ in the century they add`,
      facts: told({ n }),
    };
  },
});

const SHOWN = 2;
const SPOTS = 20;
