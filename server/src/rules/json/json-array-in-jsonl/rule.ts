import { told } from '../../../core/facts.ts';
import { say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { CONTAINERS, problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'json-array-in-jsonl',
  scope: 'document',
  summary: 'A file of JSON Lines holds one array, or records over several lines',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, records }) {
    yield* problemsOf(facts, 'wrong-container', ({ place, numbers: { container = 0 } }) => ({
      place,
      message: CONTAINERS[container] === 'array'
        ? say`The file is one array of ${records} records, and its name promises one record a line; name it .json, or write the records out: jq -c '.[]'`
        : say`Records go over several lines, and the name of the file promises one record a line; write each on one line: jq -c .`,
      facts: told({ n: records }),
    }));
  },
});
