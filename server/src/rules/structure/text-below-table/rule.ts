import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'text-below-table',
  scope: 'document',
  summary: 'Notes stand below the last row',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const { places: [place] } of groupsOf(facts, 'footer')) {
      yield {
        place,
        message: say`The table ends above this line; what follows are notes, which most readers take for rows`,
        fix: { title: say`Delete everything below the table`, safety: 'unsafe', change: { do: 'delete-row' } },
      };
    }
  },
});
