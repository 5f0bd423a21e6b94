import { defineModel } from '../../../core/compute.ts';

/** Logistic regression (as softmax over all classes) or linear regression, trained by gradient descent like every other network. */
export default defineModel({
  id: 'linear',
  title: task => (task === 'classification' ? 'Logistic regression' : 'Linear regression'),
  fits: () => true,
  build: ({ task, rows, inputs, outputs }) => ({
    kind: 'network',
    network: {
      inputs,
      layers: [{ is: 'dense', units: outputs, activation: 'linear' }],
      loss: task === 'classification' ? 'softmax-cross-entropy' : 'squared-error',
      optimizer: { is: 'adam', rate: 0.02 },
    },
    schedule: { batchSize: rows < 2000 ? 32 : 128, maxEpochs: 100, patience: 8 },
  }),
});
