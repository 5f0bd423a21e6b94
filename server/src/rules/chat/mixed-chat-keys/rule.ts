import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'mixed-chat-keys',
  scope: 'table',
  summary: 'Some turns are written with other keys than those of the rest of the file',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    for (const offence of chat?.offences('other-keys') ?? []) {
      const [own, usual] = offence.detail === 'from' ? ['from', 'role'] : ['role', 'from'];
      const conversations = count(offence.records, 'conversation');
      yield {
        ...placesOfOffence(offence),
        message: say`Turns of ${conversations} of ${chat?.examples ?? 0} are told by the key ${name(own)}, those of the others by ${name(usual)}`,
        facts: told({ records: offence.records, n: chat?.examples ?? 0 }),
      };
    }
  },
});
