import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, percent, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule, type ColumnPair } from '../../../core/rule.ts';
import { categoriesOf } from '../../../core/categories.ts';
import { namedLikeKey } from '../../../core/target.ts';
import { alignBuckets } from '../../../util/statistics/buckets.ts';
import { chiSquared, cramersV } from '../../../util/statistics/contingency.ts';
import {
  chiSquaredTail, contingencyOf, freedomOf, jensenShannonDistance, kolmogorovSmirnov, kolmogorovSmirnovTail, lInfinity, populationStabilityIndex,
  wassersteinDistance,
} from '../../../util/statistics/distances.ts';

export default defineRule({
  id: 'split-drift',
  scope: 'split',
  summary: 'A column is distributed otherwise for evaluation than for training',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['numbers', 'quantiles', 'distinct', 'values'],
  options: {
    numbers: { default: 0.2, description: 'Kolmogorov-Smirnov distance, from 0 to 1, above which columns of numbers are reported.' },
    categories: { default: 0.2, description: 'Population stability index above which columns of categories are reported; 0.1 is slight by convention, 0.2 a shift.' },
    missing: { default: 0.1, description: 'Difference between the shares of missing cells, from 0 to 1, above which columns are reported.' },
    chance: { default: 0.001, description: 'How unlikely, from 0 to 1, the difference must be by chance, over all columns together.' },
    least: { default: 100, description: 'Columns with fewer present cells in either part are not judged.' },
  },

  *check({ reference, current, shared, relation, known, options }) {
    if (relation !== 'evaluation') return;
    const judged = shared.filter(pair => isJudged(pair, current.ml?.time, current.ml?.ignore ?? []));
    for (const pair of judged) {
      const drift = missingDrift(pair, options, judged.length) ?? numberDrift(pair, options, judged.length) ?? categoryDrift(pair, options, judged.length);
      if (!drift) continue;
      yield {
        ...drift,
        place: { at: 'header', column: pair.current.index },
        severity: known === 'description' ? 'warning' : 'information',
        related: [{ place: { at: 'header', column: pair.reference.index }, table: reference.name, message: say`The column it is compared with` }],
      };
    }
  },
});

interface Limits {
  readonly numbers: number;
  readonly categories: number;
  readonly missing: number;
  readonly chance: number;
  readonly least: number;
}
type Drift = Pick<Problem, 'message' | 'facts'>;

/** Identifiers and times differ by nature. */
function isJudged({ current }: ColumnPair, time: string | undefined, ignored: readonly string[]): boolean {
  return current.name !== time && !ignored.includes(current.name) && !namedLikeKey(current.name);
}

function missingDrift({ reference, current }: ColumnPair, { missing, chance, least }: Limits, columns: number): Drift | undefined {
  const [n, m] = [reference.summary.cells, current.summary.cells];
  const [a, b] = [reference.summary.missing, current.summary.missing];
  const [before, now] = [a / n, b / m];
  if (Math.min(n, m) < least || Math.abs(before - now) <= missing) return undefined;
  const table = contingencyOf([[a, n - a], [b, m - b]]);
  const p = Math.min(1, chiSquaredTail(chiSquared(table), freedomOf(table)) * columns);
  if (p >= chance) return undefined;
  return {
    message: say`${percent(now)} of ${count(m, 'cell')} in ${current} are missing; for training ${percent(before)} of ${count(n, 'cell')}`,
    facts: told({ share: now, trained: before, n: m, trainedN: n, threshold: missing, p }),
  };
}

function numberDrift({ reference, current }: ColumnPair, { numbers, chance, least }: Limits, columns: number): Drift | undefined {
  const [a, b] = [reference.summary.numbers, current.summary.numbers];
  if (!a || !b || !isNumeric(reference) || !isNumeric(current) || Math.min(a.count, b.count) < least) return undefined;
  const { left, right, positions } = alignBuckets(a.buckets, b.buckets);
  const ks = kolmogorovSmirnov(left, right);
  const p = Math.min(1, kolmogorovSmirnovTail(ks, a.count, b.count) * columns);
  if (ks <= numbers || p >= chance) return undefined;
  const distance = say`Kolmogorov-Smirnov distance ${number(round(ks))} (more than ${number(numbers)})`;
  return {
    message: say`${current} is distributed otherwise than for training: ${distance}, ${middles(a, b)}`,
    facts: told({
      ks: round(ks), threshold: numbers, p, n: b.count, trainedN: a.count, wasserstein: round(wassersteinDistance(positions, left, right, Math.sqrt(a.variance ?? 0))),
      psi: round(populationStabilityIndex(left, right)), jensenShannon: round(jensenShannonDistance(left, right)),
    }),
  };
}

function middles(a: NumberSummary, b: NumberSummary): Message {
  return say`median ${number(round(b.quantile(0.5)))} of ${b.count} numbers against ${number(round(a.quantile(0.5)))} of ${a.count}`;
}
type NumberSummary = NonNullable<Column['summary']['numbers']>;

function categoryDrift({ reference, current }: ColumnPair, { categories, chance, least }: Limits, columns: number): Drift | undefined {
  const [a, b] = [categoriesOf(reference, MOST), categoriesOf(current, MOST)];
  const [n, m] = [present(reference), present(current)];
  if (!a || !b || Math.min(n, m) < least || isNumeric(reference) && a.size > FEW_NUMBERS) return undefined;
  const hashes = [...new Set([...a.keys(), ...b.keys()])];
  const [left, right] = [a, b].map(counts => hashes.map(hash => counts.get(hash)?.count ?? 0));
  const psi = populationStabilityIndex(left ?? [], right ?? []);
  const table = contingencyOf([left ?? [], right ?? []]);
  const p = Math.min(1, chiSquaredTail(chiSquared(table), freedomOf(table)) * columns);
  if (psi <= categories || p >= chance) return undefined;
  const index = say`population stability index ${number(round(psi))} (more than ${number(categories)}) over ${hashes.length} categories`;
  return {
    message: say`${current} is distributed otherwise than for training: ${index}, ${count(m, 'cell')} against ${count(n, 'cell')}`,
    facts: told({
      psi: round(psi), threshold: categories, p, n: m, trainedN: n, jensenShannon: round(jensenShannonDistance(left ?? [], right ?? [])),
      lInfinity: round(lInfinity(left ?? [], right ?? [])), cramersV: round(cramersV(table) ?? 0),
    }),
  };
}

/** Categories that are compared one by one; where there are more, chance speaks loudest. */
const MOST = 50;
/** Numbers with no more values than this may be codes of categories. */
const FEW_NUMBERS = 10;

const isNumeric = (column: Column): boolean => (column.summary.numbers?.count ?? 0) >= 0.9 * present(column) && column.field?.type !== 'string';
const round = (value: number): number => Number(value.toPrecision(3));
