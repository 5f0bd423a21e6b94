import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, name, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { isUsualIn } from '../../../util/chat/met.ts';

export default defineRule({
  id: 'repeated-speaker',
  scope: 'table',
  summary: 'The user or the assistant has two turns in a row',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['chat'],
  options: {
    usual: { default: 0.2, description: 'Share of the conversations, from 0 to 1, from which on this is how the file was made and only mentioned.' },
  },

  *check({ table: { chat }, options }) {
    for (const offence of chat?.offences('repeated-speaker') ?? []) {
      const n = chat?.examples ?? 0;
      const isUsual = isUsualIn(offence, n, options.usual);
      yield {
        ...placesOfOffence(offence),
        severity: isUsual ? 'information' : 'warning',
        message: isUsual
          ? say`Two turns of ${name(offence.detail)} follow each other in ${percent(offence.records / n)} of the conversations; many chat templates refuse that`
          : say`Two turns of ${name(offence.detail)} follow each other in ${count(offence.records, 'conversation')} of ${n}; many chat templates refuse that`,
        facts: told({ records: offence.records, n }),
      };
    }
  },
});
