import type { HeaderAnswer } from './answer.ts';
import { u16le, u32le } from './numbers.ts';

/** BITMAPCOREHEADER (12 bytes) and BITMAPINFOHEADER (40 and more). */
export function readBmp(bytes: Uint8Array, size: number): HeaderAnswer {
  if (bytes.length < Math.min(30, size)) return 'more';
  if (size < 30) return { format: 'bmp', fault: 'cut-short' };
  const old = u32le(bytes, 14) === 12;
  const width = old ? u16le(bytes, 18) : u32le(bytes, 18) | 0;
  const height = Math.abs(old ? u16le(bytes, 20) : u32le(bytes, 22) | 0);
  const bits = u16le(bytes, old ? 24 : 28);
  if (width <= 0 || height === 0 || ![1, 2, 4, 8, 16, 24, 32].includes(bits)) return { format: 'bmp', fault: 'damaged' };
  const packed = !old && bytes.length >= 34 && [1, 2, 4, 5].includes(u32le(bytes, 30));
  const least = u32le(bytes, 10) + Math.ceil(width * bits / 32) * 4 * height;
  return { format: 'bmp', width, height, mode: bits <= 8 ? 'palette' : 'colour', frames: 1, ...(!packed && size < least && { fault: 'cut-short' as const }) };
}
