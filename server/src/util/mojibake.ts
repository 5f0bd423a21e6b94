import { encode } from './charset/encode.ts';

/** What Windows-1252 makes of bytes 0x80 to 0xBF, which in UTF-8 continue a character. Quotation marks and dashes stand beside letters in any text. */
const MARKS = '‘’‚“”„–—…«»‹›';
const LOUD = '\\u0080-\\u009f\\u00a0-\\u00aa\\u00ac-\\u00ba\\u00bc-\\u00bf€ƒ†‡ˆ‰Š‹ŒŽ•˜™šœžŸ';
const ANY = `${LOUD}${MARKS}`;

/**
 * UTF-8 that was read as Windows-1252: `Ã©` for é, `â€™` for ’, `ä¸­` for 中, `Ð°Ð±` for аб. Two characters alone must be ones that no text has beside
 * each other; where the second could be a quotation mark or a dash, it takes a third, or a small letter as in `Ã–sterreich`.
 */
const AS_LATIN = new RegExp([
  `[ÂÃÄÅ][${LOUD}]`, `Ã[${MARKS}](?=\\p{Ll})`, `(?:[ÄÅÎÏÐÑØÙ×][${ANY}]){2}`, `â€[${ANY}]`, `ï»¿|ï¿½`, `[àâ-ï][${LOUD}][${ANY}]`, `[àâ-ï][${ANY}][${LOUD}]`, `ð[${ANY}]{3}`,
].join('|'), 'u');

/** Characters that UTF-8 read as GBK is full of, and Chinese text hardly ever has: ，。“ and 的 turn into these. */
const AS_GBK = /[锛銆鈥鐨]/u;

/** Remains of characters that cannot be had back: U+FFFD, and what it turns into when it is read as GBK. */
const LOST = /\ufffd|锟斤|斤拷/u;

export const isLost = (text: string): boolean => LOST.test(text);

/** Whether a text is UTF-8 that was decoded as something else, so that it can be had back exactly. */
export const isMojibake = (text: string): boolean => repaired(text) !== undefined;

/** The text as it was before it was decoded wrongly, where encoding it again leads to just the bytes of well-formed UTF-8. */
export function repaired(text: string): string | undefined {
  const encoding = AS_LATIN.test(text) ? 'windows-1252' : AS_GBK.test(text) ? 'gbk' : undefined;
  const bytes = encoding === 'windows-1252' ? latinBytes(text) : encoding && encode(text, encoding);
  const right = bytes && decodeStrictly(bytes);
  return right === undefined || right === text || isLost(right) ? undefined : right;
}

/** Programs differ in what they make of the five bytes Windows-1252 leaves open; most make C1 controls of them. */
function latinBytes(text: string): Uint8Array | undefined {
  const parts = text.split(/([\x80-\x9f])/);
  const bytes: number[] = [];
  for (const part of parts) {
    const own = /^[\x80-\x9f]$/.test(part) ? [part.charCodeAt(0)] : encode(part, 'windows-1252');
    if (!own) return undefined;
    bytes.push(...own);
  }
  return Uint8Array.from(bytes);
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A byte of Windows-1252 as the UTF-8 it is written in now: whether two bytes can begin one of the characters above. */
const followsLatin = (byte: number): boolean => byte === 0xc2 || byte === 0xe2 || byte === 0xc5 || byte === 0xc6 || byte === 0xcb;

/**
 * Offset at `from` or after it, and before `until`, where bytes of UTF-8 could be what this file is about; -1 where there is none. Quick, and wrong rather
 * too often than too seldom.
 */
export function suspectAt(bytes: Uint8Array, from: number, until: number): number {
  const to = Math.min(until, bytes.length);
  const skip = -(bytes.byteOffset + from) & 3;
  const first = from + skip;
  if (first + 4 > to) return suspectByte(bytes, from, to);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + first, (to - first) >>> 2);
  const before = suspectByte(bytes, from, first);
  if (before !== -1) return before;
  for (let i = 0; i < words.length; i++) {
    // Four bytes of ASCII at a time: most text is nothing else.
    if (((words[i] ?? 0) & 0x80808080) === 0) continue;
    const found = suspectByte(bytes, first + 4 * i, first + 4 * i + 4);
    if (found !== -1) return found;
  }
  return suspectByte(bytes, first + 4 * words.length, to);
}

function suspectByte(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const lead = bytes[i] ?? 0;
    if (lead !== 0xc3 && lead !== 0xef && lead !== 0xe9) continue;
    const [second = 0, third = 0] = [bytes[i + 1], bytes[i + 2]];
    if (lead === 0xc3 ? second >= 0x82 && second <= 0xb0 && followsLatin(third) : lead === 0xef ? second === 0xbf && third === 0xbd : isGbkSign(second, third)) return i;
  }
  return -1;
}

/** 锟 锛 銆 鈥 鐨, all of which begin with 0xE9. */
const isGbkSign = (second: number, third: number): boolean =>
  (second === 0x94 && (third === 0x9f || third === 0x9b)) || (second === 0x8a && third === 0x86) || (second === 0x88 && third === 0xa5) || (second === 0x90 && third === 0xa8);
