import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';

/**
 * Starts the fastest backend that works here and answers its name. Both come with the dependencies; neither needs a compiler or a
 * download.
 */
export async function startBackend(): Promise<string> {
  for (const name of ['wasm', 'cpu']) {
    if (await tf.setBackend(name)) return name;
  }
  throw new Error('no TensorFlow.js backend works on this machine');
}
