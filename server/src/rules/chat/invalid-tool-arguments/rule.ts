import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'invalid-tool-arguments',
  scope: 'table',
  summary: 'The arguments of a call of a tool are no JSON',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    for (const offence of chat?.offences('invalid-arguments') ?? []) {
      yield {
        ...placesOfOffence(offence),
        message: say`The arguments of a call are no JSON in ${count(offence.records, 'conversation')} of ${chat?.examples ?? 0}`,
        facts: told({ records: offence.records, n: chat?.examples ?? 0 }),
      };
    }
  },
});
