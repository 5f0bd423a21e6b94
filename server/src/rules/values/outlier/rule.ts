import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { count, figure, matched, say } from '../../../core/message.ts';
import type { Part } from '../../../core/message.ts';
import { all, isOutside, not } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import type { NumberSummary } from '../../../core/summary.ts';
import { namedLikeKey } from '../../../core/target.ts';
import { COORDINATES, isNamed } from '../../../util/columnWords.ts';
import { hintsOf } from '../../../util/sentinelNames.ts';
import { sentinelsOf } from '../../../util/sentinels.ts';
import { holdsYears, YEARS } from '../../../util/years.ts';

export default defineRule({
  id: 'outlier',
  scope: 'column',
  summary: 'A few numbers lie far from the rest of their column',
  severity: 'information',
  dimension: 'accuracy',
  since: '0.1.0',
  givesWay: 'particular',
  needs: ['numbers', 'quantiles'],
  options: {
    fence: { default: 1.5, description: 'How many interquartile ranges beyond the quartiles a number must lie (Tukey: 1.5 outside, 3 far out).' },
    gap: { default: 1, description: 'How many interquartile ranges must lie between it and the next number that is nearer.' },
    isolation: { default: 14, description: 'How many times as wide as a step of the tail the gap before it must be.' },
    most: { default: 0.05, description: 'Share of far numbers, from 0 to 1, above which they count as the long tail of the column and not as outliers.' },
    least: { default: 50, description: 'Columns with fewer numbers are not judged.' },
  },

  *check({ column, options }) {
    const bounds = boundsOf(column, options);
    if (!bounds) return;
    const { low, high, n } = bounds;
    const most = Math.max(FEW, Math.floor(n * options.most));
    if (farNumbers(column, bounds) > most) return;
    const [from, to] = [round(low, bounds, Math.ceil, column.index), round(high, bounds, Math.floor, column.index)];
    yield {
      place: { at: 'header', column: column.index },
      cells: beyond(column, bounds),
      between: [1, most],
      message: say`${column} has ${matched('cell')} far from all others, which go from ${from} to ${to} (${count(n, 'value')})`,
      facts: told({ n, fence: options.fence, gap: options.gap }, { low: dataFact(low, column.index), high: dataFact(high, column.index) }),
    };
  },
});

/** So many are outliers whatever share they are. */
const FEW = 3;
/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;

/** How many numbers lie beyond the bounds, as the summary has them: a long tail is known without another pass. */
const farNumbers = ({ summary: { numbers } }: Column, { low, high }: Bounds): number =>
  (numbers?.buckets ?? []).reduce((sum, { from, to, count: inside }) => (to < low || from > high ? sum + inside : sum), 0);

/** Numbers that stand for a missing value are the matter of sentinel-number, years that are none of suspect-date. */
function beyond(column: Column, { low, high }: Bounds): CellQuery {
  const { numbers } = column.summary;
  const sentinels = numbers ? sentinelsOf(numbers, hintsOf(column.name)) : [];
  return all(isOutside(low, high), ...(holdsYears(column) ? [not(isOutside(YEARS.from, YEARS.to))] : []), ...sentinels.map(({ value }) => isOutside(value, value)));
}

/** Where the numbers end that belong together. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** True where all numbers are whole. */
  readonly whole: boolean;
}

/** Ends are known to within a bucket, which is more than a person reads. */
const round = (end: number, { whole }: Bounds, inwards: (end: number) => number, column: number): Part =>
  figure(whole ? inwards(end) : Number(end.toPrecision(3)), column);

type Limits = { readonly fence: number; readonly gap: number; readonly isolation: number; readonly least: number };

/** The ends of the numbers that hang together, where others lie beyond; `undefined` where none do or the column is no matter for fences. */
function boundsOf(column: Column, limits: Limits): Bounds | undefined {
  const { numbers } = column.summary;
  const fences = fencesOf(column, limits);
  if (!numbers || !fences) return undefined;
  const { buckets } = numbers;
  const reversed = [...buckets].reverse().map(({ from, to, count: inside }): Bucket => ({ from: -to, to: -from, count: inside }));
  const upper = lastOfTail(buckets, fences.high, fences.isUpperGap, limits.isolation);
  const lower = lastOfTail(reversed, -fences.low, fences.isLowerGap, limits.isolation);
  if (upper === undefined && lower === undefined) return undefined;
  return { low: lower === undefined ? numbers.min : -lower, high: upper ?? numbers.max, n: numbers.count, whole: column.summary.classes.float === 0 };
}

