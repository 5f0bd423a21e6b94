import { tellRowsApart } from '../../../core/column.ts';
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
    if (compared.length < 2 || (all && table.duplicates?.count === 0) || !tellRowsApart(compared, table.records)) return;
    const duplicates = all ? table.duplicates : undefined;
    yield {
      place: { at: 'file' },
      cells: isDuplicate(all ? undefined : compared.map(({ index }) => index)),
      message: duplicates?.exact === false
        ? say`At least ${count(duplicates.count, 'row')} of ${table.records} identical to an earlier row`
        : say`${matched('row')} of ${table.records} identical to an earlier row`,
      facts: { n: table.records },
      fix: { title: say`Delete the repeated rows`, safety: 'unsafe', change: { do: 'delete-row' } },
    };
  },
});
