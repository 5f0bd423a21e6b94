import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'sorted-by-target',
  scope: 'column',
  summary: 'The rows are sorted by what is to be learnt',
  severity: 'information',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    share: { default: 0.95, description: 'Share of the rows before a class first occurs, from 0 to 1, that must be all there is of the classes before it.' },
    least: { default: 50, description: 'Targets with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const declared = ml?.target === column.name;
    const guessed = ml?.target === undefined && USUAL_NAMES.includes(column.name.trim().toLowerCase());
    if ((!declared && !guessed) || present(column) < options.least || !isInBlocks(column, options.share)) return;
    const [rows, classes] = [count(present(column), 'row'), count(column.values.length, 'class')];
    yield {
      place: { at: 'header', column: column.index },
      severity: declared ? 'information' : 'hint',
      message: say`The ${rows} are sorted by ${column}: each of its ${classes} stands in one block, so a split by position has other classes than the rest`,
      facts: { n: present(column), classes: column.values.length },
    };
  },
});

/** Column names that say "this is what is to be learnt" where no description does. */
const USUAL_NAMES = ['target', 'label', 'labels', 'class', '标签', '类别', '目标'];
/** More values are no classes. */
const CLASSES = 50;

/**
 * Classes in the order of their first rows: where they stand in blocks, a class begins when all rows of the earlier ones have passed. In any other order
 * it begins before.
 */
function isInBlocks({ summary, values }: Column, share: number): boolean {
  if (!knowsAllValues(summary) || values.length < 2 || values.length > CLASSES || summary.classes.float > 0) return false;
  // Two classes of which one is a handful at the end are no sorting.
  if (values.some(one => one.count < LEAST_EACH)) return false;
  let before = 0;
  return [...values].sort((a, b) => a.firstRecord - b.firstRecord).every(one => {
    const begins = one.firstRecord >= before * share;
    before += one.count;
    return begins;
  });
}

const LEAST_EACH = 5;
