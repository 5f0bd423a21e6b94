import { told } from '../../../core/facts.ts';
import { count, matched, percent, say } from '../../../core/message.ts';
import { isMissing } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';

export default defineRule({
  id: 'missing-target',
  scope: 'column',
  summary: 'Rows lack the value that is to be learnt',
  severity: 'error',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts'],
  options: { most: { default: 0.2, description: 'Share of rows without a target, from 0 to 1, above which the data counts as partly labelled and the finding is information.' } },

  *check({ column, ml, options }) {
    const { cells, missing } = column.summary;
    if (missing === 0 || roleAsTarget(column, ml) !== 'declared') return;
    const share = missing / cells;
    yield {
      place: { at: 'header', column: column.index },
      cells: isMissing(),
      severity: share > options.most ? 'information' : 'error',
      message: say`The target ${column} is missing in ${matched('row')} of ${count(cells, 'row')} (${percent(share)})`,
      facts: told({ missing, n: cells, threshold: options.most }),
    };
  },
});
