import { defineModel } from '../../../core/compute.ts';

/** The baseline: what a model scores that looks at nothing but the target. */
export default defineModel({
  id: 'majority-class',
  title: task => TITLES[task],
  fits: () => true,
  build: () => ({ kind: 'constant' }),
});

const TITLES = { classification: 'Most frequent class', regression: 'Mean of the target', generation: 'Mean of every column' } as const;
