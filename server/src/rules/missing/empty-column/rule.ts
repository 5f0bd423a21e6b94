import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'empty-column',
  scope: 'column',
  summary: 'A column has no value in any row',
  severity: 'warning',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts'],
  options: { least: { default: 5, description: 'Columns of fewer rows are not judged.' } },

  *check({ column, options }) {
    const { cells, missing } = column.summary;
    // What a damaged file does not give away may be there.
    if (cells < options.least || missing < cells || column.unread !== undefined) return;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is missing in all ${count(cells, 'row')}`,
      facts: told({ n: cells }),
    };
  },
});
