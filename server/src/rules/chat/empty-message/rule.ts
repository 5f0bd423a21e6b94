import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'empty-message',
  scope: 'table',
  summary: 'A message, prompt or answer is empty',
  severity: 'warning',
  dimension: 'completeness',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    // Saying nothing to the system is how many files say that there is nothing to say.
    const silent = new Set(chat?.roles.flatMap(role => (role.speaker === 'system' ? [role.name] : [])));
    for (const offence of chat?.offences('empty-text') ?? []) {
      if (silent.has(offence.detail)) continue;
      yield {
        ...placesOfOffence(offence),
        message: say`What ${name(offence.detail)} says is empty in ${count(offence.records, 'row')} of ${chat?.examples ?? 0}`,
        facts: told({ records: offence.records, n: chat?.examples ?? 0 }),
      };
    }
  },
});
