import { defineModel, headOf } from '../../../core/compute.ts';

/** A small convolutional network: two layers of 3 times 3 pixels, each followed by pooling. */
export default defineModel({
  id: 'cnn',
  title: () => 'Convolutional network',
  fits: (task, kind) => task !== 'generation' && kind === 'image',
  build: ({ task, example, outputs }) => ({
    kind: 'network',
    network: {
      shape: example.shape,
      layers: [
        { is: 'convolution', filters: 16, size: 3, activation: 'relu' },
        { is: 'max-pool', size: 2 },
        { is: 'convolution', filters: 32, size: 3, activation: 'relu' },
        { is: 'max-pool', size: 2 },
        { is: 'flatten' },
        { is: 'dense', units: 64, activation: 'relu' },
        { is: 'dense', units: outputs, activation: 'linear' },
      ],
      loss: headOf(task),
      optimizer: { is: 'adam', rate: 0.002 },
    },
    schedule: { batchSize: 32, maxEpochs: 40, patience: 6 },
  }),
});
