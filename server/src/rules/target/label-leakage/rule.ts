import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, percent, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { PairFacts, PredictivePower } from '../../../core/sample.ts';
import { featuresOf, namedLikeKey, targetOf } from '../../../core/target.ts';

export default defineRule({
  id: 'label-leakage',
  scope: 'table',
  summary: 'A single feature gives the target away',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['distinct', { pair: 'target' }],
  heavy: true,
  options: {
    least: { default: 0.8, description: 'Predictive power of one feature, from 0 to 1, from which on it is reported.' },
    certain: { default: 0.95, description: 'Predictive power from which on the finding is a warning where the target is declared.' },
    rows: { default: 100, description: 'Pairs with fewer rows are not judged.' },
  },

  *check({ table, options }) {
    const target = targetOf(table.columns, table.ml);
    if (!target || !table.sample) return;
    for (const feature of featuresOf(table.columns, target.column, table.ml).filter(column => column.summary.distinct.count > 1 && !numbersRows(column))) {
      const facts = table.pair(feature, target.column);
      if (facts) yield* facts.powerInParts();
      const power = facts?.power;
      if (!facts || !power || power.n < options.rows || power.score < options.least) continue;
      const certain = power.score >= options.certain;
      yield {
        place: { at: 'header', column: feature.index },
        severity: target.declared ? (certain ? 'warning' : 'information') : 'hint',
        message: tell(feature, target.column, facts, power),
        facts: told({ power: power.score, accuracy: power.accuracy, baseline: power.baseline, n: power.n, threshold: options.least }),
        related: [{ place: { at: 'header', column: target.column.index }, message: say`The target` }],
      };
    }
  },
});

/** Row numbers are another offence with another remedy: `identifier-predicts-target`. */
const numbersRows = (column: Column): boolean => namedLikeKey(column.name) || /^(?:Unnamed: \d+|index)?$/i.test(column.name);

function tell(feature: Column, target: Column, { whole }: PairFacts, { of, accuracy, baseline, score, n }: PredictivePower): Message {
  const rows = whole ? say`${count(n, 'row')}` : say`a sample of ${count(n, 'row')}`;
  return of === 'classes'
    ? say`${feature} alone gives ${target} right in ${percent(accuracy)} of ${rows} (the commonest class: ${percent(baseline)}); is it known before the target is?`
    : say`${feature} alone explains ${target} with a predictive power of ${number(Math.round(score * 1000) / 1000)} over ${rows}; is it known before the target is?`;
}
