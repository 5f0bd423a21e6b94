import { present } from '../../../core/column.ts';
import type { NamedValue } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isGibberish, isSignsOnly } from '../../../util/gibberish.ts';
import { placeholderOf } from '../../../util/placeholders.ts';

export default defineRule({
  id: 'meaningless-value',
  scope: 'column',
  summary: 'A text was typed to fill the field, such as asdf or !!!',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: { least: { default: 20, description: 'Columns with fewer values are not judged.' } },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || column.summary.classes.text < n / 2 || column.field?.constraints.enum) return;
    const texts = column.values.filter(one => one.class === 'text' && placeholderOf(one.text) === undefined);
    const strange = [...texts.filter(({ text }) => isGibberish(text)), ...lonelySigns(texts)];
    if (strange.length === 0) return;
    const shown = list(strange.slice(0, SHOWN).map(({ text }) => value(text, column.index)));
    yield {
      place: { at: 'header', column: column.index },
      cells: isIn(strange.map(({ hash }) => hash)),
      message: say`${column} has ${shown} in ${matched('cell')} of ${n}, which looks like something typed to fill the field`,
      facts: told({ n, values: strange.length }),
    };
  },
});

/** Values a message quotes. */
const SHOWN = 3;
/** Share of cells up to which signs are out of place, and how many kinds of them: more of either is a scale, such as * and **. */
const RARE = 0.05;
const KINDS = 2;

function lonelySigns(texts: readonly NamedValue[]): readonly NamedValue[] {
  const signs = texts.filter(({ text }) => isSignsOnly(text));
  const total = (values: readonly NamedValue[]): number => values.reduce((sum, { count }) => sum + count, 0);
  const long = texts.filter(({ text }) => text.length >= 3).length >= texts.length / 2;
  return signs.length <= KINDS && long && total(signs) <= total(texts) * RARE ? signs : [];
}
