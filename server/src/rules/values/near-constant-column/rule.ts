import { knowsAllValues, present } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'near-constant-column',
  scope: 'column',
  summary: 'A column has the same value in nearly every row',
  severity: 'information',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    share: { default: 0.95, description: 'Share of the commonest value, from 0 to 1, from which on a feature is reported.' },
    least: { default: 100, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const [usual] = column.values;
    const n = present(column);
    if (!usual || n < options.least || !knowsAllValues(column.summary) || column.summary.distinct.count < 2 || !isFeature(column.name, ml)) return;
    const share = usual.count / n;
    if (share < options.share) return;
    const often = say`${usual.count} of ${count(n, 'value')} (${percent(share)})`;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is ${value(usual.text, column.index)} in ${often}, so a model can learn little from it`,
      facts: told({ n, share, threshold: options.share }),
    };
  },
});
