import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { isNamed } from '../../../util/columnWords.ts';

export default defineRule({
  id: 'id-like-column',
  scope: 'column',
  summary: 'A feature is different in every row',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'numbers'],
  options: { least: { default: 50, description: 'Columns with fewer values are not judged.' } },

  *check({ column, ml, options }) {
    const n = present(column);
    if (n < options.least || !isFeature(column.name, ml) || !isUnique(column) || !namesRows(column)) return;
    const { values, distinct } = column.summary;
    yield {
      place: { at: 'header', column: column.index },
      message: distinct.exact
        ? say`${column} is different in each of ${count(n, 'row')}: it names rows, and a model would learn it by heart`
        : say`${column} repeats none of a sample of ${count(values.length, 'value')}: it names rows, and a model would learn it by heart`,
      facts: told({ n, looked: values.length }),
    };
  },
});

/** Names of numbers that are given out, not measured. */
const NUMBERS = ['id', 'ids', 'key', 'index', 'idx', 'uuid', 'guid', 'no', 'nr', 'number', 'serial', 'row', 'rownames', '编号', '序号', '号码', '单号'];
/** Mean length in bytes from which on a text is prose. */
const PROSE = 40;
/** Share of the whole numbers between the least and the greatest that occur in a counter. */
const DENSE = 0.9;

/** Exact up to 256 values; beyond, every value of a uniform sample of the distinct ones occurs once. */
function isUnique({ summary: { distinct, values, cells, missing } }: Column): boolean {
  return distinct.exact ? distinct.count === cells - missing : values.every(({ count: times }) => times === 1);
}

/** Texts that are no prose, and whole numbers that count or are called so. Measurements and times are different in every row by nature. */
function namesRows({ name, summary }: Column): boolean {
  const { classes, length, numbers } = summary;
  const n = summary.cells - summary.missing;
  if (classes.text + classes.digits > n / 2) return length.mean < PROSE;
  if (!numbers || classes.integer < n) return false;
  return isNamed(name, NUMBERS) || n >= (numbers.max - numbers.min + 1) * DENSE;
}
