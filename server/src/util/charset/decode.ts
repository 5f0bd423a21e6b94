import { charsetOf, FIRST_ASTRAL, INVALID, LEAD } from './charset.ts';
import type { Charset } from './charset.ts';
import type { EncodingName } from './labels.ts';

/** UTF-8 that a run of bytes turned into. The bytes are valid until the next run. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** How many of the given bytes were used: fewer where the last character is cut. */
  readonly used: number;
  /** Bytes that mean nothing in the encoding: each became U+FFFD at offset `at` of `bytes`. */
  readonly invalid: readonly InvalidByte[];
}

export interface InvalidByte {
  readonly at: number;
  readonly byte: number;
}

/** Turns bytes of an encoding into UTF-8. Stateless: a run begins and, unless it is `last`, ends at the border of a character. */
export type Decode = (bytes: Uint8Array, last: boolean) => Decoded;

const REPLACEMENT = 0xfffd;

export function decoderOf(encoding: EncodingName): Decode {
  const out = new Utf8();
  if (encoding === 'utf-16le') return (bytes, last) => decodeWide(bytes, last, 0, 1, out.start(bytes.length));
  if (encoding === 'utf-16be') return (bytes, last) => decodeWide(bytes, last, 1, 0, out.start(bytes.length));
  const charset = charsetOf(encoding);
  return (bytes, last) => decodeBytes(charset, bytes, last, out.start(bytes.length));
}

/** Writes UTF-8 into room for the worst case, three bytes for each byte read, which is used again for every run. */
class Utf8 {
  #bytes = new Uint8Array(0);
  #invalid: InvalidByte[] = [];
  #length = 0;

  start(bytes: number): this {
    if (this.#bytes.length < 3 * bytes) this.#bytes = new Uint8Array(3 * bytes);
    this.#invalid = [];
    this.#length = 0;
    return this;
  }

  /** Copies a run of ASCII. */
  copy(bytes: Uint8Array, from: number, to: number): void {
    if (to - from < 16) for (let i = from; i < to; i++) this.#bytes[this.#length++] = bytes[i] ?? 0;
    else {
      this.#bytes.set(bytes.subarray(from, to), this.#length);
      this.#length += to - from;
    }
  }

  put(point: number): void {
    const out = this.#bytes;
    if (point < 0x80) out[this.#length++] = point;
    else if (point < 0x800) {
      out[this.#length++] = 0xc0 | (point >> 6);
      out[this.#length++] = 0x80 | (point & 0x3f);
    } else {
      if (point < 0x10000) out[this.#length++] = 0xe0 | (point >> 12);
      else {
        out[this.#length++] = 0xf0 | (point >> 18);
        out[this.#length++] = 0x80 | ((point >> 12) & 0x3f);
      }
      out[this.#length++] = 0x80 | ((point >> 6) & 0x3f);
      out[this.#length++] = 0x80 | (point & 0x3f);
    }
  }

  bad(byte: number): void {
    this.#invalid.push({ at: this.#length, byte });
    this.put(REPLACEMENT);
  }

  finish(used: number): Decoded {
    return { bytes: this.#bytes.subarray(0, this.#length), used, invalid: this.#invalid };
  }
}

function decodeBytes(charset: Charset, bytes: Uint8Array, last: boolean, out: Utf8): Decoded {
  let i = 0;
  while (i < bytes.length) {
    const start = i;
    while (i < bytes.length && (bytes[i] ?? 0) < 0x80) i++;
    out.copy(bytes, start, i);
    if (i === bytes.length) break;
    const byte = bytes[i] ?? 0;
    const point = charset.single[byte] ?? INVALID;
    if (point < INVALID && point !== LEAD) {
      out.put(point);
      i += 1;
      continue;
    }
    const taken = point === LEAD ? decodeSequence(charset, bytes, i, last, out) : 0;
    if (taken === CUT) break;
    if (taken === 0) out.bad(byte);
    i += Math.max(1, taken);
  }
  return out.finish(i);
}

/** More bytes must come before the sequence can be read. */
const CUT = -1;

/**
 * Reads what a lead byte begins; answers how many bytes it took, 0 where only the lead is bad. A trail byte that could be a character of its own is
 * never taken by a sequence that means nothing, so that no line end, delimiter or quote is lost (Encoding Standard, section 4.3).
 */
function decodeSequence(charset: Charset, bytes: Uint8Array, at: number, last: boolean, out: Utf8): number {
  if (at + 1 >= bytes.length) return last ? 0 : CUT;
  const lead = bytes[at] ?? 0;
  const trail = bytes[at + 1] ?? 0;
  if (charset.fours.length > 0 && trail >= 0x30 && trail <= 0x39) return decodeFour(charset, bytes, at, last, out);
  if (charset.triples.length > 0 && lead === 0x8f) return decodeTriple(charset, bytes, at, last, out);
  const point = charset.pairs[(lead << 8) | trail] ?? INVALID;
  if (point !== INVALID) {
    out.put(point);
    return 2;
  }
  if (trail < 0x80) return 0;
  out.bad(lead);
  return 2;
}

function decodeFour(charset: Charset, bytes: Uint8Array, at: number, last: boolean, out: Utf8): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
  const left = bytes.length - at;
  if ((left < 3 && !last) || (left < 4 && c >= 0x81 && c <= 0xfe && !last)) return CUT;
  if (left < 4 || c < 0x81 || c > 0xfe || d < 0x30 || d > 0x39) return 0;
  const index = (a - 0x81) * 12600 + (b - 0x30) * 1260 + (c - 0x81) * 10 + d - 0x30;
  const point = index < charset.fours.length ? charset.fours[index] ?? INVALID : index - FIRST_ASTRAL + 0x10000;
  if (index >= charset.fours.length && (index < FIRST_ASTRAL || point > 0x10ffff)) return 0;
  out.put(point);
  return 4;
}

function decodeTriple(charset: Charset, bytes: Uint8Array, at: number, last: boolean, out: Utf8): number {
  const second = bytes[at + 1] ?? 0;
  if (second < 0xa1) return 0;
  if (at + 2 >= bytes.length) return last ? 0 : CUT;
  const point = charset.triples[(second << 8) | (bytes[at + 2] ?? 0)] ?? INVALID;
  if (point === INVALID) return 0;
  out.put(point);
  return 3;
}

/** UTF-16; `low` and `high` are where the two bytes of a unit stand. Lone surrogates and an odd last byte are invalid. */
function decodeWide(bytes: Uint8Array, last: boolean, low: number, high: number, out: Utf8): Decoded {
  const unitAt = (i: number): number => ((bytes[i + high] ?? 0) << 8) | (bytes[i + low] ?? 0);
  let i = 0;
  for (; i + 1 < bytes.length; i += 2) {
    const unit = unitAt(i);
    if (unit < 0xd800 || unit > 0xdfff) {
      out.put(unit);
      continue;
    }
    if (unit < 0xdc00 && i + 3 >= bytes.length && !last) return out.finish(i);
    const next = unit < 0xdc00 && i + 3 < bytes.length ? unitAt(i + 2) : 0;
    if (next < 0xdc00 || next > 0xdfff) out.bad(bytes[i + high] ?? 0);
    else {
      out.put(0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
      i += 2;
    }
  }
  if (i < bytes.length && last) {
    out.bad(bytes[i] ?? 0);
    i += 1;
  }
  return out.finish(i);
}
