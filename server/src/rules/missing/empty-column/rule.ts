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
    if (cells < options.least || missing < cells) return;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is missing in all ${count(cells, 'row')}`,
      facts: { n: cells },
    };
  },
});
