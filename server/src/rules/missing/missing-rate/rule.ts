import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'missing-rate',
  scope: 'column',
  summary: 'Much of a column is missing',
  severity: 'information',
  since: '0.1.0',
  needs: ['counts'],
  options: {
    most: { default: 0.3, description: 'Share of missing cells, from 0 to 1, above which a column is reported.' },
    least: { default: 20, description: 'Columns of fewer rows are not judged.' },
  },

  *check({ column, options }) {
    const { cells, missing } = column.summary;
    const share = missing / cells;
    if (cells < options.least || share <= options.most) return;
    const empty = missing === cells;
    yield {
      place: { at: 'header', column: column.index },
      severity: empty ? 'warning' : 'information',
      message: empty
        ? say`${column} is missing in all ${count(cells, 'row')}`
        : say`${column} is missing in ${missing} of ${count(cells, 'row')} (${percent(share)})`,
      facts: { missing, n: cells, share, threshold: options.most },
    };
  },
});
