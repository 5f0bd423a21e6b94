import * as core from '@tensorflow/tfjs-core';
import { version_cpu } from '@tensorflow/tfjs-backend-cpu';
import { defineBackend } from '../../../core/compute.ts';
import '../../tfjs/gradients.ts';
import { createSession } from '../../tfjs/session.ts';
import { heap, repairKernels } from './kernels.ts';

/** The reference: plain JavaScript, slow, and what the other backends are held against. */
export default defineBackend({
  id: 'tfjs-cpu',
  title: 'TensorFlow.js, plain JavaScript',
  homepage: 'https://www.tensorflow.org/js',
  whyUnavailable: () => Promise.resolve(undefined),
  load() {
    repairKernels();
    return createSession(core, {
      backend: 'cpu',
      versions: { '@tensorflow/tfjs-core': core.version_core, '@tensorflow/tfjs-backend-cpu': version_cpu },
      threads: 1,
      heap,
    });
  },
});
