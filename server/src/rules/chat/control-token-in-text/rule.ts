import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { residueOf } from '../../../util/chat/met.ts';

export default defineRule({
  id: 'control-token-in-text',
  scope: 'table',
  summary: 'A text holds a control token of a chat template',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['chat'],
  options: {
    usual: { default: 0.2, description: 'Share of the examples, from 0 to 1, from which on the file is taken for rendered by a template and this is only mentioned.' },
  },

  *check({ table: { chat }, options }) {
    const met = residueOf(chat, 'control-token', options.usual);
    if (!met) return;
    const { offence, n, found, isUsual } = met;
    yield {
      ...placesOfOffence(offence),
      severity: isUsual ? 'information' : 'warning',
      message: isUsual
        ? say`${percent(offence.records / n)} of the examples were put through a chat template already and hold its tokens: ${found}`
        : say`Texts hold control tokens of chat templates, ${count(offence.count, 'place')} in ${n} examples: ${found}`,
      facts: told({ count: offence.count, n }),
    };
  },
});
