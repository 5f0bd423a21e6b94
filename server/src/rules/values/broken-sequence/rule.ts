import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, figure, number, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { isIn } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'broken-sequence',
  scope: 'column',
  summary: 'A column counts up but leaves a number out or repeats one',
  severity: 'information',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['numbers', 'distinct'],
  options: { least: { default: 50, description: 'Columns with fewer numbers are not judged.' } },

  *check({ column, options }) {
    const found = present(column) >= options.least ? breakOf(column) : undefined;
    if (!found) return;
    const { left, repeated } = found;
    const whole = wholeOf(column);
    yield {
      place: { at: 'header', column: column.index },
      // The cell that follows the gap, or both that are the same.
      cells: isIn([String(repeated ?? left + 1)]),
      message: repeated === undefined
        ? say`${whole} but for ${number(left)}: a row may be lost before this one`
        : say`${whole} but for ${number(left)}, and has ${number(repeated)} twice instead`,
      facts: told({ n: present(column), left, ...(repeated !== undefined && { repeated }) }),
    };
  },
});

function wholeOf(column: Column): Message {
  const { min, max } = column.summary.numbers ?? { min: 0, max: 0 };
  return say`${column} has every whole number from ${figure(min, column.index)} to ${figure(max, column.index)} in ${count(present(column), 'row')}`;
}

interface Break {
  readonly left: number;
  readonly repeated: number | undefined;
}

/** Sums beyond this are rounded. */
const EXACT = 2 ** 50;

/**
 * The one number that a run of whole numbers leaves out, by what the sum lacks; where another one stands twice in its place, sum and sum of squares
 * together tell both. `undefined` where the column is no run, a whole one, or one with more than a single fault.
 */
function breakOf({ summary }: Column): Break | undefined {
  const { numbers, classes, values, missing } = summary;
  if (!numbers || missing > 0 || classes.integer !== summary.cells || numbers.variance === undefined) return undefined;
  const { min, max, count: n, mean, variance } = numbers;
  const length = max - min + 1;
  // Numbers from the least one on, so that sums stay small and exact.
  const lacked = length * (length - 1) / 2 - (mean - min) * n;
  if (length === n + 1 && values.every(one => one.count === 1) && within(Math.round(lacked), length)) return { left: min + Math.round(lacked), repeated: undefined };
  const squares = (length - 1) * length * (2 * length - 1) / 6;
  if (length !== n || squares > EXACT || Math.round(lacked) === 0) return undefined;
  const lackedSquares = squares - (variance * (n - 1) + (mean - min) ** 2 * n);
  const sum = lackedSquares / lacked;
  const [left, repeated] = [Math.round((sum + lacked) / 2), Math.round((sum - lacked) / 2)];
  const fits = within(left, length) && within(repeated, length) && Math.abs(left + repeated - sum) < 0.01;
  return fits ? { left: min + left, repeated: min + repeated } : undefined;
}

/** The ends of a run are known to be there. */
const within = (place: number, length: number): boolean => place >= 0 && place < length;
