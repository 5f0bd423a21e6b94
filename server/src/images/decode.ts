import type { ImageFormat } from '../core/images.ts';
import { decodeBmp } from './bmpPixels.ts';
import { DamagedPicture } from './damaged.ts';
import { decodeGif } from './gifPixels.ts';
import { decodeJpeg } from './jpeg.ts';
import type { Decoded } from './luma.ts';
import { decodePng } from './png.ts';

/** The luminance of a picture, from all bytes of its file; `undefined` for formats and codings that are not decoded. Never throws, whatever the bytes are. */
export function decode(format: ImageFormat, bytes: Uint8Array): Decoded | 'damaged' | undefined {
  try {
    return DECODERS[format]?.(bytes);
  } catch (cause) {
    // Arrays of impossible lengths are what impossible headers ask for.
    if (cause instanceof DamagedPicture || cause instanceof RangeError) return 'damaged';
    throw cause;
  }
}

/** WebP, TIFF and those made after them are known by their headers alone. */
const DECODERS: Readonly<Partial<Record<ImageFormat, (bytes: Uint8Array) => Decoded | undefined>>> = {
  jpeg: decodeJpeg, png: decodePng, gif: decodeGif, bmp: decodeBmp,
};
