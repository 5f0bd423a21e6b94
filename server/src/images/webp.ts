import type { ExifFacts } from '../core/images.ts';
import { exifOf, mergeExif, xmpOf } from './exif.ts';
import type { HeaderAnswer } from './answer.ts';
import { ascii, u16le, u24le, u32le, u8 } from './numbers.ts';

const ALPHA = 0x10;
const ANIMATED = 0x02;
/** Exif and XMP stand behind the picture. */
const TAGGED = 0x0c;

/** RFC 9649: the size and what is in the container. Asks for the whole file where tags stand at its end. */
export function readWebp(bytes: Uint8Array, size: number): HeaderAnswer {
  if (bytes.length < Math.min(30, size)) return 'more';
  if (size < 30) return { format: 'webp', fault: 'cut-short' };
  const picture = pictureOf(bytes);
  if (!picture) return { format: 'webp', fault: 'damaged' };
  // The length in the header leaves out the first 8 bytes.
  const whole = u32le(bytes, 4) + 8 <= size + 1;
  const { tagged, ...header } = picture;
  if (tagged && whole && bytes.length < size) return 'more';
  const exif = tagged ? tagsOf(bytes) : undefined;
  return { format: 'webp', ...header, ...(exif && { exif }), ...(!whole && { fault: 'cut-short' as const }) };
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly mode: 'colour' | 'colour-alpha';
  readonly frames: number;
  readonly tagged: boolean;
}

function pictureOf(bytes: Uint8Array): Picture | undefined {
  const plain = { frames: 1, tagged: false };
  switch (ascii(bytes, 12, 16)) {
    case 'VP8 ': {
      if (u24le(bytes, 23) !== 0x2a019d) return undefined;
      return { width: u16le(bytes, 26) & 0x3fff, height: u16le(bytes, 28) & 0x3fff, mode: 'colour', ...plain };
    }
    case 'VP8L': {
      if (u8(bytes, 20) !== 0x2f) return undefined;
      const bits = u32le(bytes, 21);
      return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 0x4000) & 0x3fff) + 1, mode: (bits & 0x10000000) !== 0 ? 'colour-alpha' : 'colour', ...plain };
    }
    case 'VP8X': {
      const flags = u8(bytes, 20);
      const mode = (flags & ALPHA) !== 0 ? 'colour-alpha' : 'colour';
      return { width: u24le(bytes, 24) + 1, height: u24le(bytes, 27) + 1, mode, frames: (flags & ANIMATED) !== 0 ? 0 : 1, tagged: (flags & TAGGED) !== 0 };
    }
    default: return undefined;
  }
}

function tagsOf(bytes: Uint8Array): ExifFacts | undefined {
  let exif: ExifFacts | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [type, length] = [ascii(bytes, at, at + 4), u32le(bytes, at + 4)];
    const content = bytes.subarray(at + 8, at + 8 + length);
    // Some writers put the name that JPEG has before the structure.
    if (type === 'EXIF') exif = mergeExif(exif, exifOf(ascii(content, 0, 4) === 'Exif' ? content.subarray(6) : content));
    if (type === 'XMP ') exif = mergeExif(exif, xmpOf(content));
    at += 8 + length + (length & 1);
  }
  return exif;
}
