import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import { all, hasClass, hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { formTest } from '../../../util/lexical/forms.ts';
import { countOfClasses } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'non-finite-number',
  scope: 'column',
  summary: 'Infinity or not-a-number stands in a column of numbers',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  givesWay: 'structure',
  needs: ['counts', 'values'],
  options: {},

  *check({ column }) {
    const n = present(column);
    const numbers = countOfClasses(column, 'integer', 'float');
    if (column.summary.classes.text === 0 || numbers < n / 2) return;
    const isNotFinite = formTest('not-finite');
    const found = column.values.filter(one => one.class === 'text' && isNotFinite(one.text)).slice(0, SHOWN).map(one => value(one.text, column.index));
    const cells = all(hasClass('text'), hasForm('not-finite'));
    yield {
      place: { at: 'header', column: column.index },
      cells,
      message: found.length === 0
        ? say`${column} has ${matched('cell')} of ${n} with infinity or not-a-number: so is every mean and loss over it`
        : say`${column} has ${matched('cell')} of ${n} with infinity or not-a-number, such as ${list(found)}: so is every mean and loss over it`,
      facts: told({ n }),
    };
  },
});

const SHOWN = 3;
