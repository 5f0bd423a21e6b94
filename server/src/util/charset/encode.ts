import { charsetOf, FIRST_ASTRAL, fourBytes, INVALID, LEAD } from './charset.ts';
import type { Charset } from './charset.ts';
import type { EncodingName } from './labels.ts';

/**
 * The bytes of a text in an encoding, `undefined` where it has a character that the encoding lacks: then it cannot be written back. Decoding the
 * bytes gives the text again.
 */
export function encode(text: string, encoding: EncodingName): Uint8Array | undefined {
  if (encoding === 'utf-8') return isWellFormed(text) ? new TextEncoder().encode(text) : undefined;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return isWellFormed(text) ? encodeWide(text, encoding === 'utf-16be') : undefined;
  const charset = charsetOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const sequence = point < 0x80 ? point : bytesOf(point, charset);
    if (sequence === undefined) return undefined;
    if (typeof sequence === 'number') pushSequence(bytes, sequence);
    else bytes.push(...sequence);
  }
  return Uint8Array.from(bytes);
}

/** No half of a surrogate pair stands alone. */
const isWellFormed = (text: string): boolean => !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);

function encodeWide(text: string, bigEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !bigEndian);
  return new Uint8Array(view.buffer);
}

function pushSequence(bytes: number[], sequence: number): void {
  if (sequence > 0xffff) bytes.push(sequence >> 16);
  if (sequence > 0xff) bytes.push((sequence >> 8) & 0xff);
  bytes.push(sequence & 0xff);
}

/** A sequence of up to three bytes as a number, or four bytes of GB 18030. GBK proper has no such: they are written for `gb18030` alone. */
function bytesOf(point: number, charset: Charset): number | readonly number[] | undefined {
  const known = reverseOf(charset).get(point);
  if (known !== undefined || charset.name !== 'gb18030') return known;
  if (point > 0xffff) return fourBytes(point - 0x10000 + FIRST_ASTRAL);
  const index = charset.fours.indexOf(point);
  return index === -1 ? undefined : fourBytes(index);
}

const reversed = new Map<EncodingName, ReadonlyMap<number, number>>();

function reverseOf(charset: Charset): ReadonlyMap<number, number> {
  const known = reversed.get(charset.name);
  if (known) return known;
  const map = reverse(charset);
  reversed.set(charset.name, map);
  return map;
}

/** Where a character has several sequences the first in this order wins, as in the Encoding Standard. */
function reverse({ name, single, pairs, triples }: Charset): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  const add = (point: number, sequence: number): void => {
    if (point !== INVALID && point !== LEAD && !map.has(point)) map.set(point, sequence);
  };
  single.forEach((point, byte) => { if (byte >= 0x80) add(point, byte); });
  if (name === 'big5') for (const twice of LAST_IN_BIG5) add(twice, pairs.lastIndexOf(twice));
  const isLate = isLateIn(name);
  pairs.forEach((point, key) => { if (!isLate(key >> 8)) add(point, key); });
  pairs.forEach((point, key) => add(point, key));
  triples.forEach((point, key) => add(point, 0x8f0000 | key));
  return map;
}

/** Box-drawing characters and numerals that Big5 has twice and writes the second way. */
const LAST_IN_BIG5 = [0x2550, 0x255e, 0x2561, 0x256a, 0x5341, 0x5345];

/** Lead bytes of characters that stand elsewhere as well: the extensions of Hong Kong in Big5, those NEC took over from IBM in Shift_JIS. */
function isLateIn(name: EncodingName): (lead: number) => boolean {
  if (name === 'big5') return lead => lead < 0xa1;
  if (name === 'shift_jis') return lead => lead === 0xed || lead === 0xee;
  return () => false;
}
