import { knowsAllValues, present } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, list, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'rare-category',
  scope: 'column',
  summary: 'A category of a feature occurs once or twice',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    most: { default: 2, description: 'How often a category may occur that counts as rare.' },
    classes: { default: 50, description: 'Columns with more distinct values are the matter of high-cardinality.' },
    least: { default: 200, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const { summary, values, index } = column;
    const n = present(column);
    const few = knowsAllValues(summary) && summary.distinct.count <= options.classes && summary.classes.float === 0 && column.field?.constraints.enum === undefined;
    if (n < options.least || !few || summary.classes.text < n / 2 || !isFeature(column.name, ml)) return;
    const rare = values.filter(one => one.count <= options.most);
    if (rare.length === 0 || rare.length === values.length) return;
    const many = count(rare.length, 'value');
    const shown = list(rare.slice(0, SHOWN).map(({ text }) => value(text, index)));
    yield {
      place: { at: 'header', column: index },
      message: rare.length === 1
        ? say`${column} has ${shown} no more than ${options.most} times in ${count(n, 'row')}: a split may leave it on one side only`
        : say`${column} has ${many} no more than ${options.most} times in ${count(n, 'row')}, such as ${shown}: a split may leave them on one side only`,
      facts: told({ rare: rare.length, n, threshold: options.most }),
    };
  },
});

/** Values a message quotes. */
const SHOWN = 3;
