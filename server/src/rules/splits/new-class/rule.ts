import { unseenValues } from '../../../core/categories.ts';
import { told } from '../../../core/facts.ts';
import { count, list, matched, name, say, value } from '../../../core/message.ts';
import { isIn, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';

export default defineRule({
  id: 'new-class',
  scope: 'split',
  summary: 'A class for evaluation never occurs in training',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    classes: { default: 200, description: 'Targets with more distinct values in training are not taken for classes.' },
  },

  *check({ reference, current, shared, relation, known, options }) {
    const pair = shared.find(one => roleAsTarget(one.current, current.ml) !== undefined);
    if (relation !== 'evaluation' || !pair || current.ml?.task === 'regression') return;
    const found = unseenValues(pair, options.classes);
    if (!found) return;
    const { index } = pair.current;
    const shown = found.unseen.slice(0, SHOWN).map(({ text }) => value(text, index));
    const rows = count(reference.records, 'row');
    const declared = current.ml?.target !== undefined && known === 'description';
    yield {
      place: { at: 'header', column: index },
      cells: not(isIn(found.known)),
      severity: declared ? 'error' : 'warning',
      message: shown.length > 0
        ? say`${pair.current} has ${matched('cell')} of a class that none of the ${rows} of ${name(reference.name)} has: ${list(shown)}`
        : say`${pair.current} has ${matched('cell')} of a class that none of the ${rows} of ${name(reference.name)} has`,
      facts: told({ classes: found.known.length, n: reference.records, reference: reference.name }),
    };
  },
});

/** New classes a message names. */
const SHOWN = 3;
