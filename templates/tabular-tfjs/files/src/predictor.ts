import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Input } from './columns.ts';
import type { Cells } from './example.ts';
import { preprocess } from './preprocess.ts';
import type { Preprocessing } from './preprocess.ts';
import { decodeTarget } from './target.ts';
import type { Prediction, TargetCode } from './target.ts';
import { matrix } from './train.ts';

/** A trained model with all that it needs to answer: how cells become inputs and outputs become answers. */
export class Predictor {
  constructor(readonly model: LayersModel, readonly preprocessing: Preprocessing, readonly target: TargetCode) {}

  /** Predicts for cells of any origin, one answer for each. */
  async predict(inputs: readonly Input[]): Promise<Prediction[]> {
    return this.predictCells(inputs);
  }

  /** Predicts for rows as `readCells` gives them. */
  async predictCells(rows: readonly Cells[]): Promise<Prediction[]> {
    if (rows.length === 0) return [];
    const answers = tf.tidy(() => [this.model.predict(matrix(preprocess(rows, this.preprocessing)))].flat()[0]);
    if (answers === undefined) throw new Error('the model gave no answer');
    const values = await answers.data();
    answers.dispose();
    const width = values.length / rows.length;
    return rows.map((_, i) => decodeTarget([...values.slice(i * width, (i + 1) * width)], this.target));
  }
}
