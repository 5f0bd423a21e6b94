import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, name, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { isUsualIn } from '../../../util/chat/met.ts';

export default defineRule({
  id: 'unanswered-conversation',
  scope: 'table',
  summary: 'A conversation does not end with an answer of the assistant',
  severity: 'warning',
  dimension: 'completeness',
  since: 'next',
  needs: ['chat'],
  options: {
    usual: { default: 0.5, description: 'Share of the conversations, from 0 to 1, from which on the file is taken for one of prompts and this is only mentioned.' },
  },

  *check({ table: { chat }, options }) {
    for (const offence of chat?.offences('unanswered') ?? []) {
      const n = chat?.examples ?? 0;
      const isUsual = isUsualIn(offence, n, options.usual);
      yield {
        ...placesOfOffence(offence),
        severity: isUsual ? 'information' : 'warning',
        message: isUsual
          ? say`The last turn is of ${name(offence.detail)} in ${percent(offence.records / n)} of the conversations: nothing in it is learnt`
          : say`The last turn is of ${name(offence.detail)} in ${count(offence.records, 'conversation')} of ${n}: nothing in it is learnt`,
        facts: told({ records: offence.records, n }),
      };
    }
  },
});
