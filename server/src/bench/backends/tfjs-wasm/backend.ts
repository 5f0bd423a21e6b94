import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as core from '@tensorflow/tfjs-core';
import { setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import { defineBackend, type Surroundings } from '../../../core/compute.ts';
import { name, say } from '../../../core/message.ts';
import '../../tfjs/gradients.ts';
import { createSession } from '../../tfjs/session.ts';
import { completeKernels, heap } from './kernels.ts';

/** TensorFlow.js on WebAssembly with SIMD: runs wherever Lintel runs, nothing to install. */
export default defineBackend({
  id: 'tfjs-wasm',
  title: 'TensorFlow.js, WebAssembly',
  homepage: 'https://www.tensorflow.org/js',

  async whyUnavailable({ assets }) {
    if (existsSync(join(assets, BINARY))) return undefined;
    return say`The file ${name(BINARY)} is missing from the installation. Reinstall Lintel.`;
  },

  load({ assets }: Surroundings) {
    setWasmPaths(assets + sep);
    completeKernels();
    return createSession(core, {
      backend: 'wasm',
      versions: { '@tensorflow/tfjs-core': core.version_core, '@tensorflow/tfjs-backend-wasm': version_wasm },
      // TensorFlow.js switches WebAssembly threads off under Node.
      threads: 1,
      heap,
    });
  },
});

const BINARY = 'tfjs-backend-wasm-simd.wasm';
