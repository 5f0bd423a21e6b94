import { present } from '../../../core/column.ts';
import type { Column, NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
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
    const [zoned = [], naive = []] = FORMS.map(form => times.filter(one => form(one.text)));
    if ((zoned.length === 0 || naive.length === 0) && !hasOthers(column, times)) return;
    const weight = weightIn(column);
    const sum = (values: typeof times): number => values.reduce((all, one) => all + weight(one), 0);
    const usual = sum(zoned) >= sum(naive);
    const strays = (usual ? naive : zoned).slice(0, SHOWN).map(one => value(one.text, column.index));
    yield {
      place: { at: 'header', column: column.index },
      cells: hasForm(usual ? 'without-zone' : 'with-zone'),
      message: wordsOf(column, n, usual, strays),
      facts: told({ n }),
    };
  },
});

function wordsOf(column: Column, n: number, zoned: boolean, strays: readonly Part[]): Message {
  const words = zoned
    ? say`Times of ${column} have an offset from UTC but in ${matched('cell')} of ${n}`
    : say`Times of ${column} have no offset from UTC but in ${matched('cell')} of ${n}`;
  return strays.length === 0 ? words : say`${words}, such as ${list(strays)}`;
}

/** Some cells are shorter or longer than any text at hand: an offset more or less would show so. */
function hasOthers({ summary: { length } }: Column, times: readonly NamedValue[]): boolean {
  const lengths = times.map(({ text }) => text.length);
  return length.min < Math.min(...lengths) || length.max > Math.max(...lengths);
}

const SHOWN = 2;
const FORMS = [formTest('with-zone'), formTest('without-zone')];
