import type { Luma } from './luma.ts';
import { resample } from './luma.ts';

/** Pixels on a side of the copy that is transformed, and waves kept in each direction. */
const SIDE = 32;
const WAVES = 8;

/** Cosines of the lowest waves but the constant one, which is brightness. */
const COSINES = Array.from({ length: WAVES }, (_, u) => Float64Array.from({ length: SIDE }, (__, x) => Math.cos((2 * x + 1) * (u + 1) * Math.PI / (2 * SIDE))));

/**
 * The perceptual hash of a picture (Zauner 2010, DCT-based): which of its 64 lowest waves are above their median. Pictures that were scaled, compressed or
 * brightened have hashes that differ in few of the 64 bits. Sixteen hexadecimal digits.
 */
export function hashOf(luma: Luma): string {
  const pixels = resample(luma, SIDE, SIDE);
  const byRow = new Float64Array(SIDE * WAVES);
  for (let y = 0; y < SIDE; y++) COSINES.forEach((wave, u) => { byRow[y * WAVES + u] = dot(wave, pixels, y * SIDE, 1); });
  const waves = COSINES.flatMap(wave => COSINES.map((_, u) => dot(wave, byRow, u, WAVES)));
  const median = medianOf(waves);
  let digits = '';
  for (let i = 0; i < waves.length; i += 4) {
    digits += waves.slice(i, i + 4).reduce((nibble, wave) => 2 * nibble + (wave > median ? 1 : 0), 0).toString(16);
  }
  return digits;
}

function dot(wave: Float64Array, values: Float64Array, from: number, step: number): number {
  let sum = 0;
  for (let i = 0, at = from; i < wave.length; i++, at += step) sum += (wave[i] ?? 0) * (values[at] ?? 0);
  return sum;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
