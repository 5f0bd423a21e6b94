import { columnsOf, defineModel } from '../../../core/compute.ts';

/** Two networks against each other (Goodfellow et al. 2014): one makes rows of noise, the other tells them from real ones. */
export default defineModel({
  id: 'gan',
  title: () => 'Generative adversarial network',
  fits: (task, kind) => task === 'generation' && kind === 'table',
  build({ example }) {
    const columns = columnsOf(example);
    return {
      kind: 'network',
      network: {
        shape: [Math.max(8, columns)],
        layers: [
          { is: 'dense', units: 64, activation: 'relu' },
          { is: 'dense', units: 64, activation: 'relu' },
          { is: 'dense', units: columns, activation: 'linear' },
        ],
        critic: [
          { is: 'dense', units: 64, activation: 'relu' },
          { is: 'dense', units: 32, activation: 'relu' },
          { is: 'dense', units: 1, activation: 'linear' },
        ],
        loss: 'adversarial',
        optimizer: { is: 'adam', rate: 0.001 },
      },
      schedule: { batchSize: 64, maxEpochs: 300, patience: 60 },
    };
  },
});
