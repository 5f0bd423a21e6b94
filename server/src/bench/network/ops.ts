/**
 * What a network is computed with. Forward passes are written once against it; who implements it sees to derivatives: TensorFlow.js has a tape, the ONNX
 * backend writes them down. `T` is a tensor with known sizes, the first being the batch unless it is a weight.
 */
export interface Ops<T> {
  sizes(x: T): readonly number[];
  constant(value: number): T;
  /** Element by element; sizes are aligned at the right, and a size of 1 is repeated. */
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  div(a: T, b: T): T;
  /** Of the last two sizes; `b` may be one matrix for all of `a`. */
  matmul(a: T, b: T, transposeB?: boolean): T;
  relu(x: T): T;
  sigmoid(x: T): T;
  tanh(x: T): T;
  exp(x: T): T;
  sqrt(x: T): T;
  /** log(1 + exp(x)) */
  softplus(x: T): T;
  /** Over the last size. */
  softmax(x: T): T;
  logSoftmax(x: T): T;
  /** Over the given axes; they stay as sizes of 1 where `keep` is set. */
  sum(x: T, axes: readonly number[], keep?: boolean): T;
  reshape(x: T, sizes: readonly number[]): T;
  transpose(x: T, order: readonly number[]): T;
  /** Parts of equal size along an axis. */
  split(x: T, parts: number, axis: number): readonly T[];
  /** Rows of `table` by number: ids `[n, length]` to `[n, length, units]`. */
  lookUp(table: T, ids: T): T;
  /** Pictures `[n, height, width, channels]` and a filter `[size, size, channels, filters]`, in steps of one pixel, the border counting as zeros. */
  convolve(x: T, filter: T): T;
  maxPool(x: T, size: number): T;
  /** A whole recurrent layer at once, where that pays; see `recurrent.ts` for what it computes. */
  readonly recurrent?: (cell: Cell, projected: T, weights: readonly T[]) => T;
}

export type Cell = 'lstm' | 'gru';

export function meanOf<T>(ops: Ops<T>, x: T, axes: readonly number[], keep = false): T {
  const count = axes.reduce((product, axis) => product * (ops.sizes(x)[axis] ?? 1), 1);
  return ops.mul(ops.sum(x, axes, keep), ops.constant(1 / count));
}

export const square = <T>(ops: Ops<T>, x: T): T => ops.mul(x, x);
