import { MOST_REPEATED, placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'repetitive-text',
  scope: 'table',
  summary: 'A text says the same again and again',
  severity: 'hint',
  dimension: 'accuracy',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    const n = chat?.examples ?? 0;
    for (const offence of chat?.offences('repetition') ?? []) {
      yield {
        ...placesOfOffence(offence),
        message: say`More than ${percent(MOST_REPEATED)} of the passages occurred before in the same text, in ${count(offence.count, 'text')} of ${n} examples`,
        facts: told({ count: offence.count, n }),
      };
    }
  },
});
