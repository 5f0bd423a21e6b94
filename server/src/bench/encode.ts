import type { Matrix } from '../core/compute.ts';
import { quantile } from './measure.ts';
import { type ColumnKind, MISSING, type TableColumn } from './table.ts';

/** Turns one column into columns of a matrix. Everything it knows it learned from the training rows. */
export interface Encoder {
  readonly column: string;
  readonly width: number;
  /** Cells of the training rows that were missing and filled in. */
  readonly filled: number;
  /** Writes the row's values to `target` from `offset`. */
  write(row: number, target: Float32Array, offset: number): void;
}

/** An encoder for a numeric or categorical column; `undefined` for a column a model cannot learn from. */
export function fitEncoder(column: TableColumn, kind: ColumnKind, training: Uint32Array): Encoder | undefined {
  if (kind === 'numeric') return fitNumeric(column, training);
  return kind === 'categorical' ? fitCategorical(column, training) : undefined;
}

/** The matrix of some rows under all encoders. */
export function encodeRows(encoders: readonly Encoder[], rows: Uint32Array): Matrix {
  const columns = encoders.reduce((sum, { width }) => sum + width, 0);
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    let offset = i * columns;
    for (const encoder of encoders) {
      encoder.write(row, values, offset);
      offset += encoder.width;
    }
  });
  return { rows: rows.length, columns, values };
}

/** The median where missing, then centred and divided by the standard deviation; one more column says what was missing, if anything was. */
function fitNumeric({ name, numbers }: TableColumn, training: Uint32Array): Encoder {
  const known = Float64Array.from(training, row => numbers[row] ?? NaN).filter(value => Number.isFinite(value)).sort();
  const filled = training.length - known.length;
  const median = known.length === 0 ? 0 : quantile(known, 0.5);
  const { mean, deviation } = momentsOf(training, row => finiteOr(numbers[row], median));
  const centred = (value: number): number => (value - mean) / deviation;
  return {
    column: name,
    width: filled > 0 ? 2 : 1,
    filled,
    write(row, target, offset) {
      target[offset] = centred(finiteOr(numbers[row], median));
      if (filled > 0) target[offset + 1] = Number.isFinite(numbers[row]) ? 0 : 1;
    },
  };
}

/** One column for each of the most frequent values of the training rows, one for all others; a missing cell sets none of them. */
function fitCategorical({ name, codes }: TableColumn, training: Uint32Array): Encoder {
  const counts = new Map<number, number>();
  for (const row of training) counts.set(codes[row] ?? MISSING, (counts.get(codes[row] ?? MISSING) ?? 0) + 1);
  const filled = counts.get(MISSING) ?? 0;
  counts.delete(MISSING);
  const frequent = [...counts].sort(([a, many], [b, more]) => more - many || a - b).slice(0, ONE_HOT_LIMIT - 1);
  const places = new Map(frequent.map(([code], place) => [code, place]));
  return {
    column: name,
    width: places.size + 1,
    filled,
    write(row, target, offset) {
      const code = codes[row] ?? MISSING;
      if (code !== MISSING) target[offset + (places.get(code) ?? places.size)] = 1;
    },
  };
}

/** Columns one categorical column may become. */
export const ONE_HOT_LIMIT = 32;

/** Mean and standard deviation over rows; a deviation of 0 counts as 1, so that dividing by it is harmless. */
export function momentsOf(rows: Uint32Array, valueOf: (row: number) => number): { readonly mean: number; readonly deviation: number } {
  let mean = 0;
  for (const row of rows) mean += valueOf(row) / rows.length;
  let variance = 0;
  for (const row of rows) variance += (valueOf(row) - mean) ** 2 / rows.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

const finiteOr = (value: number | undefined, fallback: number): number => (value !== undefined && Number.isFinite(value) ? value : fallback);
