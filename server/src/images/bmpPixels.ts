import type { Decoded } from './luma.ts';
import { u16le, u32le } from './numbers.ts';
import { Painter } from './painter.ts';

const MOST_PIXELS = 64_000_000;

/** The luminance of a BMP picture of 1, 4, 8, 24 or 32 bits that is not packed. */
export function decodeBmp(bytes: Uint8Array): Decoded | undefined {
  const header = u32le(bytes, 14);
  const [width, signed, bits, packing] = [u32le(bytes, 18) | 0, u32le(bytes, 22) | 0, u16le(bytes, 28), u32le(bytes, 30)];
  const height = Math.abs(signed);
  const plain = packing === 0 || (packing === 3 && bits === 32 && u32le(bytes, 54) === 0xff0000 && u32le(bytes, 58) === 0xff00);
  if (header < 40 || width <= 0 || height === 0 || width * height > MOST_PIXELS || !plain || ![1, 4, 8, 24, 32].includes(bits)) return undefined;
  const stride = Math.ceil(width * bits / 32) * 4;
  const colours = bytes.subarray(14 + header, u32le(bytes, 10));
  const painter = new Painter(width, height, { type: bits <= 8 ? 3 : 2, depth: Math.min(8, bits), palette: turned(colours, 4), alphas: new Uint8Array(0) });
  for (let row = 0; row < height; row++) {
    const at = u32le(bytes, 10) + row * stride;
    if (at + stride > bytes.length) break;
    const line = bytes.subarray(at, at + stride);
    painter.row(bits <= 8 ? line : turned(line.subarray(0, width * bits / 8), bits / 8), width, { y: signed > 0 ? height - 1 - row : row });
  }
  return painter.decoded();
}

/** Blue, green, red in steps of `step` bytes as red, green, blue. */
function turned(pixels: Uint8Array, step: number): Uint8Array {
  const out = new Uint8Array(3 * Math.floor(pixels.length / step));
  for (let from = 0, to = 0; to < out.length; from += step, to += 3) [out[to], out[to + 1], out[to + 2]] = [pixels[from + 2] ?? 0, pixels[from + 1] ?? 0, pixels[from] ?? 0];
  return out;
}
