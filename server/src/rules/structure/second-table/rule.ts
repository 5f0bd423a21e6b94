import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'second-table',
  scope: 'document',
  summary: 'Another table begins below the first',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const { places: [place] } of groupsOf(facts, 'second-table')) {
      yield { place, message: say`Another table begins here; only the one above it is checked, and most readers take both for one` };
    }
  },
});
