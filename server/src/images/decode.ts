import type { ImageFormat } from '../core/images.ts';
import { decodeBmp } from './bmpPixels.ts';
import { decodeGif } from './gifPixels.ts';
import { decodeJpeg } from './jpeg.ts';
import type { Decoded } from './luma.ts';
import { decodePng } from './png.ts';

/** The luminance of a picture, from all bytes of its file; `undefined` for formats and codings that are not decoded. Never throws. */
export function decode(format: ImageFormat, bytes: Uint8Array): Decoded | undefined {
  return DECODERS[format]?.(bytes);
}

/** WebP, TIFF and those made after them are known by their headers alone. */
const DECODERS: Readonly<Partial<Record<ImageFormat, (bytes: Uint8Array) => Decoded | undefined>>> = {
  jpeg: decodeJpeg, png: decodePng, gif: decodeGif, bmp: decodeBmp,
};
