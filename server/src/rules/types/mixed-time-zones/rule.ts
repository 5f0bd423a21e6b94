import { present } from '../../../core/column.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import { hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { formTest } from '../../../util/lexical/forms.ts';
import { isDeclared, weightIn } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'mixed-time-zones',
  scope: 'column',
  summary: 'Some times of a column say how far they are from UTC, others do not',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || isDeclared(column) || column.summary.classes.datetime * 2 < n) return;
    const times = column.values.filter(one => one.class === 'datetime');
    const [zoned, naive] = FORMS.map(form => times.filter(one => form(one.text)));
    if (!zoned?.length || !naive?.length) return;
    const weight = weightIn(column);
    const sum = (values: typeof times): number => values.reduce((all, one) => all + weight(one), 0);
    const usual = sum(zoned) >= sum(naive);
    const strays = list((usual ? naive : zoned).slice(0, SHOWN).map(one => value(one.text, column.index)));
    yield {
      place: { at: 'header', column: column.index },
      cells: hasForm(usual ? 'without-zone' : 'with-zone'),
      message: usual
        ? say`Times of ${column} have an offset from UTC but in ${matched('cell')} of ${n}, such as ${strays}`
        : say`Times of ${column} have no offset from UTC but in ${matched('cell')} of ${n}, such as ${strays}`,
      facts: { n },
    };
  },
});

const SHOWN = 2;
const FORMS = [formTest('with-zone'), formTest('without-zone')];
