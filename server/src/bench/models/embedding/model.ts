import { defineModel, headOf } from '../../../core/compute.ts';

/** A vector for every token, their mean, and one dense layer: the order of the words does not count (Joulin et al. 2017). */
export default defineModel({
  id: 'embedding',
  title: () => 'Mean of word vectors',
  fits: (task, kind) => task !== 'generation' && kind === 'text',
  build: ({ task, example, outputs }) => ({
    kind: 'network',
    network: {
      shape: example.shape,
      layers: [
        { is: 'embedding', vocabulary: example.kind === 'text' ? example.vocabulary : 1, units: 32 },
        { is: 'average' },
        { is: 'dense', units: outputs, activation: 'linear' },
      ],
      loss: headOf(task),
      optimizer: { is: 'adam', rate: 0.02 },
    },
    schedule: { batchSize: 32, maxEpochs: 60, patience: 6 },
  }),
});
