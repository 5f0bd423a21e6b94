import { present } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'high-cardinality',
  scope: 'column',
  summary: 'A categorical feature has many values and few rows for each',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'counts'],
  options: {
    most: { default: 50, description: 'Distinct values a categorical feature may have.' },
    rows: { default: 20, description: 'Rows for each value, on average, that are enough however many values there are.' },
    least: { default: 100, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const { distinct, classes, length, values } = column.summary;
    const n = present(column);
    if (n < options.least || !isFeature(column.name, ml) || classes.text + classes.digits < n * CATEGORICAL || length.mean > PROSE) return;
    const each = n / distinct.count;
    const unique = values.every(one => one.count === 1);
    if (distinct.count <= options.most || each >= options.rows || unique) return;
    yield {
      place: { at: 'header', column: column.index },
      message: distinct.exact
        ? say`${column} has ${distinct.count} different values in ${count(n, 'row')}, ${number(round(each))} rows for each on average`
        : say`${column} has about ${round(distinct.count)} different values in ${count(n, 'row')}, ${number(round(each))} rows for each on average`,
      facts: told({ distinct: distinct.count, n, threshold: options.most }),
    };
  },
});

/** Share of cells that must be words or codes; numbers are measured. */
const CATEGORICAL = 0.9;
/** Mean length in bytes from which on a text is prose. */
const PROSE = 40;

const round = (value: number): number => Number(value.toPrecision(3));
