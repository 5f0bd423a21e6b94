import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { count, matched, number, percent, say } from '../../../core/message.ts';
import { all, isOutside, not } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
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
  needs: ['numbers', 'quantiles'],
  options: {
    fence: { default: 3, description: 'How many interquartile ranges beyond the quartiles a number must lie (Tukey: 1.5 outside, 3 far out).' },
    most: { default: 0.005, description: 'Share of far numbers, from 0 to 1, above which they count as the long tail of the column and not as outliers.' },
    least: { default: 50, description: 'Columns with fewer numbers are not judged.' },
  },

  ask({ column, options }) {
    const fences = fencesOf(column, options);
    return fences && beyond(column, fences);
  },

  *check({ column, options, answer }) {
    const fences = fencesOf(column, options);
    const matches = answer?.matches ?? 0;
    if (!fences || matches === 0 || matches > Math.max(FEW, fences.n * options.most)) return;
    const { low, high, n, error } = fences;
    const values = count(n, 'value');
    const reach = say`${number(options.fence)} interquartile ranges`;
    const range = say`${number(low)} to ${number(high)}`;
    yield {
      place: { at: 'header', column: column.index },
      cells: beyond(column, fences),
      message: error === 0
        ? say`${column} has ${matched('cell')} outside ${range}, which is ${reach} beyond the quartiles of ${values}`
        : say`${column} has ${matched('cell')} outside ${range}, which is ${reach} beyond the quartiles (known to ${percent(error)}) of ${values}`,
      facts: { low, high, n, fence: options.fence, quantileError: error },
    };
  },
});

/** So many are outliers whatever share they are. */
const FEW = 3;
/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;

/** Numbers that stand for a missing value are the matter of sentinel-number, years that are none of suspect-date. */
function beyond(column: Column, { low, high }: Fences): CellQuery {
  const { numbers } = column.summary;
  const sentinels = numbers ? sentinelsOf(numbers, hintsOf(column.name)) : [];
  return all(isOutside(low, high), ...(holdsYears(column) ? [not(isOutside(YEARS.from, YEARS.to))] : []), ...sentinels.map(({ value }) => isOutside(value, value)));
}

interface Fences {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Relative error of the quartiles; the fences are as far out as it allows. */
  readonly error: number;
}

/**
 * Tukey's outer fences, on the scale of the numbers and, where they have one, on a logarithmic scale as well: a number must be beyond both, since
 * prices, counts and durations have long tails by nature. `undefined` where the column is no matter for fences: too few numbers, or half of them equal.
 */
function fencesOf(column: Column, { fence, least }: { readonly fence: number; readonly least: number }): Fences | undefined {
  const { numbers } = column.summary;
  if (!numbers || numbers.count < least || numbers.count < present(column) * NUMERIC || column.field?.type === 'string') return undefined;
  // Islands are no mistakes.
  if (isNamed(column.name, COORDINATES)) return undefined;
  const error = numbers.relativeError;
  const [first, third] = [numbers.quantile(0.25), numbers.quantile(0.75)];
  if (first === third) return undefined;
  const [q1, q3] = [first - Math.abs(first) * error, third + Math.abs(third) * error];
  const reach = fence * (q3 - q1);
  const [low, high] = logarithmicFences(column, q1, q3, fence);
  return { low: Math.min(q1 - reach, low), high: Math.max(q3 + reach, high), n: numbers.count, error };
}

/** Where the middle half is positive, fences of the logarithms; of one more than the number where the column counts from zero. */
function logarithmicFences({ summary: { numbers, classes } }: Column, q1: number, q3: number, fence: number): readonly [number, number] {
  const counts = numbers !== undefined && numbers.min >= 0 && classes.float === 0;
  const shift = q1 > 0 ? 0 : 1;
  if (q1 <= 0 && !counts) return [Infinity, -Infinity];
  const factor = ((q3 + shift) / (q1 + shift)) ** fence;
  return [(q1 + shift) / factor - shift, (q3 + shift) * factor - shift];
}
