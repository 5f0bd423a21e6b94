import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'too-many-columns',
  scope: 'table',
  summary: 'The table has more columns than most programs take',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: { most: { default: 1000, description: 'Columns a table may have.' } },

  *check({ table, options }) {
    const columns = table.columns.length;
    if (columns <= options.most) return;
    yield {
      place: { at: 'file' },
      message: say`The table has ${count(columns, 'column')}, more than ${number(options.most)}; databases and previews of data hubs do not take as many`,
      facts: told({ columns, threshold: options.most }),
    };
  },
});
