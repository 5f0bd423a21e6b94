import { told } from '../../../core/facts.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf } from '../../../core/structure.ts';

export default defineRule({
  id: 'oversized-document',
  scope: 'document',
  summary: 'A JSON document is too big to be read as a whole',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'oversized-document', ({ place, numbers: { most = 0 } }) => ({
      place,
      message: say`The document has more than ${number(most / 2 ** 20)} MiB and is not checked; write one record a line and name it .jsonl: jq -c '.[]'`,
      facts: told({ threshold: most }),
    }));
  },
});
