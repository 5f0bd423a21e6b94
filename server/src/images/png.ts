import { unzlibSync } from 'fflate';
import type { Decoded } from './luma.ts';
import { ascii, u32be, u8 } from './numbers.ts';
import { Painter } from './painter.ts';

const MOST_PIXELS = 64_000_000;
/** Samples of a pixel by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Passes of an interlaced picture: first column and row, steps across and down. */
const ADAM7 = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

/** The luminance of a PNG picture. `undefined` where it cannot be unpacked, or is too big. */
export function decodePng(bytes: Uint8Array): Decoded | undefined {
  const [width, height, depth, type] = [u32be(bytes, 16), u32be(bytes, 20), u8(bytes, 24), u8(bytes, 25)];
  const channels = CHANNELS[type];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth) || width * height === 0 || width * height > MOST_PIXELS) return undefined;
  const { packed, palette, alphas } = chunksOf(bytes);
  const passes = u8(bytes, 28) === 1 ? ADAM7 : WHOLE;
  const sizes = passes.map(([left, top, across, down]) => [Math.ceil((width - left) / across), Math.ceil((height - top) / down)] as const);
  const lengths = sizes.map(([columns, rows]) => (columns > 0 && rows > 0 ? rows * (1 + Math.ceil(columns * channels * depth / 8)) : 0));
  const raw = unpack(packed, lengths.reduce((sum, length) => sum + length, 0));
  if (!raw) return undefined;
  const painter = new Painter(width, height, { type, depth, palette, alphas });
  let at = 0;
  for (const [i, [left, top, across, down]] of passes.entries()) {
    const [columns, rows] = sizes[i] ?? [0, 0];
    if (lengths[i] === 0) continue;
    const stride = Math.ceil(columns * channels * depth / 8);
    let above: Uint8Array = new Uint8Array(stride);
    for (let row = 0; row < rows; row++, at += 1 + stride) {
      const line = raw.subarray(at + 1, at + 1 + stride);
      unfilter(u8(raw, at), line, above, Math.max(1, channels * depth >> 3));
      painter.row(line, columns, { y: top + row * down, from: left, step: across });
      above = line;
    }
  }
  return painter.decoded();
}

function chunksOf(bytes: Uint8Array): { readonly packed: Uint8Array; readonly palette: Uint8Array; readonly alphas: Uint8Array } {
  const parts: Uint8Array[] = [];
  let [palette, alphas] = [new Uint8Array(0), new Uint8Array(0)];
  for (let at = 8; at + 8 <= bytes.length;) {
    const [length, type] = [u32be(bytes, at), ascii(bytes, at + 4, at + 8)];
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IDAT') parts.push(content);
    else if (type === 'PLTE') palette = content.slice();
    else if (type === 'tRNS') alphas = content.slice();
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    packed.set(part, to);
    to += part.length;
  }
  return { packed, palette, alphas };
}

/** The unpacked rows, exactly `length` bytes; rows that are not there are zero, which is what a picture that is cut short looks like to most readers. */
function unpack(packed: Uint8Array, length: number): Uint8Array | undefined {
  try {
    return unzlibSync(packed, { out: new Uint8Array(length) });
  } catch {
    return undefined;
  }
}

/** Undoes the filter of a row in place (PNG, 9.2). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, back: number): void {
  if (filter === 1) for (let i = back; i < line.length; i++) line[i] = (line[i] ?? 0) + (line[i - back] ?? 0);
  else if (filter === 2) for (let i = 0; i < line.length; i++) line[i] = (line[i] ?? 0) + (above[i] ?? 0);
  else if (filter === 3) for (let i = 0; i < line.length; i++) line[i] = (line[i] ?? 0) + (((i < back ? 0 : line[i - back] ?? 0) + (above[i] ?? 0)) >> 1);
  else if (filter === 4) {
    for (let i = 0; i < line.length; i++) {
      const [a, b, c] = [i < back ? 0 : line[i - back] ?? 0, above[i] ?? 0, i < back ? 0 : above[i - back] ?? 0];
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      line[i] = (line[i] ?? 0) + (pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
    }
  }
}
