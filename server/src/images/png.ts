import { Unzlib } from 'fflate';
import { crc32 } from '../util/crc32.ts';
import { DamagedPicture } from './damaged.ts';
import type { Decoded } from './luma.ts';
import { ascii, u32be, u8 } from './numbers.ts';
import { Painter } from './painter.ts';

const MOST_PIXELS = 64_000_000;
/** Samples of a pixel by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Passes of an interlaced picture: first column and row, steps across and down. */
const ADAM7 = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

/**
 * The luminance of a PNG picture. Rows are drawn as they are unpacked, so that a picture of many pixels in few bytes takes the memory of its luminance alone.
 * `undefined` where it is too big.
 */
export function decodePng(bytes: Uint8Array): Decoded | undefined {
  const [width, height, depth, type] = [u32be(bytes, 16), u32be(bytes, 20), u8(bytes, 24), u8(bytes, 25)];
  const channels = CHANNELS[type];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw new DamagedPicture('no such samples');
  if (width * height > MOST_PIXELS) return undefined;
  const { parts, palette, alphas, broken } = chunksOf(bytes);
  const painter = new Painter(width, height, { type, depth, palette, alphas });
  const rows = new Rows({ width, height, bits: channels * depth }, u8(bytes, 28) === 1 ? ADAM7 : WHOLE, painter);
  const ends = unpack(parts, rows, broken);
  return { ...painter.decoded(), broken: ends };
}

/** What is to be unpacked, as far as it is what was packed (PNG, 5.5): readers stop at a chunk whose check does not fit. */
function chunksOf(bytes: Uint8Array): { readonly parts: readonly Uint8Array[]; readonly palette: Uint8Array; readonly alphas: Uint8Array; readonly broken: boolean } {
  const parts: Uint8Array[] = [];
  let [palette, alphas] = [new Uint8Array(0), new Uint8Array(0)];
  for (let at = 8; at + 8 <= bytes.length;) {
    const [length, type] = [u32be(bytes, at), ascii(bytes, at + 4, at + 8)];
    const content = bytes.subarray(at + 8, at + 8 + length);
    const isWhole = at + 12 + length <= bytes.length;
    if (isWhole && CHECKED.has(type) && crc32(bytes.subarray(at + 4, at + 8 + length)) !== u32be(bytes, at + 8 + length)) return { parts, palette, alphas, broken: true };
    if (type === 'IDAT') parts.push(content);
    else if (type === 'PLTE') palette = content.slice();
    else if (type === 'tRNS') alphas = content.slice();
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  return { parts, palette, alphas, broken: false };
}

/** Chunks without which there is no picture. */
const CHECKED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT']);
/** Bytes that are unpacked at once: they become a thousand times as many at most. */
const PIECE = 16 * 1024;

/** Unpacks into rows up to the last one, or to where there is nothing or what makes no sense. */
function unpack(parts: readonly Uint8Array[], rows: Rows, broken: boolean): boolean {
  const unzip = new Unzlib(bytes => rows.take(bytes));
  try {
    for (const part of parts) for (let at = 0; at < part.length && !rows.done; at += PIECE) unzip.push(part.subarray(at, at + PIECE));
  } catch {
    return !rows.done;
  }
  return broken && !rows.done;
}

type Pass = readonly [left: number, top: number, across: number, down: number];

/** Size of a picture in pixels, and bits of each. */
interface PixelSize {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
}

/** Puts bytes together to rows, undoes their filters and draws them, pass by pass. */
class Rows {
  readonly #passes: readonly Pass[];
  readonly #size: PixelSize;
  readonly #painter: Painter;
  #pass = -1;
  #row = 0;
  #columns = 0;
  #rows = 0;
  #line = new Uint8Array(0);
  #above = new Uint8Array(0);
  #filled = 0;
  done = false;

  constructor(size: PixelSize, passes: readonly Pass[], painter: Painter) {
    [this.#size, this.#passes, this.#painter] = [size, passes, painter];
    this.#nextPass();
  }

  take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.done;) {
      const part = bytes.subarray(at, at + this.#line.length - this.#filled);
      this.#line.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === this.#line.length) this.#draw();
    }
  }

  #draw(): void {
    const [left = 0, top = 0, across = 1, down = 1] = this.#passes[this.#pass] ?? [];
    const line = this.#line.subarray(1);
    unfilter(this.#line[0] ?? 0, line, this.#above.subarray(1), Math.max(1, this.#size.bits >> 3));
    this.#painter.row(line, this.#columns, { y: top + this.#row * down, from: left, step: across });
    [this.#line, this.#above, this.#filled] = [this.#above, this.#line, 0];
    if (++this.#row >= this.#rows) this.#nextPass();
  }

  /** Goes to the next pass that has pixels. */
  #nextPass(): void {
    const { width, height, bits } = this.#size;
    for (this.#pass++; this.#pass < this.#passes.length; this.#pass++) {
      const [left = 0, top = 0, across = 1, down = 1] = this.#passes[this.#pass] ?? [];
      [this.#columns, this.#rows, this.#row] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down), 0];
      if (this.#columns <= 0 || this.#rows <= 0) continue;
      const length = 1 + Math.ceil(this.#columns * bits / 8);
      [this.#line, this.#above, this.#filled] = [new Uint8Array(length), new Uint8Array(length), 0];
      return;
    }
    this.done = true;
  }
}

/** Undoes the filter of a row in place (PNG, 9.2). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, back: number): void {
  if (filter === 1) for (let i = back; i < line.length; i++) line[i] = (line[i] ?? 0) + (line[i - back] ?? 0);
  else if (filter === 2) for (let i = 0; i < line.length; i++) line[i] = (line[i] ?? 0) + (above[i] ?? 0);
  else if (filter === 3) for (let i = 0; i < line.length; i++) line[i] = (line[i] ?? 0) + (((i < back ? 0 : line[i - back] ?? 0) + (above[i] ?? 0)) >> 1);
  else if (filter === 4) {
    for (let i = 0; i < line.length; i++) {
      const a = i < back ? 0 : line[i - back] ?? 0;
      const b = above[i] ?? 0;
      const c = i < back ? 0 : above[i - back] ?? 0;
      const pa = Math.abs(b - c);
      const pb = Math.abs(a - c);
      const pc = Math.abs(a + b - 2 * c);
      line[i] = (line[i] ?? 0) + (pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
    }
  }
}
