import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, say, value } from '../../../core/message.ts';
import { rewriteAs } from '../../../core/problem.ts';
import { all, hasClass, hasForm, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isWholeDecimal } from '../../../util/lexical/numbers.ts';
import { isDeclared } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'integer-as-float',
  scope: 'column',
  summary: 'Whole numbers are written as decimals, as a column with gaps makes them',
  severity: 'hint',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  ask({ column, options }) {
    return isSuspect(column, options.least) ? all(hasClass('float'), not(hasForm('whole-decimal'))) : undefined;
  },

  *check({ column, answer }) {
    const example = column.values.find(one => isWholeDecimal(one.text));
    if (answer?.matches !== 0 || !example) return;
    const { missing } = column.summary;
    const shown = value(example.text, column.index);
    const gaps = count(missing, 'cell');
    yield {
      place: { at: 'header', column: column.index },
      cells: hasClass('float'),
      shown: SPOTS,
      message: missing > 0
        ? say`All ${matched('value')} of ${column} are whole numbers written as decimals, such as ${shown}; its ${gaps} without a value made them so`
        : say`All ${matched('value')} of ${column} are whole numbers written as decimals, such as ${shown}`,
      facts: told({ n: present(column), missing }),
      fix: { title: say`Write ${matched('cell')} as whole numbers`, safety: 'unsafe', change: rewriteAs('whole-number') },
    };
  },
});

const SPOTS = 3;

/** All numbers are decimals, and those whose text is known have nothing behind the point. */
function isSuspect(column: Column, least: number): boolean {
  const { classes } = column.summary;
  return classes.float >= least && classes.float === present(column) && !isDeclared(column) && column.values.every(({ text }) => isWholeDecimal(text));
}
