/** The luminance of a picture, or of a smaller copy of it: 0 to 255, row by row. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A decoded picture. */
export interface Decoded {
  readonly luma: Luma;
  /** Whether every pixel is grey. */
  readonly grey: boolean;
  /** Whether some pixel is not opaque. */
  readonly transparent?: boolean;
  /** Variance of the Laplacian, where the decoder has it already. */
  readonly sharpness?: number;
  /** Part of the picture that was there, from 0 to 1. */
  readonly share: number;
  /** Whether what follows that part makes no sense; else there is nothing more. */
  readonly broken?: boolean;
}

/** Pixels on the shorter side from which on a copy tells enough of brightness, entropy and likeness. */
export const COPY_SIDE = 64;
/** The same for how sharp it is: smaller copies of blurred pictures are sharp. */
export const SHARP_SIDE = 256;

/** A copy whose every pixel is the mean of a square of `by` times `by`; what is left at the right and below is left out. */
export function shrink({ width, height, data }: Luma, by: number): Luma {
  if (by <= 1) return { width, height, data };
  const [columns, rows] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))];
  const small = new Uint8Array(columns * rows);
  const [across, down] = [Math.min(by, width), Math.min(by, height)];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let dy = 0; dy < down; dy++) for (let dx = 0, at = (y * by + dy) * width + x * by; dx < across; dx++) sum += data[at + dx] ?? 0;
      small[y * columns + x] = Math.round(sum / (across * down));
    }
  }
  return { width: columns, height: rows, data: small };
}

/** The factor that brings the shorter side down to `side`, or a little above. */
export const factorTo = ({ width, height }: Pick<Luma, 'width' | 'height'>, side: number): number => Math.max(1, Math.floor(Math.min(width, height) / side));

/** The mean of rectangles of equal size, so many across and down, whatever the size of the picture. */
export function resample({ width, height, data }: Luma, columns: number, rows: number): Float64Array {
  const sums = new Float64Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    const [top, bottom] = spanOf(y, rows, height);
    for (let x = 0; x < columns; x++) {
      const [left, right] = spanOf(x, columns, width);
      let sum = 0;
      for (let row = top; row < bottom; row++) for (let at = row * width + left; at < row * width + right; at++) sum += data[at] ?? 0;
      sums[y * columns + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return sums;
}

function spanOf(i: number, of: number, length: number): readonly [from: number, to: number] {
  const from = Math.min(length - 1, Math.floor(i * length / of));
  return [from, Math.max(from + 1, Math.floor((i + 1) * length / of))];
}
