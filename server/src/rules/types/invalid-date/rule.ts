import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import { all, hasClass, hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { dateColumn } from '../../../util/lexical/dateColumn.ts';
import { formTest } from '../../../util/lexical/forms.ts';
import { countOfClasses, isDeclared, MAJORITY } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'invalid-date',
  scope: 'column',
  summary: 'A date names a day or a time that does not exist',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {},

  *check({ column }) {
    const n = present(column);
    const { text } = column.summary.classes;
    if (text === 0 || isDeclared(column)) return;
    const isOfDates = countOfClasses(column, 'date', 'datetime') >= n * MAJORITY || (dateColumn(column)?.dates.length ?? 0) >= FEWEST_DATES;
    if (!isOfDates) return;
    const isImpossible = formTest('impossible-date');
    const found = column.values.filter(one => one.class === 'text' && isImpossible(one.text)).slice(0, SHOWN).map(one => value(one.text, column.index));
    yield {
      place: { at: 'header', column: column.index },
      cells: all(hasClass('text'), hasForm('impossible-date')),
      message: found.length === 0
        ? say`${column} has ${matched('cell')} of ${n} with a day or time that does not exist`
        : say`${column} has ${matched('cell')} of ${n} with a day or time that does not exist: ${list(found)}`,
      facts: told({ n }),
    };
  },
});

const SHOWN = 3;
/** Some real dates must stand beside the impossible ones. */
const FEWEST_DATES = 2;
