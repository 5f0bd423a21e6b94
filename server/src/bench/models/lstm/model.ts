import { defineModel, headOf } from '../../../core/compute.ts';

/** A recurrent layer that reads a text or a series step by step. */
export default defineModel({
  id: 'lstm',
  title: () => 'LSTM network',
  fits: (task, kind) => task !== 'generation' && (kind === 'text' || kind === 'series'),
  build: ({ task, example, outputs }) => ({
    kind: 'network',
    network: {
      shape: example.shape,
      layers: [
        ...(example.kind === 'text' ? [{ is: 'embedding', vocabulary: example.vocabulary, units: 32 } as const] : []),
        { is: 'lstm', units: 32 },
        { is: 'dense', units: outputs, activation: 'linear' },
      ],
      loss: headOf(task),
      optimizer: { is: 'adam', rate: 0.005 },
    },
    schedule: { batchSize: 32, maxEpochs: 40, patience: 6 },
  }),
});
