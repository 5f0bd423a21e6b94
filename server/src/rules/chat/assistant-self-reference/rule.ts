import { placesOfOffence, together } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, list, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'assistant-self-reference',
  scope: 'table',
  summary: 'An answer speaks of itself as a language model',
  severity: 'information',
  dimension: 'accuracy',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    const offence = together(chat, 'assistant-phrase');
    if (!chat || !offence) return;
    const n = chat.examples;
    const found = list(offence.details.map(detail => value(detail, -1)));
    yield {
      ...placesOfOffence(offence),
      message: say`Answers say what another model says of itself, ${count(offence.count, 'place')} in ${n} examples: ${found}`,
      facts: told({ count: offence.count, n }),
    };
  },
});
