import type { Task } from '../core/compute.ts';
import { likeness } from './likeness.ts';
import type { Scores } from '../protocol/training.ts';

/**
 * Scores of predictions against the truth. Generation: rows of so many columns, which need not correspond. Classification:
 * `predicted` and `actual` are class indices. Regression: values in the target's own unit.
 * Definitions as in scikit-learn: macro-F1 is the plain mean of F1 over the classes that occur in either; a class without a hit counts 0.
 */
export function scoresOf(task: Task, predicted: ArrayLike<number>, actual: ArrayLike<number>, columns = 1): Scores {
  if (task === 'generation') return { task, ...likeness(predicted, actual, columns) };
  return task === 'classification'
    ? { task, accuracy: accuracy(predicted, actual), macroF1: macroF1(predicted, actual) }
    : { task, rmse: Math.sqrt(squaredError(predicted, actual) / Math.max(1, actual.length)), r2: rSquared(predicted, actual) };
}

/** The one number a curve shows: accuracy, R², or the mean of both likenesses. */
export function headline(scores: Scores): number {
  if (scores.task === 'generation') return (scores.shapes + scores.pairs) / 2;
  return scores.task === 'classification' ? scores.accuracy : scores.r2;
}

function accuracy(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  let hits = 0;
  for (let i = 0; i < actual.length; i++) if (predicted[i] === actual[i]) hits++;
  return hits / Math.max(1, actual.length);
}

function macroF1(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  const tallies = new Map<number, { hits: number; predicted: number; actual: number }>();
  const tally = (label: number) => {
    const known = tallies.get(label) ?? { hits: 0, predicted: 0, actual: 0 };
    tallies.set(label, known);
    return known;
  };
  for (let i = 0; i < actual.length; i++) {
    const [guess, truth] = [predicted[i] ?? -1, actual[i] ?? -1];
    tally(guess).predicted++;
    tally(truth).actual++;
    if (guess === truth) tally(truth).hits++;
  }
  const sum = [...tallies.values()].reduce((total, each) => total + (2 * each.hits) / (each.predicted + each.actual), 0);
  return sum / Math.max(1, tallies.size);
}

function squaredError(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += ((predicted[i] ?? 0) - (actual[i] ?? 0)) ** 2;
  return sum;
}

/** 1 for a perfect fit, 0 for the mean of the truth, negative for worse; a constant truth that is met counts 1, one that is missed 0. */
function rSquared(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  let mean = 0;
  for (let i = 0; i < actual.length; i++) mean += (actual[i] ?? 0) / actual.length;
  let spread = 0;
  for (let i = 0; i < actual.length; i++) spread += ((actual[i] ?? 0) - mean) ** 2;
  const error = squaredError(predicted, actual);
  if (spread === 0) return error === 0 ? 1 : 0;
  return 1 - error / spread;
}
