import { told } from '../../../core/facts.ts';
import { count, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'constant-column',
  scope: 'column',
  summary: 'A column has the same value in every row',
  severity: 'warning',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: { least: { default: 20, description: 'Columns of fewer rows are not judged.' } },

  *check({ column, ml, options }) {
    const { cells, missing, distinct } = column.summary;
    const [only] = column.values;
    if (cells < options.least || missing > 0 || !distinct.exact || distinct.count !== 1 || !only || ml?.ignore?.includes(column.name)) return;
    yield {
      place: { at: 'header', column: column.index },
      // Whether that is a fault is known only once it is known what should be learnt.
      severity: ml?.target === undefined ? 'information' : 'warning',
      message: say`${column} is ${value(only.text, column.index)} in all ${count(cells, 'row')}`,
      facts: told({ n: cells }),
    };
  },
});
