import { decoderOf } from './decode.ts';
import { guessEncoding } from './guess.ts';
import { encodingOf } from './labels.ts';
import type { EncodingName } from './labels.ts';
import { lookAtUtf8 } from './utf8.ts';
import type { Utf8Look } from './utf8.ts';

/** The encoding of a file and what that rests on, or the name of one that is not read. */
export type Detection = DetectedEncoding | { readonly unread: 'utf-32' | 'ebcdic' };

export interface DetectedEncoding {
  readonly encoding: EncodingName;
  readonly basis: 'mark' | 'zeros' | 'declared' | 'utf-8' | 'ascii' | 'characters';
  /** With `characters`: how many beyond ASCII were looked at, and how many of them texts in the encoding are largely made of. */
  readonly characters: number;
  readonly fitting: number;
  /** What was declared, where the bytes cannot be that. */
  readonly against: string | undefined;
}

/**
 * Finds the encoding of a file by its first bytes: a mark decides, then what was declared unless the bytes cannot be that, then zeros (UTF-16), then
 * validity (UTF-8), then what the characters look like. Mostly valid UTF-8 is UTF-8 with damage. `whole`: there are no more bytes.
 */
export function detectEncoding(bytes: Uint8Array, whole: boolean, declared?: string): Detection {
  const certain = markOf(bytes) ?? wideOf(bytes) ?? (isEbcdic(bytes) ? { unread: 'ebcdic' } as const : undefined);
  const wanted = declared === undefined ? undefined : encodingOf(declared);
  if (certain && 'unread' in certain) return certain;
  if (certain) {
    const agrees = declared === undefined || wanted === certain.encoding || /^utf-?16$/i.test(declared);
    return { ...certain, characters: 0, fitting: 0, against: agrees ? undefined : declared };
  }
  const look = lookAtUtf8(bytes, whole);
  if (wanted !== undefined && couldBe(bytes, wanted, look)) return { ...plain(wanted, 'declared'), against: undefined };
  const found = look.high === 0 ? plain('utf-8', 'ascii') : isMostlyUtf8(look) ? plain('utf-8', 'utf-8') : legacyOf(bytes);
  return { ...found, against: declared };
}

type Found = Omit<DetectedEncoding, 'against'>;

const plain = (encoding: EncodingName, basis: DetectedEncoding['basis']): Found => ({ encoding, basis, characters: 0, fitting: 0 });

function legacyOf(bytes: Uint8Array): Found {
  const guess = guessEncoding(bytes);
  return guess ? { ...guess, basis: 'characters' } : plain('utf-8', 'utf-8');
}

/** Text in another encoding reads as a UTF-8 character here and there by accident, but far more often not. */
const isMostlyUtf8 = ({ characters, invalid }: Utf8Look): boolean => characters >= invalid.length && characters > 0;

/** Characters of UTF-8, and nothing that is not, from which on it cannot be an accident. */
const NO_ACCIDENT = 4;
/** Share of bytes without meaning from which on a declared encoding is not believed. */
const TOO_MANY = 0.05;

function couldBe(bytes: Uint8Array, declared: EncodingName, look: Utf8Look): boolean {
  if (declared === 'utf-8') return look.high === 0 || isMostlyUtf8(look) || !guessEncoding(bytes);
  if (declared.startsWith('utf-16')) return false;
  if (look.invalid.length === 0 && look.characters >= NO_ACCIDENT) return false;
  return decoderOf(declared)(bytes, false).invalid.length <= look.high * TOO_MANY;
}

type Certain = { readonly encoding: EncodingName; readonly basis: 'mark' | 'zeros' } | { readonly unread: 'utf-32' | 'ebcdic' };

/** Byte-order marks (Unicode, section 23.8). */
function markOf([a, b, c, d]: Uint8Array): Certain | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', basis: 'mark' };
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return { unread: 'utf-32' };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', basis: 'mark' };
  return a === 0xfe && b === 0xff ? { encoding: 'utf-16be', basis: 'mark' } : undefined;
}

const WIDE_SAMPLE = 8192;

/** UTF-16 and UTF-32 without a mark: delimiters, digits and line ends have zeros on one side, and nothing else has. */
function wideOf(bytes: Uint8Array): Certain | undefined {
  const sample = bytes.subarray(0, Math.min(WIDE_SAMPLE, bytes.length) & ~3);
  const zeros = [0, 0, 0, 0];
  sample.forEach((byte, i) => { if (byte === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1; });
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  const least = Math.max(2, sample.length / 64);
  if (first + second + third + fourth < least) return undefined;
  const quarter = sample.length / 4;
  if (third > quarter * 0.9 && fourth > quarter * 0.9 && first < quarter * 0.1) return { unread: 'utf-32' };
  if (first > quarter * 0.9 && second > quarter * 0.9 && fourth < quarter * 0.1) return { unread: 'utf-32' };
  if (second + fourth >= least && isWide(sample, 1) && first + third <= (second + fourth) / 20) return { encoding: 'utf-16le', basis: 'zeros' };
  if (first + third >= least && isWide(sample, 0) && second + fourth <= (first + third) / 20) return { encoding: 'utf-16be', basis: 'zeros' };
  return undefined;
}

/** Whether units whose high byte is zero are characters of a table, there is a line end among them, and no surrogate stands alone. */
function isWide(sample: Uint8Array, high: 0 | 1): boolean {
  let [ascii, usual, lineEnds] = [0, 0, 0];
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i + high] !== 0) continue;
    const byte = sample[i + 1 - high] ?? 0;
    ascii += 1;
    usual += Number(byte >= 32 || byte === 9 || byte === 10 || byte === 13);
    lineEnds += Number(byte === 10 || byte === 13);
  }
  const { invalid } = decoderOf(high === 1 ? 'utf-16le' : 'utf-16be')(sample, false);
  return usual === ascii && invalid.length === 0 && (lineEnds > 0 || sample.length < 64);
}

/** Mainframe text: letters, digits, blanks and commas where EBCDIC has them, and none of the line ends and delimiters of ASCII. */
function isEbcdic(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, WIDE_SAMPLE);
  if (sample.length < 16 || sample.includes(0x0a) || sample.includes(0x2c)) return false;
  const usual = sample.filter(byte => (byte >= 0xf0 && byte <= 0xf9) || byte === 0x40 || byte === 0x6b || byte === 0x4b || byte === 0x15 || byte === 0x25 || byte === 0x0d || isEbcdicLetter(byte));
  return usual.length > sample.length * 0.95 && (sample.includes(0x15) || sample.includes(0x25));
}

const isEbcdicLetter = (byte: number): boolean => byte >= 0x81 && byte <= 0xe9 && (byte & 0x0f) >= 1 && (byte & 0x0f) <= 9;
