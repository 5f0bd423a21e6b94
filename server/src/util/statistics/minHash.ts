import { mix } from '../mix.ts';

/** Numbers of a signature; two signatures agree in about as many of them as the Jaccard similarity of their sets says. They find what is worth comparing. */
export const SIGNATURE = 64;
/** Numbers that must agree together for two signatures to be compared: 16 bands of 4 miss about one pair in a hundred of similarity 0.7. */
export const BAND = 4;
/** Shingles kept of a text: the standard error of a similarity of 0.8 is 0.03 where it has more, and there is none where it has not. */
export const SKETCH = 192;
/** Tokens of a shingle. */
const SHINGLE = 3;
const SEED = 0x51_6e;
const FACTORS = Uint32Array.from({ length: SIGNATURE }, (_, i) => mix(i, SEED) | 1);
const OFFSETS = Uint32Array.from({ length: SIGNATURE }, (_, i) => mix(i + SIGNATURE, SEED));

const SINGLE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const TOKEN = new RegExp(`[${SINGLE}]|(?:(?![${SINGLE}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Words of a text in small letters, without punctuation; in scripts that do not space words, each character is one. */
export const tokensOf = (text: string): readonly string[] => text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];

/** Hashes of a text's shingles of three words, each once, ascending. */
export function shinglesOf(tokens: readonly string[]): Uint32Array {
  const hashes = tokens.map(hashText);
  const shingles = new Uint32Array(Math.max(1, hashes.length - SHINGLE + 1));
  for (let i = 0; i < shingles.length; i++) shingles[i] = mix(mix(mix(hashes[i] ?? 0, 1) ^ (hashes[i + 1] ?? 0), 2) ^ (hashes[i + 2] ?? 0), 3);
  shingles.sort();
  let kept = 0;
  for (const shingle of shingles) if (kept === 0 || shingle !== shingles[kept - 1]) shingles[kept++] = shingle;
  return shingles.subarray(0, kept);
}

/** Adds the MinHash signature of shingles to `target`, from `at` on (Broder 1997). */
export function writeSignature(shingles: Uint32Array, target: Uint32Array, at: number): void {
  target.fill(0xffffffff, at, at + SIGNATURE);
  for (const shingle of shingles) {
    for (let k = 0; k < SIGNATURE; k++) {
      const value = mixOnce(shingle, k);
      if (value < (target[at + k] ?? 0)) target[at + k] = value;
    }
  }
}

/**
 * Jaccard similarity of two sets by the smallest of their numbers, at most `SKETCH` of each, ascending: exact where neither has more, else estimated by the
 * smallest `SKETCH` of both together (Beyer et al. 2007).
 */
export function similarity(one: Uint32Array, other: Uint32Array): number {
  let [i, j, same, all] = [0, 0, 0, 0];
  const most = one.length < SKETCH && other.length < SKETCH ? Infinity : SKETCH;
  while (all < most && (i < one.length || j < other.length)) {
    const [a, b] = [one[i] ?? Infinity, other[j] ?? Infinity];
    if (a === b) same++;
    if (a <= b) i++;
    if (b <= a) j++;
    all++;
  }
  return same / Math.max(1, all);
}

function mixOnce(shingle: number, k: number): number {
  const value = Math.imul(shingle ^ (OFFSETS[k] ?? 0), FACTORS[k] ?? 1);
  return (value ^ (value >>> 15)) >>> 0;
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
