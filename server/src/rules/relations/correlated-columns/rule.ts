import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { PairFacts } from '../../../core/sample.ts';
import { featuresOf, targetOf } from '../../../core/target.ts';

export default defineRule({
  id: 'correlated-columns',
  scope: 'table',
  summary: 'Two features move together so closely that one would do',
  severity: 'information',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: ['numbers', { pair: 'target' }],
  options: {
    least: { default: 0.95, description: 'Correlation, from 0 to 1 and whatever its sign, from which on two columns are reported.' },
    rows: { default: 50, description: 'Pairs with fewer rows are not judged.' },
  },

  *check({ table, options }) {
    const target = targetOf(table.columns, table.ml);
    if (!target?.declared || !table.sample) return;
    const columns = featuresOf(table.columns, target.column, table.ml).filter(isQuantity).slice(0, MOST_COLUMNS);
    for (const [i, column] of columns.entries()) {
      const candidates: Candidate[] = [];
      for (const earlier of columns.slice(0, i)) {
        const facts = table.pair(earlier, column);
        candidates.push({ earlier, facts, r: facts?.pearson });
        yield;
      }
      const closest = closestOf(candidates);
      if (!closest || Math.abs(closest.r) < options.least || closest.facts.n < options.rows) continue;
      const { r, earlier, facts } = closest;
      // Cut, not rounded: only a perfect correlation reads as 1.
      const strength = number(Math.trunc(r * 10_000) / 10_000);
      yield {
        place: { at: 'header', column: column.index },
        message: facts.whole
          ? say`${column} and ${earlier} have a correlation of ${strength} over ${count(facts.n, 'row')}`
          : say`${column} and ${earlier} have a correlation of ${strength} over a sample of ${count(facts.n, 'row')}`,
        facts: told({ correlation: r, n: facts.n, threshold: options.least }),
        related: [{ place: { at: 'header', column: earlier.index }, message: say`Correlated with this column` }],
      };
    }
  },
});

/** Each is held against all before it: 5,000 pairs are what a sample is worth. */
const MOST_COLUMNS = 100;
/** Numbers with fewer distinct values are codes or answers. */
const FEWEST_VALUES = 10;
const SHARE = 0.9;

const isQuantity = (column: Column): boolean =>
  (column.summary.numbers?.count ?? 0) >= Math.max(1, present(column) * SHARE) && column.summary.distinct.count >= FEWEST_VALUES;

interface Candidate {
  readonly earlier: Column;
  readonly facts: PairFacts | undefined;
  readonly r: number | undefined;
}

/** One finding a column, about the earlier one it is closest to: ten columns of one kind are nine findings, not forty-five. */
function closestOf(candidates: readonly Candidate[]): { readonly earlier: Column; readonly facts: PairFacts; readonly r: number } | undefined {
  return candidates.flatMap(({ earlier, facts, r }) => (facts && r !== undefined ? [{ earlier, facts, r }] : [])).sort((a, b) => Math.abs(b.r) - Math.abs(a.r))[0];
}
