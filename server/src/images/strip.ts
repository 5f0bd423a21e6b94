import { crc32 } from '../util/crc32.ts';
import type { ImageFormat } from '../core/images.ts';
import { segmentsOf } from './jpegHeader.ts';
import { ascii, u32be, u32le, u8 } from './numbers.ts';

const EXIF = 'Exif\0\0';
/** What Adobe's XMP, its continuation and Photoshop's resources, which hold IPTC, begin with. */
const OTHERS = ['http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0', 'Photoshop 3.0\0'];
/** Keys of texts in PNG files that hold the same. */
const PNG_TEXTS = /^(?:XML:com\.adobe\.xmp|Raw profile type (?:exif|APP1|iptc|xmp)|Author|Artist|Creator)\0/;

/**
 * The file without Exif, XMP and IPTC: the bytes of the picture, its colour profile and all else stay as they are, and so does the orientation, in an Exif
 * structure that holds nothing else. `undefined` for formats that are not rewritten.
 */
export function withoutMetadata(format: ImageFormat, bytes: Uint8Array, orientation: number | undefined): Uint8Array | undefined {
  switch (format) {
    case 'jpeg': return withoutSegments(bytes, orientation);
    case 'png': return withoutPngChunks(bytes, orientation);
    case 'webp': return withoutWebpChunks(bytes, orientation);
    default: return undefined;
  }
}

/** A structure of one directory with one entry, the orientation (Exif 2.32, 4.6.2). */
const turned = (orientation: number): Uint8Array =>
  Uint8Array.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);

function withoutSegments(bytes: Uint8Array, orientation: number | undefined): Uint8Array {
  const parts: Uint8Array[] = [];
  let [kept, placed] = [0, orientation === undefined];
  for (const segment of segmentsOf(bytes)) {
    if (segment === 'broken') break;
    const { marker, start, from, to } = segment;
    const begins = (text: string): boolean => ascii(bytes, from, from + text.length) === text;
    const isExif = marker === 0xe1 && begins(EXIF);
    if (!isExif && !((marker === 0xe1 || marker === 0xed) && OTHERS.some(begins))) continue;
    parts.push(bytes.subarray(kept, start));
    kept = to;
    if (isExif && !placed && orientation !== undefined) {
      const exif = turned(orientation);
      parts.push(Uint8Array.from([0xff, 0xe1, 0, 2 + EXIF.length + exif.length]), codes(EXIF), exif);
      placed = true;
    }
  }
  return joined([...parts, bytes.subarray(kept)]);
}

function withoutPngChunks(bytes: Uint8Array, orientation: number | undefined): Uint8Array {
  const parts: Uint8Array[] = [];
  let kept = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const [length, type] = [u32be(bytes, at), ascii(bytes, at + 4, at + 8)];
    const end = at + 12 + length;
    const isText = /^[itz][TX][TX]t$/.test(type) && PNG_TEXTS.test(ascii(bytes, at + 8, at + 8 + Math.min(length, 64)));
    if (type === 'eXIf' || isText) {
      parts.push(bytes.subarray(kept, at));
      if (type === 'eXIf' && orientation !== undefined) parts.push(pngChunk('eXIf', turned(orientation)));
      kept = end;
    }
    at = end;
  }
  return joined([...parts, bytes.subarray(Math.min(kept, bytes.length))]);
}

function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const named = joined([codes(type), content]);
  return joined([bigEndian(content.length), named, bigEndian(crc32(named))]);
}

/** The flags of the extended header, and the length of all, say what is there. */
function withoutWebpChunks(bytes: Uint8Array, orientation: number | undefined): Uint8Array {
  const parts: Uint8Array[] = [];
  let placed = false;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [type, length] = [ascii(bytes, at, at + 4), u32le(bytes, at + 4)];
    const end = Math.min(bytes.length, at + 8 + length + (length & 1));
    if (type === 'EXIF' && !placed && orientation !== undefined) {
      parts.push(codes('EXIF'), littleEndian(turned(orientation).length), turned(orientation));
      placed = true;
    } else if (type === 'VP8X') {
      const header = bytes.slice(at, end);
      header[8] = u8(header, 8) & ~(orientation === undefined ? 0x0c : 0x04);
      parts.push(header);
    } else if (type !== 'EXIF' && type !== 'XMP ') parts.push(bytes.subarray(at, end));
    at = end;
  }
  const body = joined([codes('WEBP'), ...parts]);
  return joined([codes('RIFF'), littleEndian(body.length), body]);
}

const codes = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0));
const bigEndian = (value: number): Uint8Array => Uint8Array.from([value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255]);
const littleEndian = (value: number): Uint8Array => bigEndian(value).reverse();

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
