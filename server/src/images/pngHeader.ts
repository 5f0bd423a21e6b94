import type { ExifFacts, ImageMode } from '../core/images.ts';
import { authorIn, exifOf, mergeExif, xmpOf } from './exif.ts';
import type { HeaderAnswer } from './answer.ts';
import { ascii, u32be, u8 } from './numbers.ts';

/** Colour types of PNG by number. */
const MODES: Readonly<Record<number, ImageMode>> = { 0: 'grey', 2: 'colour', 3: 'palette', 4: 'grey-alpha', 6: 'colour-alpha' };
const SIGNATURE = 8;
const XMP = 'XML:com.adobe.xmp\0';

/** Numbers of PNG have 31 bits; readers take a file of no pictures, or of more than that, for one that does not move. */
const countOf = (frames: number): number => (frames > 0 && frames < 2 ** 31 ? frames : 1);

/** PNG, third edition (W3C): IHDR, acTL, eXIf and iTXt up to the first IDAT. */
export function readPngHeader(bytes: Uint8Array, size: number): HeaderAnswer {
  if (bytes.length < Math.min(size, 33)) return 'more';
  const [width, height, mode] = [u32be(bytes, 16), u32be(bytes, 20), MODES[u8(bytes, 25)]];
  if (size < 33) return { format: 'png', fault: 'cut-short' };
  if (ascii(bytes, 12, 16) !== 'IHDR' || !mode || width === 0 || height === 0) return { format: 'png', fault: 'damaged' };
  let [frames, exif]: [number, ExifFacts | undefined] = [1, undefined];
  for (let at = SIGNATURE; at + 12 <= bytes.length;) {
    const [length, type] = [u32be(bytes, at), ascii(bytes, at + 4, at + 8)];
    if (!/^[A-Za-z]{4}$/.test(type)) return { format: 'png', width, height, mode, fault: 'damaged' };
    if (type === 'IDAT' || type === 'IEND') return { format: 'png', width, height, mode, frames, ...(exif && { exif }) };
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'acTL') frames = countOf(u32be(content, 0));
    if (type === 'eXIf') exif = mergeExif(exif, exifOf(content));
    if (type === 'iTXt' && ascii(content, 0, XMP.length) === XMP) exif = mergeExif(exif, xmpOf(content));
    if (type === 'tEXt') exif = mergeExif(exif, authorIn(content));
    at += 12 + length;
  }
  return bytes.length < size ? 'more' : { format: 'png', width, height, mode, fault: 'cut-short' };
}
