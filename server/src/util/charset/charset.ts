import type { EncodingName } from './labels.ts';

/** How the bytes of one encoding stand for characters. Bytes below 0x80 always stand for themselves. */
export interface Charset {
  readonly name: EncodingName;
  /** Of each byte alone: its code point, `INVALID`, or `LEAD` where it takes others with it. */
  readonly single: Uint32Array;
  /** Code point of two bytes at `lead << 8 | trail`, `INVALID` where they mean nothing. Empty where no byte leads. */
  readonly pairs: Uint32Array;
  /** Code points of the four-byte sequences of GB 18030 inside the Basic Multilingual Plane, by their linear index; empty elsewhere. */
  readonly fours: Uint16Array;
  /** Code points of what follows 0x8F in EUC-JP (JIS X 0212), as `pairs`; empty elsewhere. */
  readonly triples: Uint32Array;
}

export const INVALID = 0xffffffff;
export const LEAD = 0xfffffffe;

/** The table of an encoding of bytes, built at its first use; not for UTF-8 and UTF-16, which need none. */
export function charsetOf(name: EncodingName): Charset {
  const known = built.get(name);
  if (known) return known;
  const charset = build(name);
  built.set(name, charset);
  return charset;
}

const built = new Map<EncodingName, Charset>();
const NO_PAIRS = new Uint32Array(0);
const DOUBLE = new Set(['gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

type Decode = (bytes: Uint8Array) => string;

/** Only tables are taken from the platform's decoders: what they do at the end of a stream and with invalid bytes differs from host to host. */
function build(name: EncodingName): Charset {
  if (name === 'windows-1252') return { name, single: windows1252(), pairs: NO_PAIRS, fours: new Uint16Array(0), triples: NO_PAIRS };
  const decoder = new TextDecoder(name, { ignoreBOM: true });
  const decode: Decode = bytes => decoder.decode(bytes);
  if (!DOUBLE.has(name)) return { name, single: singlesOf(decode, NO_PAIRS), pairs: NO_PAIRS, fours: new Uint16Array(0), triples: NO_PAIRS };
  const pairs = pairsOf(decode, []);
  if (name === 'euc-kr') addUnifiedHangul(pairs);
  const isGb = name === 'gb18030' || name === 'gbk';
  const triples = name === 'euc-jp' ? pairsOf(decode, [0x8f]) : NO_PAIRS;
  const single = singlesOf(decode, pairs);
  if (name === 'euc-jp') single[0x8f] = LEAD;
  return { name, single, pairs, fours: isGb ? foursOf(decode) : new Uint16Array(0), triples };
}

/** Latin-1 with 27 characters more; written out because some versions of Node decode it as Latin-1 alone. */
function windows1252(): Uint32Array {
  const more = [...'€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'].map(one => one.charCodeAt(0) || INVALID);
  return Uint32Array.from({ length: 256 }, (_, byte) => (byte >= 0x80 && byte < 0xa0 ? more[byte - 0x80] ?? INVALID : byte));
}

/** Code points of all pairs of bytes, decoded in one go: a line feed after each keeps them apart, since it never is a trail byte. */
function pairsOf(decode: Decode, prefix: readonly number[]): Uint32Array {
  const pairs = new Uint32Array(0x10000).fill(INVALID);
  const keys: number[] = [];
  for (let lead = 0x80; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) keys.push((lead << 8) | trail);
  const texts = decode(Uint8Array.from(keys.flatMap(key => [...prefix, key >> 8, key & 0xff, 10]))).split('\n');
  keys.forEach((key, i) => {
    const text = texts[i] ?? '';
    const point = text.codePointAt(0) ?? 0;
    // Two characters mean that each byte stands for one: half-width katakana, or a byte that is invalid and one that is not.
    if (point !== 0xfffd && text.length === (point > 0xffff ? 2 : 1)) pairs[key] = point;
  });
  return pairs;
}

/** A byte alone: its character; a lead where it begins any pair. C1 controls are what decoders give for bytes that mean nothing. */
function singlesOf(decode: Decode, pairs: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    if (byte < 0x80) return byte;
    if (pairs.length > 0 && pairs.subarray(byte << 8, (byte << 8) + 256).some(point => point !== INVALID)) return LEAD;
    const text = decode(Uint8Array.of(byte));
    const point = text.codePointAt(0) ?? 0xfffd;
    return text.length !== 1 || point === 0xfffd || (point >= 0x80 && point < 0xa0) ? INVALID : point;
  });
}

const FOURS = 39420;

function foursOf(decode: Decode): Uint16Array {
  const bytes = new Uint8Array(4 * FOURS);
  for (let i = 0; i < FOURS; i++) bytes.set(fourBytes(i), 4 * i);
  const text = decode(bytes);
  return Uint16Array.from({ length: FOURS }, (_, i) => text.charCodeAt(i));
}

/** The four bytes with a linear index, counted from 81 30 81 30 (GB 18030-2005, section 4). */
export const fourBytes = (index: number): readonly number[] => [
  0x81 + Math.floor(index / 12600), 0x30 + (Math.floor(index / 1260) % 10), 0x81 + (Math.floor(index / 10) % 126), 0x30 + (index % 10),
];

/** Linear index of the first character beyond the Basic Multilingual Plane: 90 30 81 30. */
export const FIRST_ASTRAL = 189000;

/**
 * Windows code page 949 adds to EUC-KR the syllables that KS X 1001 leaves out, in the order of Unicode, at the pairs that were free. Platforms
 * differ in whether their `euc-kr` knows them, so they are laid out here.
 */
function addUnifiedHangul(pairs: Uint32Array): void {
  const known = new Set<number>();
  for (let lead = 0xb0; lead <= 0xc8; lead++) for (let trail = 0xa1; trail <= 0xfe; trail++) known.add(pairs[(lead << 8) | trail] ?? INVALID);
  const free = freePairs();
  for (let syllable = 0xac00; syllable <= 0xd7a3; syllable++) {
    if (known.has(syllable)) continue;
    const key = free.next().value;
    if (key !== undefined) pairs[key] = syllable;
  }
}

function* freePairs(): Generator<number, undefined> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail++) {
      if (trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81) yield (lead << 8) | trail;
    }
  }
  return undefined;
}
