import type { Network } from '../../../server/src/core/compute.ts';

/** A network of the comparison, built alike by every contender. */
export interface Contest {
  readonly title: string;
  readonly network: Network;
  readonly batch: number;
  /** Columns of the targets, and whether one is set in each row. */
  readonly outputs: number;
}

const adam = { is: 'adam', rate: 0.001 } as const;

export const CONTESTS: Readonly<Record<string, Contest>> = {
  mlp: {
    title: 'MLP 784-512-512-10', batch: 128, outputs: 10,
    network: {
      shape: [784], loss: 'softmax-cross-entropy', optimizer: adam,
      layers: [{ is: 'dense', units: 512, activation: 'relu' }, { is: 'dense', units: 512, activation: 'relu' }, { is: 'dense', units: 10, activation: 'linear' }],
    },
  },
  tabular: {
    title: 'MLP 20-64-32-3', batch: 32, outputs: 3,
    network: {
      shape: [20], loss: 'softmax-cross-entropy', optimizer: adam,
      layers: [{ is: 'dense', units: 64, activation: 'relu' }, { is: 'dense', units: 32, activation: 'relu' }, { is: 'dense', units: 3, activation: 'linear' }],
    },
  },
  cnn: {
    title: 'CNN 28x28, 32 and 64 filters', batch: 64, outputs: 10,
    network: {
      shape: [28, 28, 1], loss: 'softmax-cross-entropy', optimizer: adam,
      layers: [
        { is: 'convolution', filters: 32, size: 3, activation: 'relu' }, { is: 'max-pool', size: 2 },
        { is: 'convolution', filters: 64, size: 3, activation: 'relu' }, { is: 'max-pool', size: 2 },
        { is: 'flatten' }, { is: 'dense', units: 10, activation: 'linear' },
      ],
    },
  },
  lstm: {
    title: 'LSTM, 50 steps of 8, 64 units', batch: 32, outputs: 1,
    network: {
      shape: [50, 8], loss: 'squared-error', optimizer: adam,
      layers: [{ is: 'lstm', units: 64 }, { is: 'dense', units: 1, activation: 'linear' }],
    },
  },
  embedding: {
    title: 'Mean of word vectors, 100 of 5000', batch: 32, outputs: 2,
    network: {
      shape: [100], loss: 'softmax-cross-entropy', optimizer: adam,
      layers: [{ is: 'embedding', vocabulary: 5000, units: 32 }, { is: 'average' }, { is: 'dense', units: 2, activation: 'linear' }],
    },
  },
  transformer: {
    title: 'Transformer, 64 places of 64, 4 heads', batch: 16, outputs: 2,
    network: {
      shape: [64], loss: 'softmax-cross-entropy', optimizer: adam,
      layers: [
        { is: 'embedding', vocabulary: 1000, units: 64 }, { is: 'position' }, { is: 'transformer', heads: 4, units: 256 }, { is: 'average' },
        { is: 'dense', units: 2, activation: 'linear' },
      ],
    },
  },
};
