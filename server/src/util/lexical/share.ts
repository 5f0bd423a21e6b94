import type { Column, NamedValue } from '../../core/column.ts';
import { knowsAllValues } from '../../core/column.ts';
import { wilsonLowerBound } from '../binomial.ts';

/** What a value weighs in a vote: its cells where all values of the column are known, one where they are a sample of the distinct ones. */
export const weightIn = (column: Column): ((value: NamedValue) => number) => (sawAll(column) ? value => value.count : () => 1);

/** True where the texts are those of all values the column has. */
export const sawAll = (column: Column): boolean => knowsAllValues(column.summary) && column.values.length === column.summary.distinct.count;

/** Share of the column's values that pass at least: exact where all are known, else the lower end of a 95 % confidence interval. 0 where there are none. */
export function leastShare(column: Column, test: (value: NamedValue) => boolean): number {
  const weight = weightIn(column);
  const passed = column.values.reduce((sum, value) => sum + (test(value) ? weight(value) : 0), 0);
  const all = column.values.reduce((sum, value) => sum + weight(value), 0);
  if (sawAll(column)) return all === 0 ? 0 : passed / all;
  return wilsonLowerBound(passed, all);
}

/** From this share of its values on a column is of a kind. */
export const MAJORITY = 0.8;
/** Columns with fewer present cells are too small for a judgement that rests on shares. */
export const FEWEST = 20;

/** Classes of numbers, and of dates, of all present cells: exact. */
export const countOfClasses = ({ summary: { classes } }: Column, ...names: readonly (keyof Column['summary']['classes'])[]): number =>
  names.reduce((sum, name) => sum + classes[name], 0);

/** A description that says what the column holds: rules of its own hold every cell against it. */
export const isDeclared = ({ field }: Column): boolean => field !== undefined && field.type !== 'any';

/**
 * Whether a column holds what has a form of its own: numbers of persons may end in a letter, and postal codes are a mixture. What is told or measured of
 * a person (an age, an income, a gender) is a number or a word like any other.
 */
export const hasOwnForm = ({ evidence }: Column): boolean => !evidence.every(({ detector: { role, basis, category } }) =>
  role !== 'direct-identifier' && (basis === 'name' || basis === 'list') && (TOLD.has(category) || category.startsWith('user.demographic')));
const TOLD: ReadonlySet<string> = new Set(['user.health_and_medical', 'user.financial', 'user.job_title', 'user.criminal_history', 'user.workplace']);

/** One answer a column, since several rules ask for the same one. */
export function remembered<T>(judge: (column: Column) => T): (column: Column) => T {
  const known = new WeakMap<Column, { readonly answer: T }>();
  return column => {
    const before = known.get(column);
    if (before) return before.answer;
    const answer = judge(column);
    known.set(column, { answer });
    return answer;
  };
}
