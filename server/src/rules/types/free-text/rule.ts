import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import type { MlDescription } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { isProse, measureProse } from '../../../util/freeText/prose.ts';

export default defineRule({
  id: 'free-text',
  scope: 'column',
  summary: 'A feature is free text, which a model cannot take as it is',
  severity: 'hint',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'distinct', 'values'],
  options: {
    length: { default: 30, description: 'Mean length in characters from which on texts count as free; a third of it for scripts without blanks.' },
    distinct: { default: 20, description: 'Columns with no more distinct texts are categories.' },
  },

  *check({ column, options, ml }) {
    const { classes, distinct } = column.summary;
    const n = present(column);
    if (!isFeature(column, ml) || distinct.count <= options.distinct || classes.text < n * MOSTLY || 2 * distinct.count < n) return;
    const texts = column.values.filter(one => one.class === 'text').map(({ text }) => text);
    if (!isProse(texts, options.length)) return;
    const { mean } = measureProse(texts);
    const length = number(Math.round(mean));
    const values = count(distinct.count, 'value');
    yield {
      place: { at: 'header', column: column.index },
      message: say`${column} is free text of ${length} characters on average (${values} are distinct): it needs a tokenizer or an embedding`,
      facts: told({ n, meanLength: mean, threshold: options.length }),
    };
  },
});

const MOSTLY = 0.9;

/** A column a model is to learn from: it is named, or it is neither the target nor set aside. */
function isFeature({ name }: Column, ml: MlDescription | undefined): boolean {
  if (!ml?.target || ml.target === name || ml.ignore?.includes(name) || ml.group === name || ml.time === name) return false;
  return ml.features === undefined || ml.features.includes(name);
}
