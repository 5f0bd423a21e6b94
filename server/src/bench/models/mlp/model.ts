import { defineModel } from '../../../core/compute.ts';

/** A multilayer perceptron with two hidden layers, wider for wider tables. */
export default defineModel({
  id: 'mlp',
  title: () => 'Neural network',
  fits: () => true,
  build: ({ task, rows, inputs, outputs }) => ({
    kind: 'network',
    network: {
      inputs,
      layers: [
        { is: 'dense', units: inputs > 100 ? 128 : 64, activation: 'relu' },
        { is: 'dense', units: inputs > 100 ? 64 : 32, activation: 'relu' },
        { is: 'dense', units: outputs, activation: 'linear' },
      ],
      loss: task === 'classification' ? 'softmax-cross-entropy' : 'squared-error',
      optimizer: { is: 'adam', rate: 0.003 },
    },
    schedule: { batchSize: rows < 2000 ? 32 : 128, maxEpochs: 60, patience: 8 },
  }),
});
