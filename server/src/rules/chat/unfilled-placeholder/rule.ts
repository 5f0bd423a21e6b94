import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { residueOf } from '../../../util/chat/met.ts';

export default defineRule({
  id: 'unfilled-placeholder',
  scope: 'table',
  summary: 'A text holds a placeholder of a template that nothing was put in place of',
  severity: 'warning',
  dimension: 'accuracy',
  since: 'next',
  needs: ['chat'],
  options: {
    usual: { default: 0.2, description: 'Share of the examples, from 0 to 1, from which on the file is taken for one of templates and this is only mentioned.' },
  },

  *check({ table: { chat }, options }) {
    const met = residueOf(chat, 'placeholder', options.usual);
    if (!met) return;
    const { offence, n, found, isUsual } = met;
    yield {
      ...placesOfOffence(offence),
      severity: isUsual ? 'information' : 'warning',
      message: isUsual
        ? say`${percent(offence.records / n)} of the examples hold placeholders, as templates do: ${found}`
        : say`Texts hold placeholders that were not filled, ${count(offence.count, 'place')} in ${n} examples: ${found}`,
      facts: told({ count: offence.count, n }),
    };
  },
});
