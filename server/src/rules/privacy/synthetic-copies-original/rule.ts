import { tellRowsApart } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, name, percent, say } from '../../../core/message.ts';
import { rowsOf } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'synthetic-copies-original',
  scope: 'resource',
  summary: 'Data that is said to be synthetic holds rows of the original',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['original', 'distinct'],
  options: {
    columns: { default: 3, description: 'Columns both tables have, at least: short rows are alike by chance.' },
  },

  *check({ table: { original, privacy, records }, options }) {
    if (!original || !privacy || original.shared.length < options.columns || !tellRowsApart(original.shared, records)) return;
    const { copies, n } = original;
    const on = count(original.shared.length, 'column');
    yield {
      ...rowsOf(copies),
      message: say`${count(copies.rows, 'row')} (${percent(copies.rows / n)}) are rows of ${name(original.name)}, on all ${on} both have: these people are not synthetic`,
      facts: told({ rows: copies.rows, n, columns: original.shared.length, original: original.name }),
      mirror: [...privacy.node, 'identifiability'],
      fix: { title: say`Delete the rows that are copies`, safety: 'unsafe', change: { do: 'delete-row' } },
    };
  },
});
