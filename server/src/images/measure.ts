import type { PixelFacts } from '../core/images.ts';
import { hashOf } from './perceptualHash.ts';
import type { Decoded, Luma } from './luma.ts';
import { COPY_SIDE, factorTo, SHARP_SIDE, shrink } from './luma.ts';

/** What a decoded picture is like. */
export function measure({ luma, grey, sharpness, transparent = false }: Decoded): PixelFacts {
  const small = shrink(luma, factorTo(luma, COPY_SIDE));
  const histogram = new Uint32Array(256);
  for (const level of small.data) histogram[level] = (histogram[level] ?? 0) + 1;
  const n = small.data.length;
  const mean = sumOver(histogram, (count, level) => count * level) / n;
  const spread = Math.sqrt(sumOver(histogram, (count, level) => count * (level - mean) ** 2) / n);
  const entropy = -sumOver(histogram, count => (count === 0 ? 0 : count / n * Math.log2(count / n)));
  return {
    brightness: tenth(mean), contrast: tenth(spread), entropy: Math.max(0, hundredth(entropy)),
    low: levelAt(histogram, 0.05 * n), high: levelAt(histogram, 0.99 * n),
    sharpness: tenth(sharpness ?? varianceOfLaplacian(shrink(luma, factorTo(luma, SHARP_SIDE)))), grey, transparent, hash: hashOf(luma),
  };
}

function sumOver(histogram: Uint32Array, of: (count: number, level: number) => number): number {
  let sum = 0;
  for (let level = 0; level < histogram.length; level++) sum += of(histogram[level] ?? 0, level);
  return sum;
}

/** The lowest level that so many pixels are not above. */
function levelAt(histogram: Uint32Array, pixels: number): number {
  let seen = 0;
  for (let level = 0; level < histogram.length; level++) if ((seen += histogram[level] ?? 0) >= pixels) return level;
  return 255;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** LAPV of Pech-Pacheco et al. (2000): how much the Laplacian of four neighbours varies. Pixels beyond the edge are those at it. */
export function varianceOfLaplacian({ width, height, data }: Luma): number {
  let [sum, squares] = [0, 0];
  for (let y = 0; y < height; y++) {
    const [up, down] = [y === 0 ? 0 : -width, y === height - 1 ? 0 : width];
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const value = (data[x === 0 ? at : at - 1] ?? 0) + (data[x === width - 1 ? at : at + 1] ?? 0) + (data[at + up] ?? 0) + (data[at + down] ?? 0) - 4 * (data[at] ?? 0);
      sum += value;
      squares += value * value;
    }
  }
  const n = width * height;
  return squares / n - (sum / n) ** 2;
}
