import { present } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { matched, number, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { pairsOf, pointsOf } from '../../../util/rowOrder.ts';
import type { Point } from '../../../util/rowOrder.ts';

export default defineRule({
  id: 'gap-in-series',
  scope: 'column',
  summary: 'Dates that follow each other at one distance leave some out',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['values', 'distinct'],
  options: {
    regular: { default: 0.9, description: 'Share of looked-at stretches, from 0 to 1, without a gap from which on a series counts as regular.' },
    least: { default: 30, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const { date, datetime } = column.summary.classes;
    const n = present(column);
    if (n < options.least || date + datetime < n || column.summary.missing > 0 || column.values.some(one => one.count > 1)) return;
    const series = seriesOf(pointsOf(column, 'date'), options.regular);
    if (!series) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'step', over: series.over },
      message: say`${column} goes on by ${series.step} from row to row, but by more at ${matched('cell')} of ${n}: something is left out before them`,
      facts: told({ n }, { seconds: dataFact(series.over, column.index) }),
    };
  },
});

interface Series {
  readonly step: Message;
  /** Seconds from which on a step is a gap. */
  readonly over: number;
}

/** Stretches between looked-at rows on which the judgement stands. */
const STRETCHES = 12;
const DAY = 86_400;

/**
 * A regular series: between two rows of a sample lies, row by row, one step. Most stretches agree on it, and those that do not are longer, as gaps make
 * them. `undefined` where nothing is left out, or where the column is no series: business days, panels, logs.
 */
function seriesOf(points: readonly Point[], regular: number): Series | undefined {
  const pairs = pairsOf(points);
  if (pairs.length < STRETCHES) return undefined;
  for (const unit of [SECONDS, MONTHS]) {
    const steps = pairs.map(([a, b]) => unit.between(a, b) / (b.row - a.row));
    const step = commonest(steps);
    const longer = steps.filter(one => one > step).length;
    const others = steps.filter(one => one !== step).length;
    if (step > 0 && longer > 0 && longer === others && others <= pairs.length * (1 - regular)) return { step: unit.name(step), over: unit.over(step) };
  }
  return undefined;
}

function commonest(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best), [NaN, 0])[0];
}

interface Unit {
  between(a: Point, b: Point): number;
  name(step: number): Message;
  /** Seconds no step is longer than. */
  over(step: number): number;
}

const SECONDS: Unit = {
  between: (a, b) => b.at - a.at,
  name(step) {
    if (step % DAY === 0) return step === DAY ? say`one day` : say`${number(step / DAY)} days`;
    if (step % 3600 === 0) return step === 3600 ? say`one hour` : say`${number(step / 3600)} hours`;
    if (step % 60 === 0) return step === 60 ? say`one minute` : say`${number(step / 60)} minutes`;
    return step === 1 ? say`one second` : say`${number(step)} seconds`;
  },
  // Steps of fractions of a second are rounded.
  over: step => step * 1.001,
};

/** Months of the same day differ in length. */
const MONTHS: Unit = {
  between(a, b) {
    const [one, other] = [new Date(a.at * 1000), new Date(b.at * 1000)];
    const months = (other.getUTCFullYear() - one.getUTCFullYear()) * 12 + other.getUTCMonth() - one.getUTCMonth();
    return one.getUTCDate() === other.getUTCDate() ? months : NaN;
  },
  name: step => (step === 1 ? say`one month` : say`${number(step)} months`),
  over: step => (step * 31 + 1) * DAY,
};
