import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'total-row',
  scope: 'document',
  summary: 'The last row sums up the others',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const { places: [place] } of groupsOf(facts, 'total-row')) {
      yield {
        place,
        message: say`This row sums up those above it; read as data it counts everything twice`,
        fix: { title: say`Delete the row of totals`, safety: 'unsafe', change: { do: 'delete-row' } },
      };
    }
  },
});
