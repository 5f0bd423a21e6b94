import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { featuresOf, namedLikeKey, targetOf } from '../../../core/target.ts';

export default defineRule({
  id: 'identifier-predicts-target',
  scope: 'table',
  summary: 'A number that identifies the row tells the target',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['distinct', 'numbers', { pair: 'target' }],
  options: {
    least: { default: 0.3, description: 'Predictive power of the identifier, from 0 to 1, from which on it is reported.' },
    rows: { default: 100, description: 'Tables with fewer rows are not judged.' },
  },

  *check({ table, options }) {
    const target = targetOf(table.columns, table.ml);
    if (!target || !table.sample || table.records < options.rows) return;
    for (const column of featuresOf(table.columns, target.column, table.ml).filter(numbersRows)) {
      // Columns of the sample are read when they are asked for, one a turn.
      table.sample.column(column.index);
      yield;
      const facts = table.pair(column, target.column);
      if (facts) yield* facts.powerInParts();
      const power = facts?.power;
      if (!facts || !power || power.score < options.least) continue;
      const strength = number(Math.round(power.score * 1000) / 1000);
      yield {
        place: { at: 'header', column: column.index },
        severity: target.declared ? 'warning' : 'hint',
        message: facts.whole
          ? say`${column} numbers the rows and tells ${target.column} with a predictive power of ${strength} over ${count(power.n, 'row')}`
          : say`${column} numbers the rows and tells ${target.column} with a predictive power of ${strength} over a sample of ${count(power.n, 'row')}`,
        facts: told({ power: power.score, n: power.n, threshold: options.least }),
        related: [{ place: { at: 'header', column: target.column.index }, message: say`The target` }],
      };
    }
  },
});

const NEARLY_ALL = 0.9;

/** A whole number that is another one in nearly every row, in a column called like an identifier or not called anything. */
function numbersRows({ name, summary }: Column): boolean {
  const named = namedLikeKey(name) || /^(?:Unnamed: \d+|index|column 1)?$/i.test(name);
  const n = summary.cells - summary.missing;
  return named && n > 0 && summary.classes.integer >= n * NEARLY_ALL && summary.distinct.count >= n * NEARLY_ALL;
}
