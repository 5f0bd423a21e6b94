import { mix } from '../mix.ts';

/** Numbers that must agree together for two texts to be compared, and how often they may: 12 bands of 3 miss one pair in 150 of similarity 0.7, in 5,000 of 0.8. */
export const BAND = 3;
export const BANDS = 12;
/** Numbers of a signature; two signatures agree in about as many of them as the Jaccard similarity of their sets says. They find what is worth comparing. */
const SIGNATURE = BAND * BANDS;
/** Shingles kept of a text at most: the standard error of a similarity of 0.8 is 0.03 where it has more, and there is none where it has not. */
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

const signature = new Uint32Array(SIGNATURE);

/** Writes one hash a band of the MinHash signature of shingles to `keys` (Broder 1997). */
export function writeBands(shingles: Uint32Array, keys: Uint32Array): void {
  signature.fill(0xffffffff);
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i] ?? 0;
    for (let k = 0; k < SIGNATURE; k++) {
      const value = mixOnce(shingle, k);
      if (value < (signature[k] ?? 0)) signature[k] = value;
    }
  }
  for (let band = 0; band < BANDS; band++) {
    let key = mix(band, SEED);
    for (let k = band * BAND; k < (band + 1) * BAND; k++) key = mix(key, signature[k] ?? 0);
    keys[band] = key;
  }
}

/**
 * Jaccard similarity of two sets by the smallest of their numbers, at most `limit` of each, ascending: exact where neither has more, else estimated by the
 * smallest `limit` of both together (Beyer et al. 2007).
 */
export function similarity(one: Uint32Array, other: Uint32Array, limit = SKETCH): number {
  let [i, j, same, all] = [0, 0, 0, 0];
  const most = one.length < limit && other.length < limit ? Infinity : limit;
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
