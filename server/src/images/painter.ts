import type { Decoded } from './luma.ts';

/** How samples are colours: by colour type of PNG (0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha) and bits of a sample. */
export interface Samples {
  readonly type: number;
  readonly depth: number;
  readonly palette: Uint8Array;
  /** Alpha of the first colours of the palette. */
  readonly alphas: Uint8Array;
}

/** Steps between colours of a pixel that still count as grey. */
const NO_COLOUR = 8;
/** Part of the pixels that may have colour in a grey picture, or be transparent in an opaque one. */
const SPECKS = 0.001;

/** Makes the luminance of a picture of rows of samples (Rec. ITU-R BT.601, as JPEG has it). */
export class Painter {
  readonly #width: number;
  readonly #height: number;
  readonly #samples: Samples;
  readonly #data: Uint8Array;
  #coloured = 0;
  #clear = 0;
  #drawn = 0;

  constructor(width: number, height: number, samples: Samples) {
    this.#width = width;
    this.#height = height;
    this.#samples = samples;
    this.#data = new Uint8Array(width * height);
  }

  /** Draws a row of samples; `from` and `step` say where its pixels stand. */
  row(line: Uint8Array, columns: number, { y, from = 0, step = 1 }: { readonly y: number; readonly from?: number; readonly step?: number }): void {
    const { type, depth } = this.#samples;
    const bytes = depth === 16 ? 2 : 1;
    const channels = type === 2 ? 3 : type === 4 ? 2 : type === 6 ? 4 : 1;
    for (let x = 0; x < columns; x++) {
      const at = y * this.#width + from + x * step;
      if (depth < 8) {
        const sample = (line[x * depth >> 3] ?? 0) >> (8 - depth - (x * depth & 7)) & (1 << depth) - 1;
        if (type === 3) this.#pick(at, sample);
        else this.#data[at] = Math.round(255 * sample / ((1 << depth) - 1));
        continue;
      }
      const i = x * channels * bytes;
      if (type === 3) this.#pick(at, line[i] ?? 0);
      else if (type === 0 || type === 4) this.#data[at] = line[i] ?? 0;
      else this.#colour(at, line[i] ?? 0, line[i + bytes] ?? 0, line[i + 2 * bytes] ?? 0);
      if ((type === 4 || type === 6) && (line[i + (channels - 1) * bytes] ?? 255) < 255) this.#clear++;
    }
    this.#drawn += columns;
  }

  decoded(): Decoded {
    const pixels = this.#width * this.#height;
    return {
      luma: { width: this.#width, height: this.#height, data: this.#data }, grey: this.#coloured <= pixels * SPECKS, transparent: this.#clear > pixels * SPECKS,
      share: Math.min(1, this.#drawn / pixels),
    };
  }

  #pick(at: number, sample: number): void {
    const { palette, alphas } = this.#samples;
    this.#colour(at, palette[3 * sample] ?? 0, palette[3 * sample + 1] ?? 0, palette[3 * sample + 2] ?? 0);
    if ((alphas[sample] ?? 255) < 255) this.#clear++;
  }

  #colour(at: number, red: number, green: number, blue: number): void {
    // The sum of the weights is 2^16.
    this.#data[at] = (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
    if (Math.abs(red - green) > NO_COLOUR || Math.abs(green - blue) > NO_COLOUR || Math.abs(red - blue) > NO_COLOUR) this.#coloured++;
  }
}
