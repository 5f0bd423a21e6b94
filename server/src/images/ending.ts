import type { ImageFormat } from '../core/images.ts';
import { ascii, u32be, u8 } from './numbers.ts';

/** Bytes from the end of a file that tell whether it is whole. */
export const TAIL = 64;

/** Formats whose end tells nothing that their header does not. */
const TOLD_BY_END: ReadonlySet<ImageFormat | undefined> = new Set(['jpeg', 'png']);

/** Whether the last bytes of a file are those of a whole picture, as far as they tell; padding after them is allowed where it is short. */
export function endsWhole(format: ImageFormat | undefined, tail: Uint8Array): boolean {
  if (!TOLD_BY_END.has(format)) return true;
  if (format === 'png') return ascii(tail, 0, TAIL).includes('IEND');
  for (let i = tail.length - 2; i >= 0; i--) if (u8(tail, i) === 0xff && u8(tail, i + 1) === 0xd9) return true;
  return false;
}

/** The same of all bytes, where something else may follow the picture. */
export function isWhole(format: ImageFormat | undefined, bytes: Uint8Array): boolean {
  if (format === 'png') return hasEnd(bytes);
  return format !== 'jpeg' || hasEndMarker(bytes);
}

function hasEnd(bytes: Uint8Array): boolean {
  for (let at = 8; at + 12 <= bytes.length;) {
    const [length, type] = [u32be(bytes, at), ascii(bytes, at + 4, at + 8)];
    if (type === 'IEND') return true;
    at += 12 + length;
  }
  return false;
}

/** In coded data 0xFF is followed by 0 or a restart marker, so the end of the picture is the first other pair after the first scan that says so. */
function hasEndMarker(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && u8(bytes, at) === 0xff && u8(bytes, at + 1) !== 0xda) at += 2 + (u8(bytes, at + 2) << 8 | u8(bytes, at + 3));
  for (let i = at; i + 1 < bytes.length; i++) if (u8(bytes, i) === 0xff && u8(bytes, i + 1) === 0xd9) return true;
  return false;
}
