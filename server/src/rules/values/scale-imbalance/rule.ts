import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { isFeature } from '../../../core/description.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'scale-imbalance',
  scope: 'table',
  summary: 'Numeric features spread over very different scales',
  severity: 'hint',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['numbers', 'distinct'],
  options: {
    factor: { default: 1000, description: 'How many times as wide as another feature one may spread.' },
    least: { default: 50, description: 'Columns with fewer numbers are not judged.' },
  },

  *check({ table, options }) {
    const features = table.columns.filter(column => isFeature(column.name, table.ml)).flatMap(column => spreadOf(column, options.least))
      .sort((a, b) => b.spread - a.spread);
    const [widest, narrowest] = [features[0], features.at(-1)];
    if (!widest || !narrowest || widest.spread < narrowest.spread * options.factor) return;
    const factor = number(round(widest.spread / narrowest.spread));
    const deviations = say`standard deviations ${number(round(widest.spread))} and ${number(round(narrowest.spread))}`;
    yield {
      place: { at: 'header', column: widest.column.index },
      message: say`${widest.column} spreads ${factor} times as wide as ${narrowest.column} (${deviations}), so that it drowns it where nothing is scaled`,
      facts: told({ threshold: options.factor }, { widest: dataFact(widest.spread, widest.column.index), narrowest: dataFact(narrowest.spread, narrowest.column.index) }),
      related: [{ place: { at: 'header', column: narrowest.column.index }, message: say`The feature that spreads least` }],
    };
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;
/** Fewer values are codes. */
const FEW = 10;

interface Spread {
  readonly column: Column;
  /** Standard deviation. */
  readonly spread: number;
}

function spreadOf(column: Column, least: number): readonly Spread[] {
  const { numbers, distinct } = column.summary;
  if (!numbers?.variance || numbers.count < least || numbers.count < present(column) * NUMERIC || distinct.count < FEW) return [];
  return [{ column, spread: Math.sqrt(numbers.variance) }];
}

const round = (value: number): number => Number(value.toPrecision(2));
