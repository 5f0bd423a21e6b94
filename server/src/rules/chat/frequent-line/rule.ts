import { told } from '../../../core/facts.ts';
import { list, number, percent, say, value } from '../../../core/message.ts';
import { comparePlaces } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'frequent-line',
  scope: 'table',
  summary: 'The same line stands in many answers or documents',
  severity: 'information',
  dimension: 'diversity',
  since: 'next',
  needs: ['chat'],
  options: {
    share: { default: 0.05, description: 'Share of the examples, from 0 to 1, from which on a line they have in common is reported.' },
    least: { default: 100, description: 'Fewer examples are not judged.' },
  },

  *check({ table: { chat, columns }, options }) {
    const sampled = chat?.frequentLines(Infinity).records ?? 0;
    if (!chat || sampled < options.least) return;
    const { lines } = chat.frequentLines(Math.ceil(options.share * sampled));
    const [first] = lines;
    const [place, ...others] = lines.flatMap(({ places }) => places).sort(comparePlaces);
    if (!first || !place) return;
    const column = columns['column' in place ? place.column : 0]?.index ?? -1;
    const shown = list(lines.slice(0, NAMED).map(({ text }) => value(text, column)));
    yield {
      place: { at: 'file' },
      places: [place, ...others],
      message: say`The same lines stand in up to ${percent(first.count / sampled)} of the ${number(sampled)} examples looked at: ${shown}`,
      facts: told({ count: first.count, n: sampled, threshold: options.share }),
    };
  },
});

/** Lines a message quotes. */
const NAMED = 3;
