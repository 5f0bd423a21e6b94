import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unmatched-tool-call',
  scope: 'table',
  summary: 'A call of a tool has no result, or a result no call',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    for (const offence of chat?.offences('unmatched-tool-call') ?? []) {
      const records = count(offence.records, 'conversation');
      const n = chat?.examples ?? 0;
      yield {
        ...placesOfOffence(offence),
        message: offence.detail === 'result'
          ? say`The call of a tool has no result in ${records} of ${n}`
          : say`The result of a tool answers no call in ${records} of ${n}`,
        facts: told({ records: offence.records, n }),
      };
    }
  },
});
