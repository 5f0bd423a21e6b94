import { columnsOf, defineModel, headOf } from '../../../core/compute.ts';

/** A multilayer perceptron with two hidden layers, wider for wider tables. */
export default defineModel({
  id: 'mlp',
  title: () => 'Neural network',
  fits: (task, kind) => task !== 'generation' && kind !== 'text',
  build: ({ task, rows, example, outputs }) => ({
    kind: 'network',
    network: {
      shape: [columnsOf(example)],
      layers: [
        { is: 'dense', units: columnsOf(example) > 100 ? 128 : 64, activation: 'relu' },
        { is: 'dense', units: columnsOf(example) > 100 ? 64 : 32, activation: 'relu' },
        { is: 'dense', units: outputs, activation: 'linear' },
      ],
      loss: headOf(task),
      optimizer: { is: 'adam', rate: 0.003 },
    },
    schedule: { batchSize: rows < 2000 ? 32 : 128, maxEpochs: 60, patience: 8 },
  }),
});
