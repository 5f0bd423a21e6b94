import { defineModel } from '../../../core/compute.ts';

/** The baseline: what a model scores that looks at nothing but the target. */
export default defineModel({
  id: 'majority-class',
  title: task => (task === 'classification' ? 'Most frequent class' : 'Mean of the target'),
  fits: () => true,
  build: () => ({ kind: 'constant' }),
});
