import { bytesOfBase64 } from './base64.ts';

/**
 * A set of words that can be asked but not listed: a Bloom filter (Bloom 1970). A word that was put in is always found; of the others about one in a hundred is
 * found as well. Tens of thousands of names take ten bits each and no time to load, where a list of them would take both.
 */
export interface WordFilter {
  has(word: string): boolean;
}

/** `bits` is what `encodeWords` made. */
export function wordFilter(bits: string): WordFilter {
  let table: Uint8Array | undefined;
  return {
    has(word) {
      table ??= bytesOfBase64(bits);
      return holdsAll(table, word);
    },
  };
}

/** The filter of some words as base64. */
export function encodeWords(words: readonly string[]): string {
  const table = new Uint8Array(Math.ceil((words.length * BITS_A_WORD) / 8));
  for (const word of words) for (const place of placesOf(word, table.length * 8)) table[place >> 3] = (table[place >> 3] ?? 0) | 1 << (place & 7);
  return btoa(Array.from(table, byte => String.fromCharCode(byte)).join(''));
}

const BITS_A_WORD = 10;
/** The number of hashes with which ten bits a word find least by chance. */
const HASHES = 7;

/** Two hashes make all (Kirsch and Mitzenmacher 2006). */
function placesOf(word: string, size: number): readonly number[] {
  const [first, second] = [fnv(word, 0x811c9dc5), fnv(word, 0x9747b28c) | 1];
  return Array.from({ length: HASHES }, (_, i) => (first + Math.imul(i, second) >>> 0) % size);
}

/** Whether all bits of `placesOf` are set. Most words lack the first or second one. */
function holdsAll(table: Uint8Array, word: string): boolean {
  const size = table.length * 8;
  const first = fnv(word, 0x811c9dc5);
  const second = fnv(word, 0x9747b28c) | 1;
  for (let i = 0; i < HASHES; i++) {
    const place = (first + Math.imul(i, second) >>> 0) % size;
    if (((table[place >> 3] ?? 0) >> (place & 7) & 1) === 0) return false;
  }
  return true;
}

/** FNV-1a over UTF-16 units with a last round that mixes the high bits down. */
function fnv(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ hash >>> 15, 0x85ebca6b);
  return (hash ^ hash >>> 13) >>> 0;
}
