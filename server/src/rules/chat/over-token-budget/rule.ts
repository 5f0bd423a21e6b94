import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import type { Place } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'over-token-budget',
  scope: 'table',
  summary: 'Examples have more tokens than a model is trained with',
  severity: 'information',
  dimension: 'validity',
  since: 'next',
  needs: ['chat'],
  options: { most: { default: 4096, description: 'Tokens of an example, as estimated, that are still in the budget.' } },

  *check({ table: { chat }, options }) {
    const over = chat?.longer(options.most);
    if (!chat || !over || over.count === 0) return;
    const { total, longest } = chat.tokens;
    const [rows, most] = [count(over.count, 'row'), count(options.most, 'token')];
    yield {
      place: { at: 'file' },
      places: over.rows.map((row): Place => ({ at: 'row', row })),
      total: over.count,
      message: say`${rows} of ${chat.examples} have more than ${most}, the longest about ${number(longest)} (an estimate by kinds of characters); they would be cut`,
      facts: told({ longest, total, threshold: options.most, n: chat.examples }),
    };
  },
});
