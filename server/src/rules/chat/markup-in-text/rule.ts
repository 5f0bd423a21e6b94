import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { residueOf } from '../../../util/chat/met.ts';

export default defineRule({
  id: 'markup-in-text',
  scope: 'table',
  summary: 'A text holds several tags or character references of a web page',
  severity: 'information',
  dimension: 'accuracy',
  since: 'next',
  needs: ['chat'],
  options: {
    usual: { default: 0.2, description: 'Share of the examples, from 0 to 1, from which on the file is taken for one of web pages and this is only mentioned.' },
  },

  *check({ table: { chat }, options }) {
    const met = residueOf(chat, 'markup', options.usual);
    if (!met) return;
    const { offence, n, found, isUsual } = met;
    yield {
      ...placesOfOffence(offence),
      message: isUsual
        ? say`${percent(offence.records / n)} of the examples hold tags or references of web pages: ${found}`
        : say`Texts hold tags or references of web pages, three or more each, ${count(offence.count, 'text')} in ${n} examples: ${found}`,
      facts: told({ count: offence.count, n }),
    };
  },
});
