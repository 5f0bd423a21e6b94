import { told } from '../../../core/facts.ts';
import { count, list, name, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'listed-word',
  scope: 'table',
  summary: 'Texts hold words of a list that somebody made',
  severity: 'information',
  dimension: 'validity',
  since: 'next',
  needs: ['listed-words'],
  options: {
    share: { default: 0, description: 'Share of the records, from 0 to 1, above which words of a list are reported.' },
  },

  *check({ table: { listedWords = [] }, options }) {
    for (const { list: of, count: times, records, examples, words, places } of listedWords) {
      const [first, ...others] = places;
      if (!first || records <= options.share * examples) continue;
      const named = list(words.slice(0, NAMED).map(({ word }) => name(word)));
      yield {
        place: { at: 'file' },
        places: [first, ...others],
        total: times,
        message: say`Words of the list ${name(of)} stand in ${percent(records / examples)} of the records, ${count(times, 'place')}: ${named}`,
        facts: told({ count: times, n: examples, threshold: options.share }),
      };
    }
  },
});

/** Words a message names. */
const NAMED = 5;
