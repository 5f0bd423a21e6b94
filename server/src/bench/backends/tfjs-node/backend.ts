import { defineBackend } from '../../../core/compute.ts';
import { createSession } from '../../tfjs/session.ts';
import { isInstalled, loadPackage, notInstalled } from './package.ts';

/** TensorFlow's own library through the optional package `@tensorflow/tfjs-node`, where it is installed and loads. */
export default defineBackend({
  id: 'tfjs-node',
  title: 'TensorFlow.js, native library',
  homepage: 'https://www.npmjs.com/package/@tensorflow/tfjs-node',

  whyUnavailable: ({ packages }) => Promise.resolve(isInstalled(packages) ? undefined : notInstalled()),

  async load({ packages }) {
    const { tf, versions } = loadPackage(packages);
    return createSession(tf, { backend: 'tensorflow', versions, threads: undefined });
  },
});
