import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'column-limit',
  scope: 'document',
  summary: 'Records have more keys than are read as columns',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'column-limit', ({ place, numbers: { most = 0 } }) => ({
      place,
      message: say`Records have more than ${count(most, 'column')} in all; those met after that are not checked. Keys that are data belong into a list of names and values`,
      facts: told({ threshold: most }),
    }));
  },
});
