import type { ImageFormat } from '../core/images.ts';

/** What files of each format begin with; `.` stands for any byte. */
const SIGNATURES: readonly (readonly [ImageFormat, RegExp])[] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['bmp', /^BM[^]{4}\0\0\0\0/],
  ['tiff', /^(?:II[*+]\0|MM\0[*+])/],
  ['avif', /^[^]{4}ftypavi[fs]/],
  ['heic', /^[^]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/],
  ['jxl', /^(?:\xff\x0a|\0\0\0\x0cJXL )/],
  ['jpeg2000', /^(?:\0\0\0\x0cjP {2}|\xff\x4f\xff\x51)/],
  ['psd', /^8BPS/],
  ['ico', /^\0\0[\x01\x02]\0[\x01-\x40]\0/],
];

/** Bytes that tell. */
const LONGEST = 16;

/** The format of a file by its first bytes; `undefined` where it is no image. */
export function formatOfBytes(bytes: Uint8Array): ImageFormat | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST));
  return SIGNATURES.find(([, pattern]) => pattern.test(start))?.[0];
}

/** Endings of file names by format, the usual one first. */
export const ENDINGS: Readonly<Record<ImageFormat, readonly string[]>> = {
  jpeg: ['.jpg', '.jpeg', '.jpe', '.jfif'], png: ['.png', '.apng'], gif: ['.gif'], webp: ['.webp'], bmp: ['.bmp'], tiff: ['.tif', '.tiff'],
  avif: ['.avif'], heic: ['.heic', '.heif', '.hif'], jxl: ['.jxl'], ico: ['.ico', '.cur'], psd: ['.psd'], jpeg2000: ['.jp2', '.j2k', '.jpf', '.jpx'],
};

const ALL_ENDINGS = Object.values(ENDINGS).flat();

/** Whether a file of this name is taken for an image. */
export const isImageName = (name: string): boolean => ALL_ENDINGS.some(ending => name.toLowerCase().endsWith(ending));
