import type { Example } from './example.ts';
import { deviation, mean } from './scale.ts';

/** The scale of the target in the training part: the model answers in standard deviations from the mean. */
export interface TargetCode {
  readonly mean: number;
  readonly deviation: number;
}

export interface Prediction {
  readonly value: number;
}

export const LOSS = 'meanSquaredError';
export const ACTIVATION = 'linear';

/** Throws where there is nothing to tell apart. */
export function fitTarget(training: readonly Example[]): TargetCode {
  const values = training.map(example => example.target);
  const center = mean(values);
  const spread = deviation(values, center);
  if (spread === 0) throw new Error('the target has the same value in the whole training part');
  return { mean: center, deviation: spread };
}

export const outputs = (_code: TargetCode): number => 1;

/** What the model should answer. */
export function encodeTarget(examples: readonly Example[], code: TargetCode): number[][] {
  return examples.map(example => [(example.target - code.mean) / code.deviation]);
}

/** One row of outputs in the unit of the target. */
export function decodeTarget(output: readonly number[], code: TargetCode): Prediction {
  return { value: (output[0] ?? 0) * code.deviation + code.mean };
}

/** What can be said without looking at the features: the mean. */
export function baselineOf(_training: readonly Example[], code: TargetCode): Prediction {
  return { value: code.mean };
}
