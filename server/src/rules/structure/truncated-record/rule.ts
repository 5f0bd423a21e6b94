import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { brokenOff } from '../../../core/structure.ts';

export default defineRule({
  id: 'truncated-record',
  scope: 'document',
  summary: 'The file breaks off in its last row',
  severity: 'error',
  dimension: 'completeness',
  since: '0.1.0',
  givesWay: 'structure',
  needs: [],
  options: {},

  *check({ facts }) {
    const last = brokenOff(facts);
    if (!last) return;
    const { cells = 0, expected = 0 } = last.numbers;
    yield {
      place: last.place,
      message: say`The file ends here, without a line end and after ${count(cells, 'cell')} of ${expected}: what should follow is missing`,
      facts: told({ cells, expected }),
    };
  },
});
