import { mix } from '../mix.ts';

/** Numbers of a signature; two signatures agree in about as many of them as the Jaccard similarity of their sets says. */
export const SIGNATURE = 64;
/** Numbers that must agree together for two signatures to be compared: 16 bands of 4 miss about one pair in a hundred of similarity 0.7. */
export const BAND = 4;
/** Tokens of a shingle. */
const SHINGLE = 3;
const SEED = 0x51_6e;
const FACTORS = Uint32Array.from({ length: SIGNATURE }, (_, i) => mix(i, SEED) | 1);
const OFFSETS = Uint32Array.from({ length: SIGNATURE }, (_, i) => mix(i + SIGNATURE, SEED));

const SINGLE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const TOKEN = new RegExp(`[${SINGLE}]|(?:(?![${SINGLE}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Words of a text in small letters, without punctuation; in scripts that do not space words, each character is one. */
export const tokensOf = (text: string): readonly string[] => text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];

/** Adds the MinHash signature of a text's shingles of three words to `target`, from `at` on (Broder 1997). */
export function writeSignature(tokens: readonly string[], target: Uint32Array, at: number): void {
  target.fill(0xffffffff, at, at + SIGNATURE);
  const hashes = tokens.map(hashText);
  for (let i = 0; i === 0 || i + SHINGLE <= hashes.length; i++) {
    const shingle = mix(mix(mix(hashes[i] ?? 0, 1) ^ (hashes[i + 1] ?? 0), 2) ^ (hashes[i + 2] ?? 0), 3);
    for (let k = 0; k < SIGNATURE; k++) {
      const value = mixOnce(shingle, k);
      if (value < (target[at + k] ?? 0)) target[at + k] = value;
    }
  }
}

/** Share of the numbers in which two signatures agree. */
export function similarity(signatures: Uint32Array, one: number, other: number): number {
  let same = 0;
  for (let k = 0; k < SIGNATURE; k++) if (signatures[one + k] === signatures[other + k]) same++;
  return same / SIGNATURE;
}

function mixOnce(shingle: number, k: number): number {
  const value = Math.imul(shingle ^ (OFFSETS[k] ?? 0), FACTORS[k] ?? 1);
  return (value ^ (value >>> 15)) >>> 0;
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
