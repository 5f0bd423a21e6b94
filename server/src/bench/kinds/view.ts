import type { ExampleShape, Matrix } from '../../core/compute.ts';
import type { Message } from '../../core/message.ts';

/** One way of seeing the rows of a dataset: what a network is given of each. Everything it knows it learned from the training rows. */
export interface View {
  readonly example: ExampleShape;
  /** Columns learned from, and which columns of the matrix each became. */
  readonly features: readonly Feature[];
  matrix(rows: Uint32Array): Matrix;
  readonly notices: readonly Message[];
}

export interface Feature {
  readonly column: string;
  /** First of its columns in the matrix, and how many there are. */
  readonly from: number;
  readonly width: number;
}

/** A matrix whose rows are written one by one. */
export function matrixOf(rows: Uint32Array, columns: number, write: (row: number, target: Float32Array) => void): Matrix {
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => write(row, values.subarray(i * columns, (i + 1) * columns)));
  return { rows: rows.length, columns, values };
}
