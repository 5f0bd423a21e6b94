import { knowsAllValues, present, tellRowsApart } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, say } from '../../../core/message.ts';
import { isDuplicate } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'duplicate-row',
  scope: 'table',
  summary: 'Rows repeat an earlier row cell for cell',
  severity: 'warning',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: ['row-hashes', 'distinct'],
  options: { ignore: { default: [], description: 'Names of columns that are left out of the comparison, for instance a running number.' } },

  *check({ table, options }) {
    const compared = table.columns.filter(({ name }) => !options.ignore.includes(name));
    const all = compared.length === table.columns.length;
    if (compared.length < (table.reading.isCorpus ? 1 : 2) || (all && table.duplicates?.count === 0) || !tellRowsApart(compared, table.records)) return;
    const duplicates = all ? table.duplicates : undefined;
    const chance = table.reading.isCorpus || namesRows(compared, table.records) ? 0 : chanceOf(compared, table.records);
    if (chance > LIKELY) return;
    yield {
      place: { at: 'file' },
      cells: isDuplicate(all ? undefined : compared.map(({ index }) => index)),
      message: duplicates?.exact === false
        ? say`At least ${count(duplicates.count, 'row')} of ${table.records} identical to an earlier row`
        : say`${matched('row')} of ${table.records} identical to an earlier row`,
      ...(chance > STRIKING && { severity: 'information' }),
      facts: told({ n: table.records }),
      fix: { title: say`Delete the repeated rows`, safety: 'unsafe', change: { do: 'delete-row' } },
    };
  },
});

/** Pairs of equal rows to be expected, above which repeats are taken for chance; above the lower limit they are no more than a piece of information. */
const LIKELY = 0.5;
const STRIKING = 1e-6;

/** Whether a column of words or times is nearly a key: measurements of two things may be equal, their names hardly. */
const namesRows = (columns: readonly Column[], records: number): boolean => columns.some(({ summary: { classes, distinct } }) =>
  distinct.count * 2 >= records && classes.text + classes.datetime >= (classes.integer + classes.float) * 2);

/**
 * Pairs of equal rows that chance makes, roughly: pairs of rows, times the probability that two cells of each column are equal. Columns hang together,
 * so that each one tells less than it would alone.
 */
function chanceOf(columns: readonly Column[], records: number): number {
  const probability = columns.reduce((product, column) => product * sameness(column), 1);
  return (records * (records - 1) / 2) * probability ** INDEPENDENCE;
}
const INDEPENDENCE = 0.75;

/** Probability that two rows have the same value in the column. */
function sameness(column: Column): number {
  const { summary } = column;
  const n = Math.max(1, present(column));
  if (!knowsAllValues(summary)) return 1 / Math.max(1, summary.distinct.count);
  return Math.min(1, summary.values.reduce((sum, { count }) => sum + (count / n) ** 2, 0) || 1);
}
