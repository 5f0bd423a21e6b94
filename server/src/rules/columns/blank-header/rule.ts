import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import type { Fix } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { isRunningNumber } from '../../../util/runningNumber.ts';

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
    const hollow = table.columns.filter(isHollow);
    const [first] = hollow;
    if (first) {
      yield {
        place: { at: 'header', column: first.index },
        severity: 'warning',
        message: say`Neither a name nor a value in ${count(hollow.length, 'column')}: lines begin or end with delimiters too many`,
        facts: told({ columns: hollow.length }),
      };
    }
    for (const column of table.columns) {
      if (column.name.trim() !== '' || isHollow(column)) continue;
      // The rule index-column tells of row numbers that a data frame left behind.
      if (column.index === 0 && isRunningNumber(column, table.records)) continue;
      yield {
        place: { at: 'header', column: column.index },
        // The row numbers that pandas and R write come without a name; the rest of such a file is fine.
        severity: column.index === 0 ? 'warning' : 'error',
        message: say`Column ${column.index + 1} has no name`,
        facts: told({ column: column.index + 1 }),
        fix: naming(column, taken),
      };
    }
  },
});

/** What a delimiter too many leaves, or a spreadsheet whose cells were used and cleared. */
const isHollow = ({ name: text, summary }: Column): boolean => text.trim() === '' && summary.cells > 0 && summary.missing === summary.cells;

function naming(column: Column, taken: ReadonlySet<string>): Fix {
  let to = `column_${column.index + 1}`;
  while (taken.has(to)) to += '_';
  return { title: say`Name it ${name(to)}`, safety: 'unsafe', change: { do: 'rename-header', to } };
}
