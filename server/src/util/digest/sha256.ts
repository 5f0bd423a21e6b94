import { hexOf, type BlockHash } from './blockHash.ts';
import { primeFractions } from './primes.ts';

const K = Int32Array.from(primeFractions(64, 3).map(([high]) => high));

/** SHA-256 of FIPS 180-4, section 6.2. */
export function sha256(): BlockHash {
  const state = Int32Array.from(primeFractions(8, 2).map(([high]) => high));
  const w = new Int32Array(64);
  return {
    block: 64,
    take(bytes, from, to) {
      for (let at = from; at < to; at += 64) {
        for (let i = 0; i < 16; i++) w[i] = word(bytes, at + i * 4);
        mix(state, w);
      }
    },
    hex: () => hexOf(state),
  };
}

export const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);

const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

function mix(state: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15] ?? 0, w[i - 2] ?? 0];
    w[i] = ((turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)) + (w[i - 7] ?? 0) + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (w[i - 16] ?? 0)) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (w[i] ?? 0)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + first) | 0; d = c; c = b; b = a; a = (first + second) | 0;
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] ?? 0) + value) | 0;
}
