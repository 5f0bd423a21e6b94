import type { ExifFacts, PersonalTag } from '../core/images.ts';
import { PERSONAL_TAGS } from '../core/images.ts';
import { u16be, u16le, u32be, u32le, u8 } from './numbers.ts';

const MAKE = 0x010f;
const MODEL = 0x0110;
const ORIENTATION = 0x0112;
const EXIF_IFD = 0x8769;
const GPS_IFD = 0x8825;
const GPS_LATITUDE = 2;
const GPS_LONGITUDE = 4;
/** Artist, and what Windows calls author. */
const AUTHORS: ReadonlySet<number> = new Set([0x013b, 0x9c9d, 0xa430]);
/** Serial numbers of body and lens. */
const SERIALS: ReadonlySet<number> = new Set([0xa431, 0xa435]);

/** Entries of a directory that are looked at; the tags there are do not fill so many. */
const MOST_ENTRIES = 512;
const ASCII_TYPE = 2;
/** Bytes of a value of each type, by its number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8] as const;

/** An entry of a directory, and where its value lies. */
export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly at: number;
  readonly length: number;
}

/** A TIFF structure, which Exif is too: numbers in its byte order, directories of entries. Offsets count from the start of `bytes`. */
export class Tiff {
  readonly bytes: Uint8Array;
  readonly #little: boolean;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#little = u8(bytes, 0) === 0x49;
  }

  u16(at: number): number {
    return this.#little ? u16le(this.bytes, at) : u16be(this.bytes, at);
  }

  u32(at: number): number {
    return this.#little ? u32le(this.bytes, at) : u32be(this.bytes, at);
  }

  /** The entries of the directory at an offset, as far as they lie in the bytes, and where the next one is, 0 after the last. */
  directory(at: number): { readonly entries: readonly TiffEntry[]; readonly next: number; readonly whole: boolean } {
    const count = this.u16(at);
    const whole = at > 0 && at + 2 + 12 * count + 4 <= this.bytes.length;
    const entries: TiffEntry[] = [];
    for (let i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
      const entry = at + 2 + 12 * i;
      if (entry + 12 > this.bytes.length) break;
      const [tag, type, values] = [this.u16(entry), this.u16(entry + 2), this.u32(entry + 4)];
      const length = (SIZES[type] ?? 0) * values;
      entries.push({ tag, type, count: values, at: length > 4 ? this.u32(entry + 8) : entry + 8, length });
    }
    return { entries, next: whole ? this.u32(at + 2 + 12 * count) : 0, whole };
  }

  /** A whole number of one or more bytes. */
  number({ type, at }: TiffEntry): number {
    return type === 3 ? this.u16(at) : type === 4 ? this.u32(at) : u8(this.bytes, at);
  }

  /** Text without the zeros and spaces around it. */
  text({ type, at, length }: TiffEntry): string {
    if (type !== ASCII_TYPE && type !== 1 && type !== 7) return '';
    return String.fromCharCode(...this.bytes.subarray(at, Math.min(at + length, at + 64))).replace(/\0/g, '').trim();
  }
}

/** What an Exif structure says; `undefined` where it says nothing that is kept. */
export function exifOf(bytes: Uint8Array): ExifFacts | undefined {
  const tiff = new Tiff(bytes);
  return factsIn(tiff, tiff.directory(tiff.u32(4)).entries);
}

