import { present } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'zero-inflated-column',
  scope: 'column',
  summary: 'Most numbers of a feature are zero',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['numbers', 'distinct'],
  options: {
    most: { default: 0.5, description: 'Share of zeros, from 0 to 1, above which a feature is reported.' },
    least: { default: 50, description: 'Columns with fewer numbers are not judged.' },
  },

  *check({ column, ml, options }) {
    const { numbers, distinct } = column.summary;
    if (!numbers || numbers.count < options.least || numbers.count < present(column) * NUMERIC || !isFeature(column.name, ml)) return;
    const share = numbers.zero / numbers.count;
    if (share <= options.most || distinct.count < FEW) return;
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is zero in ${numbers.zero} of ${count(numbers.count, 'value')} (${percent(share)}), and something else in the rest`,
      facts: told({ zero: numbers.zero, n: numbers.count, threshold: options.most }),
    };
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;
/** Fewer values are flags and codes. */
const FEW = 10;
