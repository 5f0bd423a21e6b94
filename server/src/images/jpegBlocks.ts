import type { Frame } from './jpegFrame.ts';
import { COPY_SIDE, SHARP_SIDE } from './luma.ts';
import type { Decoded } from './luma.ts';

/** Where the waves of a block stand, in the order they are coded. */
const ZIGZAG = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36,
  29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
]);

/** Steps of colour that still count as grey: what rounding and coarse quantisers make of none. */
const NO_COLOUR = 3;
/** Part of the blocks that may have colour in a grey picture. */
const SPECKS = 0.001;

/** Takes the blocks of a picture and makes its luminance of them. Only the first component keeps its waves. */
export class BlockSink {
  readonly #frame: Frame;
  readonly #quantisers: readonly (Uint16Array | undefined)[];
  readonly #block = new Int16Array(64);
  readonly #scale: number;
  readonly #basis: Float64Array;
  readonly #weights: Float64Array;
  readonly #width: number;
  readonly #data: Uint8Array;
  readonly #kept: Int16Array[];
  /** Whether the bits of a scan made no sense. */
  broken = false;
  #share: number | undefined;
  #energy = 0;
  #blocks = 0;
  #coloured = 0;
  #colourBlocks = 0;

  constructor(frame: Frame, quantisers: readonly (Uint16Array | undefined)[]) {
    this.#frame = frame;
    this.#quantisers = quantisers;
    const shorter = Math.min(frame.width, frame.height);
    this.#scale = scaleFor(shorter, COPY_SIDE);
    this.#basis = basisOf(this.#scale);
    this.#weights = laplacianWeights(scaleFor(shorter, SHARP_SIDE), quantisers[frame.components[0]?.quantiser ?? 0]);
    const { columns = 0, rows = 0 } = frame.components[0] ?? {};
    this.#width = columns * this.#scale;
    this.#data = new Uint8Array(this.#width * rows * this.#scale);
    this.#kept = frame.progressive ? frame.components.map(({ stride, v }, i) => new Int16Array(stride * frame.down * v * (i === 0 ? 64 : 1))) : [];
  }

  /** The waves of a block that comes as a whole, all zero. */
  begin(component: number): Int16Array {
    if (component === 0) this.#block.fill(0);
    return this.#block;
  }

  end(component: number, x: number, y: number): void {
    this.#take(component, x, y, this.#block);
  }

