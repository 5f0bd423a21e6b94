import type { ExifFacts, ImageMode } from '../core/images.ts';
import { exifOf, iptcOf, mergeExif, xmpOf } from './exif.ts';
import type { HeaderAnswer } from './answer.ts';
import { ascii, u16be, u8 } from './numbers.ts';

const SOS = 0xda;
const APP1 = 0xe1;
const APP13 = 0xed;
const PHOTOSHOP = 'Photoshop 3.0\0';
const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';

/** A segment of a JPEG file: its marker, and where its content lies. */
export interface Segment {
  readonly marker: number;
  /** Of the marker, its 0xFF included. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** The segments up to and with the first scan, as far as the bytes go; `broken` where a segment has no length, or the picture ends without one. */
export function* segmentsOf(bytes: Uint8Array): Generator<Segment | 'broken'> {
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = u8(bytes, at + 1);
    // Any number of fill bytes may stand before a marker; readers pass over other bytes too, which wrong lengths leave.
    if (u8(bytes, at) !== 0xff || marker === 0xff || marker === 0) { at++; continue; }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) { at += 2; continue; }
    const length = u16be(bytes, at + 2);
    if (length < 2 || marker === 0xd9) return void (yield 'broken');
    yield { marker, start: at, from: at + 4, to: at + 2 + length };
    if (marker === SOS) return;
    at += 2 + length;
  }
}

/** A frame header: all SOF markers, but not DHT, JPG and DAC, which have numbers between theirs. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** ITU-T T.81 (segments) and Exif 2.32 (APP1). */
export function readJpegHeader(bytes: Uint8Array): HeaderAnswer {
  let frame: { readonly width: number; readonly height: number; readonly mode: ImageMode } | undefined;
  let exif: ExifFacts | undefined;
  for (const segment of segmentsOf(bytes)) {
    if (segment === 'broken') return frame ? { format: 'jpeg', ...frame, frames: 1, ...(exif && { exif }), fault: 'damaged' } : { format: 'jpeg', fault: 'damaged' };
    const { marker, from, to } = segment;
    if (to > bytes.length) return 'more';
    if (marker === SOS) return frame ? { format: 'jpeg', ...frame, frames: 1, ...(exif && { exif }) } : { format: 'jpeg', fault: 'damaged' };
    if (isFrame(marker)) {
      const [height, width, components] = [u16be(bytes, from + 1), u16be(bytes, from + 3), u8(bytes, from + 5)];
      if (width === 0) return { format: 'jpeg', fault: 'damaged' };
      frame = { width, height, mode: components === 1 ? 'grey' : components === 4 ? 'cmyk' : 'colour' };
    } else if (marker === APP13 && ascii(bytes, from, from + PHOTOSHOP.length) === PHOTOSHOP) exif = mergeExif(exif, iptcOf(bytes.subarray(from, to)));
    else if (marker === APP1) exif = mergeExif(exif, personalOf(bytes.subarray(from, to)));
  }
  return 'more';
}

function personalOf(content: Uint8Array): ExifFacts | undefined {
  if (ascii(content, 0, EXIF.length) === EXIF) return exifOf(content.subarray(EXIF.length));
  return ascii(content, 0, XMP.length) === XMP ? xmpOf(content.subarray(XMP.length)) : undefined;
}
