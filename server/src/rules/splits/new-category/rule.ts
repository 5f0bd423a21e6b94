import { unseenValues } from '../../../core/categories.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, name, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { isIn, not } from '../../../core/query.ts';
import { defineRule, type ColumnPair, type SplitPair } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';

export default defineRule({
  id: 'new-category',
  scope: 'split',
  summary: 'A category for evaluation never occurs in training',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    categories: { default: 50, description: 'Columns with more distinct values in training are not taken for categories.' },
    least: { default: 100, description: 'Training parts with fewer rows are not judged: they cannot be expected to know every category.' },
  },

  *check({ reference, current, shared, relation, known, options }) {
    if (relation !== 'evaluation' || reference.records < options.least) return;
    for (const pair of shared) {
      if (isWords(pair) && roleAsTarget(pair.current, current.ml) === undefined) yield* judge(pair, { reference, known }, options.categories);
    }
  },
});

function* judge(pair: ColumnPair, { reference, known }: Pick<SplitPair, 'reference' | 'known'>, most: number): Iterable<Problem> {
  const found = unseenValues(pair, most);
  if (!found) return;
  const { current } = pair;
  const shown = found.unseen.slice(0, SHOWN).map(({ text }) => value(text, current.index));
  const place = name(reference.name);
  yield {
    place: { at: 'header', column: current.index },
    cells: not(isIn(found.known)),
    severity: known === 'description' ? 'warning' : 'information',
    message: shown.length > 0
      ? say`${current} has ${matched('cell')} with a category that ${place} never has: ${list(shown)}`
      : say`${current} has ${matched('cell')} with a category that ${place} never has`,
    facts: told({ categories: found.known.length, reference: reference.name, trained: pair.reference.summary.cells }),
  };
}

/** New categories a message names. */
const SHOWN = 3;

/** Numbers and dates of which there happen to be few are no categories. */
function isWords({ reference: { summary } }: ColumnPair): boolean {
  const { text, boolean, digits } = summary.classes;
  return text + boolean + digits >= 0.9 * (summary.cells - summary.missing);
}
