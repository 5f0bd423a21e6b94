import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'revealing-mask',
  scope: 'column',
  summary: 'A mask leaves so much that every value is still its own',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['counts', 'distinct'],
  options: {
    most: { default: 0.5, description: 'Largest share of different values among the masked ones that is not reported.' },
    least: { default: 50, description: 'Report from this many values on.' },
  },

  *check({ column, options }) {
    if (column.field?.privacy?.transform?.technique !== 'masking') return;
    const cells = present(column);
    const distinct = column.summary.distinct.count;
    if (cells < options.least || distinct / cells <= options.most) return;
    // The number of many different values is an estimate.
    const different = Math.min(distinct, cells);
    const [values, all] = [count(different, 'value'), count(cells, 'cell')];
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is masked, and there are still ${values} among ${all} (${percent(different / cells)}): most tell one row from all others`,
      facts: told({ share: different / cells, threshold: options.most, n: cells }),
      mirror: [...column.field.privacy.node, 'transform', 'technique'],
    };
  },
});
