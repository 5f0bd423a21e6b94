import { placesOfOffence, together } from '../../../core/chat.ts';
import { count, list, percent, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

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
    const offence = together(chat, 'control-token');
    if (!chat || !offence) return;
    const n = chat.examples;
    const found = list(offence.details.map(detail => value(detail, -1)));
    const isUsual = offence.records >= options.usual * n && n >= FEWEST;
    yield {
      ...placesOfOffence(offence),
      severity: isUsual ? 'information' : 'warning',
      message: isUsual
        ? say`${percent(offence.records / n)} of the examples were put through a chat template already and hold its tokens: ${found}`
        : say`Texts hold control tokens of chat templates, ${count(offence.count, 'place')} in ${n} examples: ${found}`,
      facts: { count: offence.count, n },
    };
  },
});

/** In fewer examples a share says nothing. */
const FEWEST = 10;
