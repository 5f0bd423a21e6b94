import { placesOfOffence, together } from '../../../core/chat.ts';
import { count, list, percent, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

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
    const offence = together(chat, 'markup');
    if (!chat || !offence) return;
    const n = chat.examples;
    const found = list(offence.details.map(detail => value(detail, -1)));
    const isUsual = offence.records >= options.usual * n && n >= FEWEST;
    yield {
      ...placesOfOffence(offence),
      severity: isUsual ? 'information' : 'information',
      message: isUsual
        ? say`${percent(offence.records / n)} of the examples hold tags or references of web pages: ${found}`
        : say`Texts hold tags or references of web pages, three or more each, ${count(offence.count, 'text')} in ${n} examples: ${found}`,
      facts: { count: offence.count, n },
    };
  },
});

/** In fewer examples a share says nothing. */
const FEWEST = 10;
