import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { rowsOf } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'homogeneous-class',
  scope: 'resource',
  summary: 'All rows of a class have one sensitive value, so that finding the class is enough to learn it',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['classes', 'distinct'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const classes = risk?.classes();
    // Where rows are alone in their class they give everything away, and other rules say so.
    if (!risk || !privacy || !classes || classes.k < 2) return;
    const promised = privacy.guarantees?.lDiversity?.map(({ sensitive }) => sensitive) ?? [];
    for (const column of risk.sensitive) {
      const revealing = column.summary.distinct.count > 1 && !promised.includes(column.name) ? classes.measure({ is: 'distinct' }, column)?.beyond(2) : undefined;
      if (!revealing || revealing.classes === 0) continue;
      yield {
        ...rowsOf(revealing),
        message: say`In ${number(revealing.classes)} of ${count(classes.count, 'class')} all rows have one value of ${column} (${count(revealing.rows, 'row')}): who finds the class learns it`,
        facts: told({ classes: revealing.classes, of: classes.count, rows: revealing.rows, n: classes.rows, columnName: column.name }),
      };
    }
  },
});
