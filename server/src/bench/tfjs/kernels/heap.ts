import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';

/** The numbers of tensors, wherever a backend keeps them. */
export interface Heap {
  /** Numbers of a tensor as they lie; gone when the backend next allocates. */
  read(tensor: TensorInfo): ArrayLike<number>;
  /** A tensor of 32-bit numbers, which `fill` is given as zeros. */
  make(shape: readonly number[], fill: (values: Float32Array) => void): TensorInfo;
}

export function inputOf(inputs: NamedTensorInfoMap, name: string): TensorInfo {
  const tensor = inputs[name];
  if (!tensor) throw new Error(`a kernel was called without ${name}`);
  return tensor;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);
