import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { weightsOf } from '../../../server/src/bench/network/network.ts';
import { initialWeights } from '../../../server/src/bench/weights.ts';
import type { Layer, Network } from '../../../server/src/core/compute.ts';
import { batchesFor } from './data.ts';
import { measure, type Measured } from './measure.ts';
import type { Contest } from './models.ts';

/** TensorFlow.js as it is published, by its own layers: `cpu` or `wasm`. Throws where it cannot train the network. */
export async function stock(backend: string, contest: Contest, seconds: number): Promise<Measured> {
  setWasmPaths(`${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`);
  await tf.setBackend(backend);
  await tf.ready();
  const model = modelOf(contest.network);
  const tensors = weightsOf(contest.network).map(({ shape }, i) => tf.tensor(initialWeights(contest.network, 1)[i] ?? [], [...shape]));
  model.setWeights(tensors);
  model.compile({ optimizer: tf.train.adam(contest.network.optimizer.rate), loss: contest.outputs === 1 ? 'meanSquaredError' : tf.losses.softmaxCrossEntropy.bind(tf.losses) });
  const batches = batchesFor(contest);
  return measure(async at => {
    const { inputs, targets } = batches[at % batches.length] ?? { inputs: undefined, targets: undefined };
    if (!inputs || !targets) return NaN;
    const [x, y] = [tf.tensor(inputs.values, [inputs.rows, ...contest.network.shape]), tf.tensor2d(targets.values, [targets.rows, targets.columns])];
    const loss = await model.trainOnBatch(x, y);
    tf.dispose([x, y]);
    return Number(Array.isArray(loss) ? loss[0] : loss);
  }, contest.batch, seconds);
}

type Model = ReturnType<typeof sequential>;

function modelOf(network: Network): Model {
  return sequential({ layers: network.layers.map((layer, i) => layerOf(layer, i === 0 ? { inputShape: [...network.shape] } : {})) });
}

function layerOf(layer: Layer, first: { inputShape?: number[] }): Parameters<Model['add']>[0] {
  switch (layer.is) {
    case 'dense': return layers.dense({ ...first, units: layer.units, activation: layer.activation });
    case 'convolution': return layers.conv2d({ ...first, filters: layer.filters, kernelSize: layer.size, padding: 'same', activation: layer.activation });
    case 'max-pool': return layers.maxPooling2d({ ...first, poolSize: layer.size });
    case 'flatten': return layers.flatten({ ...first });
    case 'embedding': return layers.embedding({ inputDim: layer.vocabulary, outputDim: layer.units, ...(first.inputShape && { inputLength: first.inputShape[0] ?? 1 }) });
    case 'average': return layers.globalAveragePooling1d({ ...first });
    case 'lstm': return layers.lstm({ ...first, units: layer.units, recurrentInitializer: 'glorotUniform', unitForgetBias: false });
    case 'gru': return layers.gru({ ...first, units: layer.units, recurrentInitializer: 'glorotUniform' });
    default: throw new Error(`its layers have no ${layer.is}`);
  }
}
