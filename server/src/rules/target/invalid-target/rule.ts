import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, list, matched, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { hasClass, isIn, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';

export default defineRule({
  id: 'invalid-target',
  scope: 'column',
  summary: 'The target holds values that do not fit the task',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: { most: { default: 1000, description: 'Distinct values above which a target of measured numbers is none for classification.' } },

  *check({ column, ml, options }) {
    if (roleAsTarget(column, ml) !== 'declared') return;
    if (ml?.task === 'regression') yield* checkQuantity(column);
    if (ml?.task === 'classification') yield* checkClasses(column, options.most, ml.splits !== undefined);
  },
});

/** Classes a message names. */
const SHOWN = 3;
/** Targets with fewer values have no class that is alone by mistake. */
const LEAST = 20;

function* checkQuantity(column: Column): Iterable<Problem> {
  const { classes } = column.summary;
  const n = present(column);
  if (n === classes.integer + classes.float) return;
  yield {
    place: { at: 'header', column: column.index },
    cells: not(hasClass('integer', 'float')),
    severity: 'error',
    message: say`The target ${column} is to be a number for regression; ${matched('cell')} of ${count(n, 'value')} are none`,
    facts: told({ n }),
  };
}

/** `split`: the rows are dealt to parts already, so that nobody will part them. */
function* checkClasses(column: Column, most: number, split: boolean): Iterable<Problem> {
  const { summary, values } = column;
  const n = present(column);
  if (summary.classes.float > n / 2 && summary.distinct.count > Math.min(most, n / 2)) {
    yield {
      place: { at: 'header', column: column.index },
      message: say`The target ${column} has about ${count(summary.distinct.count, 'value')} with decimals in ${count(n, 'row')}; that is a quantity, not classes`,
      facts: told({ distinct: summary.distinct.count, n, threshold: most }),
    };
  }
  const alone = !split && knowsAllValues(summary) && values.length === summary.distinct.count && n >= LEAST ? values.filter(one => one.count === 1) : [];
  if (alone.length === 0 || alone.length * 2 > values.length) return;
  const named = list(alone.slice(0, SHOWN).map(one => value(one.text, column.index)));
  yield {
    place: { at: 'header', column: column.index },
    cells: isIn(alone.map(({ hash }) => hash)),
    message: say`${column} has ${count(alone.length, 'class')} with a single row (${named}), which cannot be in training and test data both`,
    facts: told({ classes: alone.length, n }),
  };
}
