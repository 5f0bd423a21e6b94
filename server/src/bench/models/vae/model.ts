import { columnsOf, defineModel } from '../../../core/compute.ts';

/** A variational autoencoder (Kingma and Welling 2014): rows become a few numbers near a normal distribution, and rows are made of such numbers. */
export default defineModel({
  id: 'vae',
  title: () => 'Variational autoencoder',
  fits: (task, kind) => task === 'generation' && kind === 'table',
  build({ example }) {
    const columns = columnsOf(example);
    return {
      kind: 'network',
      network: {
        shape: [columns],
        layers: [
          { is: 'dense', units: 64, activation: 'relu' },
          { is: 'dense', units: 2 * Math.max(2, columns), activation: 'linear' },
          { is: 'sample' },
          { is: 'dense', units: 64, activation: 'relu' },
          { is: 'dense', units: columns, activation: 'linear' },
        ],
        loss: 'reconstruction',
        optimizer: { is: 'adam', rate: 0.003 },
      },
      schedule: { batchSize: 64, maxEpochs: 200, patience: 25 },
    };
  },
});
