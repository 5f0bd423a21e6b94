import { columnsOf, defineModel, headOf } from '../../../core/compute.ts';

/** Logistic regression (as softmax over all classes) or linear regression, trained by gradient descent like every other network. */
export default defineModel({
  id: 'linear',
  title: task => (task === 'classification' ? 'Logistic regression' : 'Linear regression'),
  fits: (task, kind) => task !== 'generation' && kind !== 'text',
  build: ({ task, rows, example, outputs }) => ({
    kind: 'network',
    network: {
      shape: [columnsOf(example)],
      layers: [{ is: 'dense', units: outputs, activation: 'linear' }],
      loss: headOf(task),
      optimizer: { is: 'adam', rate: 0.02 },
    },
    schedule: { batchSize: rows < 2000 ? 32 : 128, maxEpochs: 100, patience: 8 },
  }),
});
