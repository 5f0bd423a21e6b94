import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'column-count-mismatch',
  scope: 'resource',
  summary: 'A table has another number of columns than its description says',
  severity: 'error',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts'],
  options: {},

  *check({ resource: { columns }, table }) {
    const found = table.columns.length;
    if (!columns || columns.value === found) return;
    yield {
      place: { at: 'file' },
      message: say`The table is of ${count(found, 'column')}, the description says ${columns.value}`,
      facts: told({ columns: found, declared: columns.value }),
      mirror: columns.node,
    };
  },
});
