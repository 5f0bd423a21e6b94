import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'empty-dataset',
  scope: 'document',
  summary: 'The file holds no rows',
  severity: 'warning',
  dimension: 'completeness',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'empty-file', ({ place }) => ({ place, message: say`The file is empty` }));
    yield* problemsOf(facts, 'no-rows', ({ place }) => ({ place, message: say`The file has a header and no rows` }));
  },
});
