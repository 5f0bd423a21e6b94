import type { Column } from '../../../core/column.ts';
import { name, say } from '../../../core/message.ts';
import type { Fix } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'blank-header',
  scope: 'table',
  summary: 'A column has no name',
  severity: 'error',
  dimension: 'completeness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ table }) {
    if (!table.reading.hasHeader) return;
    const taken = new Set(table.columns.map(column => column.name));
    for (const column of table.columns) {
      if (column.name.trim() !== '') continue;
      yield {
        place: { at: 'header', column: column.index },
        // The row numbers that pandas and R write come without a name; the rest of such a file is fine.
        severity: column.index === 0 ? 'warning' : 'error',
        message: say`Column ${column.index + 1} has no name`,
        facts: { column: column.index + 1 },
        fix: naming(column, taken),
      };
    }
  },
});

function naming(column: Column, taken: ReadonlySet<string>): Fix {
  let to = `column_${column.index + 1}`;
  while (taken.has(to)) to += '_';
  return { title: say`Name it ${name(to)}`, safety: 'unsafe', change: { do: 'rename-header', to } };
}
