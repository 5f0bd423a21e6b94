import { FEWEST_LETTERS, placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'signs-for-words',
  scope: 'table',
  summary: 'A text is made of signs more than of letters',
  severity: 'hint',
  dimension: 'accuracy',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    const n = chat?.examples ?? 0;
    for (const offence of chat?.offences('symbols') ?? []) {
      yield {
        ...placesOfOffence(offence),
        message: say`Less than ${percent(FEWEST_LETTERS)} of what can be seen are letters or digits in ${count(offence.count, 'text')} of ${n} examples`,
        facts: told({ count: offence.count, n }),
      };
    }
  },
});
