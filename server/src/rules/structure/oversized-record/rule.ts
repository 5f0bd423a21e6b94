import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'oversized-record',
  scope: 'document',
  summary: 'A row is longer than 8 MiB and is checked only in part',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'oversized-record', ({ place }) => ({ place, message: say`This row is longer than 8 MiB; what comes after that is not checked` }));
  },
});
