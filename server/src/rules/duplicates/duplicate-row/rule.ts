import { count, matched, say } from '../../../core/message.ts';
import { isDuplicate } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import type { TableView } from '../../../core/rule.ts';

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
    const compared = table.columns.filter(({ name }) => !options.ignore.includes(name)).map(({ index }) => index);
    const all = compared.length === table.columns.length;
    if (compared.length < 2 || (all && table.duplicates?.count === 0) || !tellsRowsApart(table, compared)) return;
    const duplicates = all ? table.duplicates : undefined;
    yield {
      place: { at: 'file' },
      cells: isDuplicate(all ? undefined : compared),
      message: duplicates?.exact === false
        ? say`At least ${count(duplicates.count, 'row')} of ${table.records} identical to an earlier row`
        : say`${matched('row')} of ${table.records} identical to an earlier row`,
      facts: { n: table.records },
      fix: { title: say`Delete the repeated rows`, safety: 'unsafe', change: { do: 'delete-row' } },
    };
  },
});

/**
 * Whether equal rows are likelier the same thing twice than two things alike. A table of a few short answers repeats itself by nature: repeats mean
 * something where one column is nearly a key, or where the columns' values could be combined in more ways than there are pairs of rows.
 */
function tellsRowsApart({ columns, records }: TableView, compared: readonly number[]): boolean {
  const distinct = compared.map(index => columns[index]?.summary.distinct.count ?? 1);
  const combinations = distinct.reduce((product, size) => product * Math.max(1, size), 1);
  return Math.max(...distinct) >= records / 2 || combinations >= (records * records) / 2;
}
