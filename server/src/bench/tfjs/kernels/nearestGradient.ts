import { registerKernel, ResizeNearestNeighborGrad, unregisterKernel } from '@tensorflow/tfjs-core';
import { type Heap, inputOf } from './heap.ts';

/**
 * The gradient of enlarging pictures by repeating pixels. The kernel of TensorFlow.js 4.22 in plain JavaScript is wrong for several pictures of several
 * channels: it adds up the right numbers of the wrong pixels.
 */
export function repairNearestGradient(backendName: string, heap: Heap): void {
  unregisterKernel(ResizeNearestNeighborGrad, backendName);
  registerKernel({
    kernelName: ResizeNearestNeighborGrad,
    backendName,
    kernelFunc({ inputs, attrs }) {
      const [images, dy] = [inputOf(inputs, 'images'), inputOf(inputs, 'dy')];
      const [batch = 0, height = 0, width = 0, channels = 0] = images.shape;
      const [, tall = 0, wide = 0] = dy.shape;
      const corners = attrs?.['alignCorners'] === true;
      const [sourceY, sourceX] = [sourceOf(height, tall, corners), sourceOf(width, wide, corners)];
      return heap.make(images.shape, gradient => {
        const slopes = heap.read(dy);
        for (let n = 0; n < batch; n++) for (let y = 0; y < tall; y++) for (let x = 0; x < wide; x++) {
          const to = ((n * height + sourceY(y)) * width + sourceX(x)) * channels;
          const from = ((n * tall + y) * wide + x) * channels;
          for (let i = 0; i < channels; i++) gradient[to + i] = (gradient[to + i] ?? 0) + (slopes[from + i] ?? 0);
        }
      });
    },
  });
}

/** Which pixel a pixel of the larger picture repeats, as the forward kernel has it without half-pixel centres. */
function sourceOf(small: number, large: number, corners: boolean): (at: number) => number {
  const aligned = corners && large > 1;
  const scale = aligned ? (small - 1) / (large - 1) : small / large;
  return at => Math.min(small - 1, aligned ? Math.round(at * scale) : Math.floor(at * scale));
}
