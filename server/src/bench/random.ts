import type { Matrix } from '../core/compute.ts';

/** Random numbers that a seed repeats exactly, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, limit). */
  below(limit: number): number;
}

/** A generator of its own per purpose: the same seed with another `stream` gives unrelated numbers. Algorithm: sfc32 (Doty-Humphrey, PractRand). */
export function createRandom(seed: number, stream = 0): Random {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e3779b9, 1];
  const word = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) word();
  const next = (): number => word() / 2 ** 32;
  return { next, below: limit => Math.floor(next() * limit) };
}

/** Shuffles in place (Fisher and Yates) and returns the same array. */
export function shuffle<T extends Uint32Array | number[]>(items: T, random: Random): T {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const swapped = items[i] ?? 0;
    items[i] = items[j] ?? 0;
    items[j] = swapped;
  }
  return items;
}

/** The row numbers from 0 up to `count`. */
export const range = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);

/** Standard normal numbers, a row an example (Box and Muller 1958). */
export function normals(rows: number, columns: number, random: Random): Matrix {
  const values = new Float32Array(rows * columns);
  for (let i = 0; i < values.length; i++) values[i] = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return { rows, columns, values };
}