  /** The waves of a block that comes in parts; those of colour have their mean alone. */
  kept(component: number, x: number, y: number): Int16Array {
    const at = y * (this.#frame.components[component]?.stride ?? 0) + x;
    const size = component === 0 ? 64 : 1;
    return this.#kept[component]?.subarray(size * at, size * (at + 1)) ?? this.#block;
  }

  /** A scan of the luminance came to this part of the picture, from 0 to 1. */
  reached(share: number): void {
    this.#share = Math.min(this.#share ?? 1, share);
  }

  /** The picture so far. */
  decoded(): Decoded {
    this.#takeKept();
    const { rows = 1 } = this.#frame.components[0] ?? {};
    const [width, height] = [this.#frame.width, this.#frame.height].map(side => Math.max(1, Math.round(side * this.#scale / 8)));
    const luma = cropped({ width: this.#width, height: rows * this.#scale, data: this.#data }, width ?? 1, height ?? 1);
    const grey = this.#coloured <= this.#colourBlocks * SPECKS;
    return { luma, grey, sharpness: this.#blocks === 0 ? 0 : this.#energy / this.#blocks, share: this.#share ?? 0, broken: this.broken };
  }

  /** What came in parts is taken once all of it is there. */
  #takeKept(): void {
    for (const [i, component] of this.#frame.components.entries()) {
      if (this.#kept.length === 0) return;
      for (let y = 0; y < component.rows; y++) for (let x = 0; x < component.columns; x++) this.#take(i, x, y, this.kept(i, x, y));
    }
    this.#kept.length = 0;
  }

  #take(component: number, x: number, y: number, block: Int16Array): void {
    const { columns = 0, rows = 0, quantiser = 0 } = this.#frame.components[component] ?? {};
    // Blocks that only fill the last group are no part of the picture.
    if (x >= columns || y >= rows) return;
    const steps = this.#quantisers[quantiser];
    if (component > 0) {
      this.#colourBlocks++;
      if (Math.abs((block[0] ?? 0) * (steps?.[0] ?? 1)) / 8 > NO_COLOUR) this.#coloured++;
      return;
    }
    this.#blocks++;
    let energy = 0;
    for (let k = 1; k < 64; k++) {
      const value = block[k] ?? 0;
      if (value !== 0) energy += (value * (this.#weights[k] ?? 0)) ** 2;
    }
    this.#energy += energy;
    if (steps) this.#draw(x, y, block, steps);
  }

  /** The inverse transform of the lowest waves. */
  #draw(x: number, y: number, block: Int16Array, steps: Uint16Array): void {
    const n = this.#scale;
    const [data, basis, width] = [this.#data, this.#basis, this.#width];
    const at = y * n * width + x * n;
    if (n === 1) {
      data[at] = clamp((block[0] ?? 0) * (steps[0] ?? 0) / 8 + 128);
      return;
    }
    const waves = WAVES.fill(0);
    for (let k = 0; k < 64; k++) {
      const value = block[k] ?? 0;
      if (value !== 0) waves[ZIGZAG[k] ?? 0] = value * (steps[k] ?? 0);
    }
    for (let u = 0; u < n; u++) for (let dx = 0; dx < n; dx++) {
      let sum = 0;
      for (let w = 0; w < n; w++) sum += (waves[8 * u + w] ?? 0) * (basis[8 * dx + w] ?? 0);
      ROWS[8 * u + dx] = sum;
    }
    for (let dy = 0; dy < n; dy++) for (let dx = 0; dx < n; dx++) {
      let sum = 128;
      for (let u = 0; u < n; u++) sum += (ROWS[8 * u + dx] ?? 0) * (basis[8 * dy + u] ?? 0);
      data[at + dy * width + dx] = clamp(sum);
    }
  }
}

const WAVES = new Float64Array(64);
const ROWS = new Float64Array(64);

const clamp = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value));

/** Pixels a block of 8 becomes so that a side of `shorter` pixels becomes one of `least` at least, where it can. */
function scaleFor(shorter: number, least: number): number {
  return [1, 2, 4].find(scale => shorter * scale / 8 >= least) ?? 8;
}

/** Cosines by pixel (in steps of 8) and wave, scaled for a transform of 8 that is undone with `n` of its waves. */
function basisOf(n: number): Float64Array {
  const basis = new Float64Array(64);
  for (let x = 0; x < n; x++) for (let u = 0; u < n; u++) {
    basis[8 * x + u] = Math.sqrt(n / 8) * Math.sqrt((u === 0 ? 1 : 2) / n) * Math.cos((2 * x + 1) * u * Math.PI / (2 * n));
  }
  return basis;
}

/**
 * What each coded wave adds to the Laplacian: the waves of the transform are its eigenvectors where pixels beyond the edge of a block are those at it, and
 * their squares add up (Parseval). Waves that a copy of `n` pixels a block does not have count for nothing.
 */
function laplacianWeights(n: number, steps: Uint16Array | undefined): Float64Array {
  const weights = new Float64Array(64);
  ZIGZAG.forEach((place, k) => {
    const [u, v] = [place & 7, place >> 3];
    if (u >= n || v >= n) return;
    const eigenvalue = 2 * Math.cos(Math.PI * u / n) + 2 * Math.cos(Math.PI * v / n) - 4;
    weights[k] = eigenvalue * (steps?.[k] ?? 1) * (n / 8) / n;
  });
  return weights;
}

function cropped({ width, height, data }: Decoded['luma'], columns: number, rows: number): Decoded['luma'] {
  const [across, down] = [Math.min(width, columns), Math.min(height, rows)];
  if (across === width) return { width, height: down, data: data.subarray(0, width * down) };
  const cut = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) cut.set(data.subarray(y * width, y * width + across), y * across);
  return { width: across, height: down, data: cut };
}
