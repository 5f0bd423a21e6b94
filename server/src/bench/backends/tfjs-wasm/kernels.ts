import { backend, getKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Run } from '../../tfjs/kernels/convolution.ts';
import { registerDepthwiseGradients } from '../../tfjs/kernels/depthwiseGradients.ts';
import { registerFilterGradient } from '../../tfjs/kernels/filterGradient.ts';
import type { Heap } from '../../tfjs/kernels/heap.ts';
import { registerSegmentSum } from '../../tfjs/kernels/segments.ts';
import { repairMatMul } from './matmul.ts';

/** Adds what training needs and 4.22 lacks, once however often it is called. */
export function completeKernels(): void {
  if (complete) return;
  complete = true;
  repairMatMul();
  registerFilterGradient(WASM, run, drop);
  registerDepthwiseGradients(WASM, heap);
  registerSegmentSum(WASM, heap);
}

const WASM = 'wasm';
let complete = false;

const run: Run = (kernel, inputs, attrs) => {
  const result = getKernel(kernel, WASM).kernelFunc({ inputs, attrs, backend: wasm() });
  const [only] = Array.isArray(result) ? result : [result];
  if (!only) throw new Error(`${kernel} gave nothing`);
  return only;
};

const drop = (tensor: TensorInfo): void => void wasm().disposeData(tensor.dataId);

/** The numbers of tensors in the memory of the backend. */
export const heap: Heap = {
  read: tensor => wasm().typedArrayFromHeap(tensor),
  make(shape, fill) {
    const made = wasm().makeOutput([...shape], 'float32');
    fill(floats(made).fill(0));
    return made;
  },
};

function floats(tensor: TensorInfo): Float32Array {
  const values = wasm().typedArrayFromHeap(tensor);
  if (!(values instanceof Float32Array)) throw new Error('a tensor does not hold 32-bit floating point numbers');
  return values;
}

function wasm(): BackendWasm {
  const current = backend();
  if (!(current instanceof BackendWasm)) throw new Error('another backend than WebAssembly is current');
  return current;
}