/** What the first directory of a TIFF structure, and those it leads to, say of who took the picture and how. */
export function factsIn(tiff: Tiff, first: readonly TiffEntry[]): ExifFacts | undefined {
  const further = first.filter(({ tag }) => tag === EXIF_IFD).flatMap(entry => tiff.directory(tiff.number(entry)).entries);
  const gps = first.filter(({ tag }) => tag === GPS_IFD).flatMap(entry => tiff.directory(tiff.number(entry)).entries);
  const all = [...first, ...further];
  const text = (wanted: number): string => all.filter(({ tag }) => tag === wanted).map(entry => tiff.text(entry)).join('');
  const says = (tags: ReadonlySet<number>): boolean => all.some(entry => tags.has(entry.tag) && isName(tiff.text(entry)));
  const found: Readonly<Record<PersonalTag, boolean>> = {
    location: [GPS_LATITUDE, GPS_LONGITUDE].every(wanted => gps.some(entry => entry.tag === wanted && isPlace(tiff, entry))),
    serial: says(SERIALS), author: says(AUTHORS),
  };
  const turned = all.filter(({ tag }) => tag === ORIENTATION).map(entry => tiff.number(entry)).find(value => value >= 2 && value <= 8);
  const camera = [...new Set(`${text(MAKE)} ${text(MODEL)}`.trim().split(/\s+/))].join(' ');
  return known({ ...(turned !== undefined && { orientation: turned }), ...(camera !== '' && { camera }), personal: PERSONAL_TAGS.filter(kind => found[kind]) });
}

/** Cameras write zeros, spaces or words for nothing where there is no name or number. */
const isName = (text: string): boolean => /[^\s0?.\-_*]/.test(text) && !/^(?:unknown|none|n\/?a|default|picasa|owner.?s? name)$/i.test(text);

/** Three fractions: degrees, minutes, seconds. Cameras without a fix write zeros, or fractions of zero. */
function isPlace(tiff: Tiff, { type, count, at, length }: TiffEntry): boolean {
  if ((type !== 5 && type !== 10) || count < 1 || at + length > tiff.bytes.length) return false;
  const fractions = Array.from({ length: Math.min(3, count) }, (_, i) => [tiff.u32(at + 8 * i), tiff.u32(at + 8 * i + 4)] as const);
  return fractions.some(([above, below]) => above > 0 && below > 0);
}

/** Properties of XMP by what they give away: exif:, aux:, exifEX:, dc: and photoshop: as Adobe's specification and Exif 2.32 for XMP have them. */
const XMP: Readonly<Record<PersonalTag, RegExp>> = {
  location: /exif:GPSLatitude(?:="|>)\s*\d/,
  serial: /(?:aux:|exifEX:Body|exifEX:Lens)(?:Serial)Number(?:="|>)\s*[^\s"<0]/,
  author: /(?:<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>|aux:OwnerName(?:="|>)|exifEX:CameraOwnerName(?:="|>))\s*[^\s"<]/,
};

/** What a packet of XMP says of the same. */
export function xmpOf(bytes: Uint8Array): ExifFacts | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 65536));
  return known({ personal: PERSONAL_TAGS.filter(kind => XMP[kind].test(text)) });
}

/** Whether a by-line stands in a block of IPTC (IIM 4.2, 2:80), as Photoshop's resources hold it. */
export function iptcOf(bytes: Uint8Array): ExifFacts | undefined {
  for (let at = 0; at + 5 <= bytes.length; at++) {
    if (u8(bytes, at) !== 0x1c || u8(bytes, at + 1) !== 2 || u8(bytes, at + 2) !== 80) continue;
    const length = u16be(bytes, at + 3);
    if (at + 5 + length <= bytes.length && isName(textIn(bytes.subarray(at + 5, at + 5 + Math.min(64, length))))) return { personal: ['author'] };
  }
  return undefined;
}

/** An author in a text that a PNG file has under a keyword (PNG, 11.3.3.2). */
export function authorIn(bytes: Uint8Array): ExifFacts | undefined {
  const [, text = ''] = /^(?:Author|Artist|Creator)\0(.*)/s.exec(textIn(bytes.subarray(0, 128))) ?? [];
  return isName(text) ? { personal: ['author'] } : undefined;
}

const textIn = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** What two places of a file say together. */
export function mergeExif(one: ExifFacts | undefined, other: ExifFacts | undefined): ExifFacts | undefined {
  if (!one || !other) return one ?? other;
  return { ...other, ...one, personal: PERSONAL_TAGS.filter(kind => one.personal.includes(kind) || other.personal.includes(kind)) };
}

const known = (facts: ExifFacts): ExifFacts | undefined => (facts.personal.length > 0 || facts.camera !== undefined || facts.orientation !== undefined ? facts : undefined);
