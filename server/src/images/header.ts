import type { ImageFormat } from '../core/images.ts';
import type { HeaderAnswer } from './answer.ts';
import { readBmp } from './bmp.ts';
import { readGif } from './gif.ts';
import { readJpegHeader } from './jpegHeader.ts';
import { readPngHeader } from './pngHeader.ts';
import { formatOfBytes } from './signature.ts';
import { readTiff } from './tiff.ts';
import { readWebp } from './webp.ts';

/**
 * Reads the header of an image from its first bytes, of which there are `size` in all. Never throws, whatever the bytes are, and looks at each of them
 * a bounded number of times. With all bytes at hand the answer is never `more`.
 */
export function readHeader(bytes: Uint8Array, size: number): HeaderAnswer {
  if (size === 0) return { fault: 'empty' };
  const format = formatOfBytes(bytes);
  if (!format) return { fault: 'no-image' };
  const answer = READERS[format]?.(bytes, size) ?? { format };
  return answer === 'more' && bytes.length >= size ? { format, fault: 'cut-short' } : answer;
}

type HeaderReader = (bytes: Uint8Array, size: number) => HeaderAnswer;

/** Formats without a reader are known by name alone. */
const READERS: Readonly<Partial<Record<ImageFormat, HeaderReader>>> = {
  jpeg: readJpegHeader, png: readPngHeader, gif: readGif, webp: readWebp, bmp: readBmp, tiff: readTiff,
};
