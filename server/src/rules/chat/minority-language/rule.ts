import { told } from '../../../core/facts.ts';
import { list, name, number, percent, say } from '../../../core/message.ts';
import { comparePlaces } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'minority-language',
  scope: 'table',
  summary: 'A few texts are in another language than nearly all others',
  severity: 'information',
  dimension: 'consistency',
  since: 'next',
  needs: ['chat'],
  options: {
    most: { default: 0.05, description: 'Share of the texts, from 0 to 1, up to which a language is one of few.' },
    least: { default: 0.8, description: 'Share of the texts, from 0 to 1, that the usual language has at least.' },
    texts: { default: 50, description: 'Fewer texts are not judged.' },
  },

  *check({ table: { chat }, options }) {
    const { found = [], texts = 0 } = chat?.languages ?? {};
    const [usual, ...others] = found;
    if (!usual || texts < options.texts || usual.count < options.least * texts) return;
    // Chinese that shows neither kind of characters may be of either.
    const few = others.filter(({ language, count }) => count <= options.most * texts && !isUndecided(language, usual.language));
    const [place, ...places] = few.flatMap(one => one.places).sort(comparePlaces);
    if (!place) return;
    const total = few.reduce((sum, { count }) => sum + count, 0);
    const named = list(few.slice(0, NAMED).map(({ language }) => name(language)));
    yield {
      place: { at: 'file' },
      places: [place, ...places],
      total,
      message: say`${number(total)} of ${number(texts)} texts looked at are in ${named}, ${percent(usual.count / texts)} in ${name(usual.language)}`,
      facts: told({ count: total, n: texts, threshold: options.most }),
    };
  },
});

/** Languages a message names. */
const NAMED = 5;

const isUndecided = (language: string, usual: string): boolean => language === 'zh' && usual.startsWith('zh-') || usual === 'zh' && language.startsWith('zh-');
