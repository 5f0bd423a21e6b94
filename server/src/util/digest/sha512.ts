import { hexOf, type BlockHash } from './blockHash.ts';
import { primeFractions } from './primes.ts';
import { word } from './sha256.ts';

/** High and low halves of 64-bit words in turn. */
const K = Int32Array.from(primeFractions(80, 3).flat());

/** SHA-512 of FIPS 180-4, section 6.4, with each 64-bit word as two halves. */
export function sha512(): BlockHash {
  const state = Int32Array.from(primeFractions(8, 2).flat());
  const w = new Int32Array(160);
  return {
    block: 128,
    take(bytes, from, to) {
      for (let at = from; at < to; at += 128) {
        for (let i = 0; i < 32; i++) w[i] = word(bytes, at + i * 4);
        mix(state, w);
      }
    },
    hex: () => hexOf(state),
  };
}

/** Half of a word turned right, `by` below 32; the other half comes in from the left. */
const turn = (half: number, other: number, by: number): number => (half >>> by) | (other << (32 - by));
/** The half that stands high after turning by more than 32 is the low one before. */
const sigma = (high: number, low: number, a: number, b: number): number => turn(high, low, a) ^ turn(high, low, b);

/** Low half of a sum, and what carries over into the high half. */
function add(sum: Int32Array, ...words: readonly (readonly [high: number, low: number])[]): void {
  let [high, low] = [0, 0];
  for (const [h, l] of words) {
    low += l >>> 0;
    high += h;
  }
  sum[1] = low | 0;
  sum[0] = (high + Math.floor(low / 2 ** 32)) | 0;
}

function mix(state: Int32Array, w: Int32Array): void {
  const at = (words: Int32Array, i: number): readonly [number, number] => [words[2 * i] ?? 0, words[2 * i + 1] ?? 0];
  const sum = new Int32Array(2);
  const total = (...words: readonly (readonly [number, number])[]): readonly [number, number] => {
    add(sum, ...words);
    return [sum[0] ?? 0, sum[1] ?? 0];
  };
  for (let i = 16; i < 80; i++) {
    const [[h0, l0], [h1, l1]] = [at(w, i - 15), at(w, i - 2)];
    const s0: readonly [number, number] = [sigma(h0, l0, 1, 8) ^ (h0 >>> 7), sigma(l0, h0, 1, 8) ^ turn(l0, h0, 7)];
    const s1: readonly [number, number] = [turn(h1, l1, 19) ^ turn(l1, h1, 29) ^ (h1 >>> 6), turn(l1, h1, 19) ^ turn(h1, l1, 29) ^ turn(l1, h1, 6)];
    const [high, low] = total(s1, at(w, i - 7), s0, at(w, i - 16));
    w[2 * i] = high;
    w[2 * i + 1] = low;
  }
  let [a, b, c, d, e, f, g, h] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3), at(state, 4), at(state, 5), at(state, 6), at(state, 7)];
  for (let i = 0; i < 80; i++) {
    const s1: readonly [number, number] = [sigma(e[0], e[1], 14, 18) ^ turn(e[1], e[0], 9), sigma(e[1], e[0], 14, 18) ^ turn(e[0], e[1], 9)];
    const choice: readonly [number, number] = [(e[0] & f[0]) ^ (~e[0] & g[0]), (e[1] & f[1]) ^ (~e[1] & g[1])];
    const first = total(h, s1, choice, at(K, i), at(w, i));
    const s0: readonly [number, number] = [turn(a[0], a[1], 28) ^ turn(a[1], a[0], 2) ^ turn(a[1], a[0], 7), turn(a[1], a[0], 28) ^ turn(a[0], a[1], 2) ^ turn(a[0], a[1], 7)];
    const majority: readonly [number, number] = [(a[0] & b[0]) ^ (a[0] & c[0]) ^ (b[0] & c[0]), (a[1] & b[1]) ^ (a[1] & c[1]) ^ (b[1] & c[1])];
    [h, g, f, e, d, c, b, a] = [g, f, e, total(d, first), c, b, a, total(first, s0, majority)];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) [state[2 * i], state[2 * i + 1]] = total(at(state, i), value);
}
