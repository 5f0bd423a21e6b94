import { placesOfOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'answer-in-other-language',
  scope: 'table',
  summary: 'A few questions are answered in another language',
  severity: 'hint',
  dimension: 'consistency',
  since: 'next',
  needs: ['chat'],
  options: {
    most: { default: 0.05, description: 'Share of the examples, from 0 to 1, above which to translate is what they are for.' },
    least: { default: 20, description: 'Fewer examples are not judged.' },
  },

  *check({ table: { chat }, options }) {
    const n = chat?.examples ?? 0;
    if (!chat || n < options.least || chat.recordsWith('other-language') > options.most * n) return;
    for (const offence of chat.offences('other-language')) {
      const rows = count(offence.count, 'row');
      yield {
        ...placesOfOffence(offence),
        message: offence.detail === 'latin'
          ? say`Questions in Chinese are answered without a Chinese character in ${rows} of ${n}`
          : say`Questions without a Chinese character are answered in Chinese in ${rows} of ${n}`,
        facts: told({ count: offence.count, n }),
      };
    }
  },
});
