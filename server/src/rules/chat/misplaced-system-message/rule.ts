import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'misplaced-system-message',
  scope: 'table',
  summary: 'A system message stands in the middle of a conversation',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    for (const offence of chat?.offences('misplaced-system') ?? []) {
      yield {
        ...placesOfOffence(offence),
        message: say`A system message stands behind other turns in ${count(offence.records, 'conversation')} of ${chat?.examples ?? 0}; chat templates expect it first`,
        facts: told({ records: offence.records, n: chat?.examples ?? 0 }),
      };
    }
  },
});
