import type { LearningPointEvent, PairEvent } from '../protocol/training.ts';
import { studentQuantile } from '../util/statistics/studentT.ts';
import { headlineOf } from './report.ts';

/** What the pairs of a comparison come to. Scores are accuracies or R². */
export interface Difference {
  readonly pairs: number;
  readonly before: number;
  readonly after: number;
  /** Mean of the differences, and its interval of 95 % confidence. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The mean difference of paired scores with its interval, Student's t with the variance corrected for training rows that the seeds share (Nadeau and
 * Bengio 2003): plain intervals of repeated random splits are far too narrow. `testShare`: test rows by training rows. Needs two pairs.
 */
export function differenceOf(pairs: readonly PairEvent[], testShare: number): Difference | undefined {
  const differences = pairs.map(({ before, after }) => headlineOf(after) - headlineOf(before));
  if (differences.length < 2) return undefined;
  const { mean, deviation } = spreadOf(differences);
  const margin = studentQuantile(CONFIDENCE, differences.length - 1) * deviation * Math.sqrt(1 / differences.length + testShare);
  return {
    pairs: pairs.length, before: spreadOf(pairs.map(({ before }) => headlineOf(before))).mean, after: spreadOf(pairs.map(({ after }) => headlineOf(after))).mean,
    mean, low: mean - margin, high: mean + margin,
  };
}

const CONFIDENCE = 0.95;

/** A point of a learning curve: mean score and its standard deviation over the seeds. */
export interface LearningPoint {
  readonly rows: number;
  readonly share: number;
  readonly mean: number;
  readonly deviation: number;
  readonly seeds: number;
}

/** Points by the number of rows, in the order they were measured. */
export function learningPoints(events: readonly LearningPointEvent[]): readonly LearningPoint[] {
  return [...new Set(events.map(({ rows }) => rows))].map(rows => {
    const own = events.filter(event => event.rows === rows);
    return { rows, share: own[0]?.share ?? 0, seeds: own.length, ...spreadOf(own.map(({ scores }) => headlineOf(scores))) };
  });
}

/** Mean, and standard deviation of the sample. */
export function spreadOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)) };
}

/** A score to four decimals: more are noise. */
export const rounded = (score: number): number => Math.round(score * 1e4) / 1e4;
