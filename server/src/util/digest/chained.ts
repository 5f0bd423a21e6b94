import { hexOf, type BlockHash } from './blockHash.ts';
import { word } from './sha256.ts';

const turn = (x: number, by: number): number => (x << by) | (x >>> (32 - by));
const swapped = (x: number): number => ((x << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24)) | 0;
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** SHA-1 of FIPS 180-4, section 6.1: good enough to notice accidents, not to keep out anybody. */
export function sha1(): BlockHash {
  const state = Int32Array.from(START);
  const w = new Int32Array(80);
  return {
    block: 64,
    take(bytes, from, to) {
      for (let at = from; at < to; at += 64) {
        for (let i = 0; i < 16; i++) w[i] = word(bytes, at + i * 4);
        for (let i = 16; i < 80; i++) w[i] = turn((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1);
        mixSha1(state, w);
      }
    },
    hex: () => hexOf(state),
  };
}

function mixSha1(state: Int32Array, w: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const [f, k] = i < 20 ? [(b & c) | (~b & d), 0x5a827999] : i < 40 ? [b ^ c ^ d, 0x6ed9eba1] : i < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6];
    const next = (turn(a, 5) + f + e + k + (w[i] ?? 0)) | 0;
    e = d; d = c; c = turn(b, 30); b = a; a = next;
  }
  for (const [i, value] of [a, b, c, d, e].entries()) state[i] = ((state[i] ?? 0) + value) | 0;
}

const SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);
const TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** MD5 of RFC 1321. */
export function md5(): BlockHash {
  const state = Int32Array.from(START.slice(0, 4));
  const w = new Int32Array(16);
  return {
    block: 64,
    take(bytes, from, to) {
      for (let at = from; at < to; at += 64) {
        for (let i = 0; i < 16; i++) w[i] = swapped(word(bytes, at + i * 4));
        mixMd5(state, w);
      }
    },
    hex: () => hexOf(state.map(swapped)),
  };
}

function mixMd5(state: Int32Array, w: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const f = round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d);
    const g = round === 0 ? i : round === 1 ? (5 * i + 1) % 16 : round === 2 ? (3 * i + 5) % 16 : (7 * i) % 16;
    const next = (b + turn((a + f + (SINES[i] ?? 0) + (w[g] ?? 0)) | 0, TURNS[round * 4 + (i % 4)] ?? 0)) | 0;
    a = d; d = c; c = b; b = next;
  }
  for (const [i, value] of [a, b, c, d].entries()) state[i] = ((state[i] ?? 0) + value) | 0;
}
