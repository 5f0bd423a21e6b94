import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'broken-gzip',
  scope: 'document',
  summary: 'A gzip file is cut short or damaged',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'broken-gzip', ({ place, numbers: { records = 0 } }) => ({
      place,
      message: say`The gzip file is cut short or damaged: ${count(records, 'row')} could be unpacked and checked, the last one perhaps in part. Fetch or pack the file again`,
      facts: told({ records }),
    }));
  },
});
