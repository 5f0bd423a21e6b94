import { told } from '../../../core/facts.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'deep-nesting',
  scope: 'document',
  summary: 'Values lie within each other deeper than common readers go',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'deep-nesting', ({ place, numbers: { depth = 0 } }) => ({
      place,
      message: say`Brackets lie ${depth} deep within each other here; common readers stop after ${number(COMMON)} levels`,
      facts: told({ depth, threshold: COMMON }),
    }));
  },
});

/** Where serde_json stops; Python goes to a thousand or so. */
const COMMON = 128;
