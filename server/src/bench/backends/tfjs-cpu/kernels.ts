import { backend, type TensorInfo } from '@tensorflow/tfjs-core';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { Heap } from '../../tfjs/kernels/heap.ts';
import { repairNearestGradient } from '../../tfjs/kernels/nearestGradient.ts';
import { registerSegmentSum } from '../../tfjs/kernels/segments.ts';

/** Replaces a wrong kernel and a quadratic one, once however often it is called. */
export function repairKernels(): void {
  if (repaired) return;
  repaired = true;
  repairNearestGradient('cpu', heap);
  registerSegmentSum('cpu', heap);
}

let repaired = false;

/** The numbers of tensors in the memory of the backend. */
export const heap: Heap = {
  read: tensor => valuesOf(tensor),
  make(shape, fill) {
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    fill(values);
    return cpu().makeTensorInfo([...shape], 'float32', values);
  },
};

function valuesOf(tensor: TensorInfo): ArrayLike<number> {
  const { values } = cpu().data.get(tensor.dataId);
  if (values instanceof Float32Array || values instanceof Int32Array) return values;
  throw new Error('a tensor holds no numbers');
}

function cpu(): MathBackendCPU {
  const current = backend();
  if (!(current instanceof MathBackendCPU)) throw new Error('another backend than plain JavaScript is current');
  return current;
}
