import { defineModel, headOf } from '../../../core/compute.ts';

/** One encoder layer with two heads over learned positions, and the mean of what it gives. */
export default defineModel({
  id: 'transformer',
  title: () => 'Small transformer',
  fits: (task, kind) => task !== 'generation' && (kind === 'text' || kind === 'series'),
  build: ({ task, example, outputs }) => ({
    kind: 'network',
    network: {
      shape: example.shape,
      layers: [
        example.kind === 'text' ? { is: 'embedding', vocabulary: example.vocabulary, units: 32 } : { is: 'dense', units: 32, activation: 'linear' },
        { is: 'position' },
        { is: 'transformer', heads: 2, units: 64 },
        { is: 'average' },
        { is: 'dense', units: outputs, activation: 'linear' },
      ],
      loss: headOf(task),
      optimizer: { is: 'adam', rate: 0.002 },
    },
    schedule: { batchSize: 32, maxEpochs: 40, patience: 6 },
  }),
});
