import { told } from '../../../core/facts.ts';
import { count, name, number, percent, say } from '../../../core/message.ts';
import type { Related } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import type { Overlap } from '../../../core/texts.ts';
import { fileNameOf } from '../../../util/uri.ts';

export default defineRule({
  id: 'evaluation-text-in-training',
  scope: 'table',
  summary: 'Examples hold texts that a model is to be evaluated on',
  severity: 'error',
  dimension: 'accuracy',
  since: 'next',
  needs: ['evaluation'],
  options: {
    least: { default: 0.5, description: 'Share of the runs of words of a text for evaluation, from 0 to 1, that an example must hold.' },
  },

  *check({ table: { overlaps }, options }) {
    const found = overlaps?.sharing(options.least) ?? [];
    const [first] = found;
    if (!overlaps || !first) return;
    const { of: { uri, row }, share } = found.reduce((a, b) => (b.share > a.share ? b : a));
    const { words, characters, examples, texts } = overlaps;
    const runs = say`runs of ${words} words or ${characters} Chinese characters; ${count(texts, 'text')} compared`;
    yield {
      place: { at: 'file' },
      places: found.slice(0, SHOWN).map(({ place }) => place),
      total: found.length,
      message: say`${number(found.length)} of ${number(examples)} examples hold texts for evaluation, one of them ${percent(share)} of row ${row} of ${name(fileNameOf(uri))} (${runs})`,
      facts: told({ count: found.length, n: examples, threshold: options.least }),
      related: found.slice(0, RELATED).map(relatedOf),
    };
  },
});

const SHOWN = 1000;
const RELATED = 20;

const relatedOf = ({ of: { uri, row, range }, share, row: held }: Overlap): Related =>
  ({ place: { at: 'file' }, elsewhere: { uri, range }, message: say`Row ${row} for evaluation, ${percent(share)} of it in row ${held + 1} here` });
