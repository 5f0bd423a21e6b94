import { type NamedAttrMap, registerKernel, type TensorInfo, UnsortedSegmentSum, unregisterKernel, getKernel } from '@tensorflow/tfjs-core';
import { type Heap, inputOf, sizeOf } from './heap.ts';

/**
 * The gradient of looking up rows: each row is added to the one its number names. WebAssembly has no kernel for it in 4.22 (tensorflow/tfjs#8082); the one
 * in plain JavaScript goes over all rows once for every number.
 */
export function registerSegmentSum(backendName: string, heap: Heap): void {
  if (getKernel(UnsortedSegmentSum, backendName)) unregisterKernel(UnsortedSegmentSum, backendName);
  registerKernel({
    kernelName: UnsortedSegmentSum,
    backendName,
    kernelFunc({ inputs, attrs }) {
      const [x, ids] = [inputOf(inputs, 'x'), inputOf(inputs, 'segmentIds')];
      return segmentSum(heap, x, ids, segmentsOf(attrs));
    },
  });
}

const segmentsOf = (attrs: NamedAttrMap | undefined): number => Number(attrs?.['numSegments'] ?? 0);

function segmentSum(heap: Heap, x: TensorInfo, ids: TensorInfo, segments: number): TensorInfo {
  const shape = [segments, ...x.shape.slice(ids.shape.length)];
  const width = sizeOf(shape.slice(1));
  return heap.make(shape, sums => {
    const [values, numbers] = [heap.read(x), heap.read(ids)];
    for (let row = 0; row < numbers.length; row++) {
      const segment = numbers[row] ?? -1;
      // A negative number adds nowhere, as in TensorFlow.
      if (segment < 0 || segment >= segments) continue;
      const [to, from] = [segment * width, row * width];
      for (let i = 0; i < width; i++) sums[to + i] = (sums[to + i] ?? 0) + (values[from + i] ?? 0);
    }
  });
}
