import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, list, matched, name, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { TableSample } from '../../../core/sample.ts';
import { namedLikeKey } from '../../../core/target.ts';
import { growForest, scoreRow } from '../../../util/statistics/forest.ts';

export default defineRule({
  id: 'multivariate-outlier',
  scope: 'table',
  summary: 'A few rows stand apart from all others in several columns together',
  severity: 'hint',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['numbers', { pair: 'numeric' }],
  heavy: true,
  options: {
    score: { default: 0.7, description: 'Anomaly score, from 0.5 (like all others) to 1, from which on a row is strange.' },
    gap: { default: 0.08, description: 'How far above the score of the strangest hundredth of the rows it must be as well.' },
    least: { default: 200, description: 'Tables with fewer rows are not judged.' },
  },

  *check({ table: { columns, records, sample }, options }) {
    if (!sample || records < options.least) return;
    const features = columns.filter(isQuantity).slice(0, MOST_COLUMNS);
    const numbers = features.map(({ index }) => sample.column(index)?.numbers ?? new Float64Array());
    const forest = features.length >= 2 ? growForest(features.map(({ index }) => index), numbers) : undefined;
    if (!forest) return;
    const together = list(features.slice(0, SHOWN).map(column => name(column.name)));
    const over = Math.max(options.score, usualScore(scoresOf(forest, numbers, sample)) + options.gap);
    const limit = number(Math.round(over * 1000) / 1000);
    yield {
      place: { at: 'file' },
      cells: { is: 'score', forest, over },
      between: [1, Math.max(FEW, Math.floor(records * MOST_SHARE))],
      message: say`${matched('row')} of ${records} stand apart in ${together} together (anomaly score above ${limit}, by a forest grown on ${count(sample.rows.length, 'row')})`,
      facts: told({ score: over, n: records, grown: sample.rows.length }),
    };
  },
});

const MOST_COLUMNS = 50;
/** Columns a message names. */
const SHOWN = 6;
/** So many are outliers whatever share they are; more than the share are a group of their own. */
const FEW = 3;
const MOST_SHARE = 0.005;
/** Numbers with fewer distinct values are codes or answers. */
const FEWEST_VALUES = 10;

function isQuantity(column: Column): boolean {
  const n = present(column);
  const { numbers, distinct } = column.summary;
  return !namedLikeKey(column.name) && (numbers?.count ?? 0) >= Math.max(1, n * 0.9) && distinct.count >= FEWEST_VALUES;
}

function scoresOf(forest: Parameters<typeof scoreRow>[0], numbers: readonly Float64Array[], { rows }: TableSample): Float64Array {
  const row = new Float64Array(numbers.length);
  return Float64Array.from(rows, (_, i) => {
    numbers.forEach((column, c) => { row[c] = column[i] ?? NaN; });
    return scoreRow(forest, row);
  });
}

/** What all but the strangest hundredth of the rows stay below. */
function usualScore(scores: Float64Array): number {
  const sorted = scores.slice().sort();
  return sorted[Math.floor(sorted.length * 0.99)] ?? 1;
}
