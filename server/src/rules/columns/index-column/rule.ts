import { told } from '../../../core/facts.ts';
import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { isRunningNumber } from '../../../util/runningNumber.ts';

export default defineRule({
  id: 'index-column',
  scope: 'table',
  summary: 'A column holds row numbers that a program left behind',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['numbers', 'distinct'],
  options: {},

  *check({ table }) {
    if (!table.reading.hasHeader) return;
    for (const column of table.columns) {
      const unnamed = column.name.trim() === '' && column.index === 0;
      if (!(unnamed || LEFT_BEHIND.test(column.name.trim())) || !isRunningNumber(column, table.records)) continue;
      yield {
        place: { at: 'header', column: column.index },
        message: unnamed
          ? say`The first column has no name and counts the rows: it is the index of a data frame, which a model would take for a feature`
          : say`${column} counts the rows: it is the index of a data frame, which a model would take for a feature`,
        facts: told({ n: table.records }),
      };
    }
  },
});

/** Names that pandas, polars and R give of themselves. */
const LEFT_BEHIND = /^(?:Unnamed: \d+(?:\.\d+)*|level_\d+|index|row_nr|rownames?|\.\.\.1|X\.?1?)$/;
