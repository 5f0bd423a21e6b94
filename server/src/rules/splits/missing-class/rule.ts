import { categoriesOf } from '../../../core/categories.ts';
import { isAnnotatedPersonal } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, list, name, percent, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { roleAsTarget } from '../../../core/target.ts';

export default defineRule({
  id: 'missing-class',
  scope: 'split',
  summary: 'A class of the training rows never occurs for evaluation',
  severity: 'warning',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    classes: { default: 50, description: 'Targets with more distinct values in training are not taken for classes.' },
    chance: { default: 0.001, description: 'How unlikely, from 0 to 1, it must be that a random split leaves the class out.' },
  },

  *check({ reference, current, shared, relation, known, options }) {
    const pair = shared.find(one => roleAsTarget(one.current, current.ml) !== undefined);
    if (relation !== 'evaluation' || !pair || current.ml?.task === 'regression') return;
    const trained = categoriesOf(pair.reference, options.classes);
    const { summary, index } = pair.current;
    const n = summary.cells - summary.missing;
    if (!trained || !summary.distinct.exact || n === 0) return;
    const there = new Set(summary.values.map(({ hash }) => hash));
    const total = pair.reference.summary.cells - pair.reference.summary.missing;
    const missing = pair.reference.values.filter(one => !there.has(one.hash) && (1 - one.count / total) ** n < options.chance);
    const [greatest] = missing;
    if (!greatest) return;
    // These texts stand in the other table, so its word counts on whether they may be shown.
    const personal = pair.reference.evidence.length > 0 || isAnnotatedPersonal(pair.reference.field);
    const shown = personal ? count(missing.length, 'class') : list(missing.slice(0, SHOWN).map(({ text }) => value(text, index)));
    yield {
      place: { at: 'header', column: index },
      severity: current.ml?.target !== undefined && known === 'description' ? 'warning' : 'information',
      message: say`None of the ${count(n, 'row')} has ${pair.current} ${shown}; in ${name(reference.name)} ${percent(greatest.count / total)} have the commonest of these`,
      facts: told({ n, missing: missing.length, share: greatest.count / total, reference: reference.name }),
      related: [{ place: { at: 'header', column: pair.reference.index }, table: reference.name, message: say`The classes it has here` }],
    };
  },
});

/** Missing classes a message names. */
const SHOWN = 3;
