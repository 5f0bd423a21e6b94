import { availableParallelism } from 'node:os';
import { defineBackend } from '../../../core/compute.ts';
import { isInstalled, loadOrt, notInstalled } from './package.ts';
import { compileOnnx } from './session.ts';

/** Whole steps of training as ONNX graphs, run by ONNX Runtime on the processor. */
export default defineBackend({
  id: 'onnx-native',
  title: 'ONNX Runtime, native library',
  homepage: 'https://onnxruntime.ai',

  whyUnavailable: ({ packages }) => Promise.resolve(isInstalled(packages) ? undefined : notInstalled()),

  async load({ packages }) {
    const { ort, version } = loadOrt(packages);
    const threads = availableParallelism();
    return {
      versions: { 'onnxruntime-node': version },
      threads,
      compile: async (network, weights) => compileOnnx(ort, network, weights, threads),
      async dispose() {},
    };
  },
});
