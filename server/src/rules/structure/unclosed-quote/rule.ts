import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'unclosed-quote',
  scope: 'document',
  summary: 'A quote opens a cell and nothing closes it',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'unclosed-quote', ({ place }) => ({ place, message: say`No quote closes the cell that this one opens; it is read up to the next delimiter` }));
  },
});
