import type { Example } from './example.ts';
import type { Prediction } from './target.ts';

export interface Metrics {
  readonly accuracy: number;
  /** The mean of the F1 scores of all classes, so that rare classes count as much as frequent ones. */
  readonly macroF1: number;
  readonly classes: readonly string[];
  /** Rows by true class, columns by predicted class. */
  readonly confusion: readonly (readonly number[])[];
}

/** Compares predictions with the truth, one for each example. */
export function measure(predictions: readonly Prediction[], examples: readonly Example[]): Metrics {
  const truth = examples.map(example => example.target);
  const guess = predictions.map(prediction => prediction.class);
  const classes = [...new Set([...truth, ...guess])].sort();
  const place = new Map(classes.map((name, i) => [name, i]));
  const confusion = classes.map(() => classes.map(() => 0));
  truth.forEach((name, i) => {
    const row = confusion[place.get(name) ?? -1];
    const column = place.get(guess[i] ?? '');
    if (row !== undefined && column !== undefined) row[column] = (row[column] ?? 0) + 1;
  });
  const right = truth.filter((name, i) => name === guess[i]).length;
  const scores = classes.map((_, i) => f1(confusion, i));
  return { accuracy: share(right, truth.length), macroF1: share(sum(scores), classes.length), classes, confusion };
}

/** The metrics in words, beside those of the baseline. */
export function report(model: Metrics, baseline: Metrics): string {
  return [
    `accuracy ${model.accuracy.toFixed(4)}  (most frequent class: ${baseline.accuracy.toFixed(4)})`,
    `macro F1 ${model.macroF1.toFixed(4)}  (most frequent class: ${baseline.macroF1.toFixed(4)})`,
    'confusion: a row for each true class, a column for each predicted one, in the same order',
    ...model.classes.map((name, i) => `  ${(model.confusion[i] ?? []).map(n => String(n).padStart(5)).join('')}  ${name}`),
  ].join('\n');
}

export const isBetter = (model: Metrics, baseline: Metrics): boolean => model.accuracy > baseline.accuracy;

/** Twice the hits over twice the hits and the two kinds of misses; 0 for a class that is never right. */
function f1(confusion: readonly (readonly number[])[], i: number): number {
  const hits = confusion[i]?.[i] ?? 0;
  const predicted = sum(confusion.map(row => row[i] ?? 0));
  return share(2 * hits, sum(confusion[i] ?? []) + predicted);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
