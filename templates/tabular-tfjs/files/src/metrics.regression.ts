import type { Example } from './example.ts';
import { mean } from './scale.ts';
import type { Prediction } from './target.ts';

export interface Metrics {
  /** Mean absolute error, in the unit of the target. */
  readonly mae: number;
  /** Root of the mean squared error, in the unit of the target. */
  readonly rmse: number;
  /** Share of the variance that is explained; 0 for a constant target. */
  readonly r2: number;
}

/** Compares predictions with the truth, one for each example. */
export function measure(predictions: readonly Prediction[], examples: readonly Example[]): Metrics {
  const truth = examples.map(example => example.target);
  const errors = truth.map((value, i) => value - (predictions[i]?.value ?? Number.NaN));
  const center = mean(truth);
  const squared = mean(errors.map(error => error ** 2));
  const variance = mean(truth.map(value => (value - center) ** 2));
  return { mae: mean(errors.map(Math.abs)), rmse: Math.sqrt(squared), r2: variance === 0 ? 0 : 1 - squared / variance };
}

/** The metrics in words, beside those of the baseline. */
export function report(model: Metrics, baseline: Metrics): string {
  return [
    `MAE  ${model.mae.toFixed(4)}  (mean of the training part: ${baseline.mae.toFixed(4)})`,
    `RMSE ${model.rmse.toFixed(4)}  (mean of the training part: ${baseline.rmse.toFixed(4)})`,
    `R2   ${model.r2.toFixed(4)}  (mean of the training part: ${baseline.r2.toFixed(4)})`,
  ].join('\n');
}

export const isBetter = (model: Metrics, baseline: Metrics): boolean => model.rmse < baseline.rmse;
