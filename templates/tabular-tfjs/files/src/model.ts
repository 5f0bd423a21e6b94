import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import type { Config } from './config.ts';
import { ACTIVATION, LOSS } from './target.ts';

/** A small network of dense layers, compiled. Its first weights come from the seed, so the same seed gives the same model. */
export function buildModel(
  inputs: number, outputs: number, config: Pick<Config, 'hidden' | 'l2' | 'learningRate' | 'seed'>,
): tfl.LayersModel {
  const model = tfl.sequential();
  [...config.hidden, outputs].forEach((units, i) => {
    const isLast = i === config.hidden.length;
    model.add(tfl.layers.dense({
      units,
      ...(i === 0 ? { inputShape: [inputs] } : {}),
      activation: isLast ? ACTIVATION : 'relu',
      kernelInitializer: tfl.initializers.glorotUniform({ seed: config.seed + i }),
      kernelRegularizer: tfl.regularizers.l2({ l2: config.l2 }),
      name: isLast ? 'output' : `hidden${i + 1}`,
    }));
  });
  model.compile({ optimizer: tf.train.adam(config.learningRate), loss: LOSS });
  return model;
}
