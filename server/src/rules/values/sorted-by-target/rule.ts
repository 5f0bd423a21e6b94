import { knowsAllValues, present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { pointsOf, trendOf } from '../../../util/rowOrder.ts';

export default defineRule({
  id: 'sorted-by-target',
  scope: 'column',
  summary: 'The rows are sorted by what is to be learnt',
  severity: 'information',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    share: { default: 0.95, description: 'Share of the rows before a class first occurs, from 0 to 1, that must be all there is of the classes before it.' },
    least: { default: 50, description: 'Targets with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const declared = ml?.target === column.name;
    const guessed = ml?.target === undefined && USUAL_NAMES.includes(column.name.trim().toLowerCase());
    if ((!declared && !guessed) || present(column) < options.least) return;
    const numeric = declared && isSortedByNumber(column);
    if (!numeric && !isInBlocks(column, options.share)) return;
    const [rows, classes] = [count(present(column), 'row'), count(column.values.length, 'class')];
    yield {
      place: { at: 'header', column: column.index },
      severity: declared ? 'information' : 'hint',
      message: numeric
        ? say`The ${rows} are sorted by ${column}, as far as a sample of its values shows, so a split by position has other values than the rest`
        : say`The ${rows} are sorted by ${column}: each of its ${classes} stands in one block, so a split by position has other classes than the rest`,
      facts: told({ n: present(column), classes: column.values.length }),
    };
  },
});

/** Column names that say "this is what is to be learnt" where no description does. */
const USUAL_NAMES = ['target', 'label', 'labels', 'class', '标签', '类别', '目标'];
/** More values are no classes. */
const CLASSES = 50;

/** Values of the sample from which an order can be told, and by how much neighbours that go on outnumber those that go back. */
const LOOKED = 30;
const SORTED = 0.9;

/** Numbers in the order of the rows they first stand in. */
function isSortedByNumber(column: Column): boolean {
  const points = pointsOf(column, 'number');
  return points.length >= LOOKED && Math.abs(trendOf(points)) >= SORTED;
}

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