type Bucket = NumberSummary['buckets'][number];

/**
 * The last number of the upper tail, where others lie beyond the fence, cut off by a gap that no tail has. In a tail that falls exponentially the gap
 * before the greatest number is as wide as a step or two: what the last tenth of the numbers spans by the logarithm of how many they are. Tails of real
 * columns are heavier, therefore the many steps.
 */
function lastOfTail(buckets: readonly Bucket[], fence: number, isGap: (near: number, far: number) => boolean, isolation: number): number | undefined {
  let rest = 0;
  for (const [i, { from, count: inside }] of buckets.entries()) {
    const near = buckets[i - 1]?.to;
    if (near !== undefined && from > fence && isGap(near, from) && from - near >= isolation * stepOf(buckets, i, rest)) return near;
    rest += inside;
  }
  return undefined;
}

/** Numbers of a tail, of which there are `rest` with all below them. */
function stepOf(buckets: readonly Bucket[], end: number, rest: number): number {
  const tail = Math.max(LEAST_TAIL, Math.floor(rest * TAIL));
  let [i, left] = [end - 1, tail];
  while (i > 0 && left >= (buckets[i]?.count ?? 0)) left -= buckets[i--]?.count ?? 0;
  return ((buckets[end - 1]?.to ?? 0) - (buckets[i]?.from ?? 0)) / Math.log(tail);
}
const LEAST_TAIL = 5;
const TAIL = 0.1;

interface Fences {
  readonly low: number;
  readonly high: number;
  /** Whether two numbers lie so far apart that they do not hang together. */
  isUpperGap(near: number, far: number): boolean;
  isLowerGap(near: number, far: number): boolean;
}

/**
 * Tukey's fences, on the scale of the numbers and, where the middle half leans to one side, on a logarithmic scale as well: a number must be
 * beyond both, since prices, counts and durations have long tails by nature. `undefined` where there are too few numbers, or half of them are equal.
 */
function fencesOf(column: Column, { fence, gap, least }: Limits): Fences | undefined {
  const { numbers } = column.summary;
  if (!numbers || numbers.count < least || numbers.count < present(column) * NUMERIC || column.field?.type === 'string') return undefined;
  // Islands are no mistakes, and numbers that name something may be given out in any order.
  if (isNamed(column.name, COORDINATES) || namedLikeKey(column.name) || isScale(column)) return undefined;
  const error = numbers.relativeError;
  const [first, middle, third] = [numbers.quantile(0.25), numbers.quantile(0.5), numbers.quantile(0.75)];
  if (first === third) return undefined;
  const [q1, q3] = [first - Math.abs(first) * error, third + Math.abs(third) * error];
  const [width, lean] = [q3 - q1, (third + first - 2 * middle) / (third - first)];
  const log = lean > LEANING - 1.6 / Math.sqrt(numbers.count) ? logarithmOf(column, q1) : undefined;
  const logWidth = log ? log(q3) - log(q1) : 0;
  const isGap = (near: number, far: number): boolean => far - near >= gap * width;
  return {
    low: q1 - fence * width,
    high: log ? Math.max(q3 + fence * width, Math.exp(log(q3) + fence * logWidth)) : q3 + fence * width,
    isLowerGap: isGap,
    isUpperGap: (near, far) => isGap(near, far) && (!log || log(far) - log(near) >= gap * logWidth),
  };
}

/**
 * How far from the middle of the quartiles the median lies (Bowley's skewness, from -1 to 1) where the upper tail is long: logarithms are left out only
 * where the sample is big enough to show that there is none, by about one and a half standard errors.
 */
const LEANING = 0.12;

/** Months, grades and the like: each of them is an answer. */
const isScale = ({ summary: { classes, distinct, numbers } }: Column): boolean =>
  classes.float === 0 && distinct.count <= FEW_ANSWERS && (numbers?.quantile(0.75) ?? 0) <= FEW_ANSWERS;
const FEW_ANSWERS = 20;

/** The logarithm for a column with a long upper tail; of one more than the number where the column counts from zero. */
function logarithmOf({ summary: { numbers, classes } }: Column, q1: number): ((number: number) => number) | undefined {
  if (q1 > 0) return number => Math.log(Math.max(number, Number.MIN_VALUE));
  return numbers !== undefined && numbers.min >= 0 && classes.float === 0 ? number => Math.log(number + 1) : undefined;
}
