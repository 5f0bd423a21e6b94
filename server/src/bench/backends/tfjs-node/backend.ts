import { defineBackend } from '../../../core/compute.ts';
import { createSession } from '../../tfjs/session.ts';
import { explain, loadPackage } from './package.ts';

/** TensorFlow's own library through the optional package `@tensorflow/tfjs-node`, where it is installed and loads. */
export default defineBackend({
  id: 'tfjs-node',
  title: 'TensorFlow.js, native library',
  homepage: 'https://www.npmjs.com/package/@tensorflow/tfjs-node',

  async whyUnavailable({ packages }) {
    const found = loadPackage(packages);
    return 'tf' in found ? undefined : explain(found.problem, found.detail);
  },

  async load({ packages }) {
    const found = loadPackage(packages);
    if (!('tf' in found)) throw new Error(found.detail);
    return createSession(found.tf, { backend: 'tensorflow', versions: found.versions, threads: undefined });
  },
});
