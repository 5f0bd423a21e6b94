import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { outsideOfCutRows, problemsOf } from '../../../core/structure.ts';

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
    // Whether a quote closes the cell beyond what is read of a row is not known.
    yield* problemsOf(outsideOfCutRows(facts), 'unclosed-quote', ({ place }) => ({ place, message: say`No quote closes the cell that this one opens; it is read up to the next delimiter` }));
  },
});
