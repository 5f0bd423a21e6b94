const MASK = (1n << 64n) - 1n;
const K0 = 0x9e3779b97f4a7c15n;
const K1 = 0xc2b2ae3d27d4eb4fn;
const K2 = 0xbf58476d1ce4e5b9n;
const K3 = 0x94d049bb133111ebn;
const K5 = 0xff51afd7ed558ccdn;

/** Stands for a cell that a record does not have. */
export const ABSENT = K3;

/**
 * The 64-bit hash of a content: blocks of 16 bytes, the last one filled up with zeros, at least one. Both halves of a block are multiplied with constants
 * of their own, turned so that the bits of neither half meet those of the other, and taken into a chain that begins with the length.
 */
export function hashOf(content: Uint8Array): bigint {
  let hash = BigInt(content.length);
  for (let at = 0; at === 0 || at < content.length; at += 16) {
    const low = word(content, at);
    const high = word(content, at + 8);
    hash = times(rotate(hash, 29n) ^ rotate(times(low, K1), 32n) ^ rotate(times(high, K3), 19n), K0);
  }
  return finish(hash);
}

/** One hash of a row from the hashes of its cells, in order. */
export function rowHashOf(cells: readonly bigint[]): bigint {
  return finish(cells.reduce((row, cell) => times(rotate(row ^ cell, 29n), K1), K2));
}

function finish(hash: bigint): bigint {
  const folded = times(hash ^ (hash >> 32n), K5);
  return folded ^ (folded >> 29n);
}

/** Eight bytes, lowest first; zeros after the end. */
function word(bytes: Uint8Array, at: number): bigint {
  let value = 0n;
  for (let i = 7; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i] ?? 0);
  return value;
}

function times(a: bigint, b: bigint): bigint {
  return (a * b) & MASK;
}

function rotate(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & MASK;
}
