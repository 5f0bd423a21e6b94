// The spellings of "missing": a bit map of hashes says at once for nearly every cell that it is none of them.

/** Bits of the map; 48 tokens set little more than one in a hundred. */
const MAP_BITS: u64 = 4096;

@unmanaged
export class Tokens {
  count: u32 = 0;
  /** Hash of each token, its address and its length. */
  hashes: usize = 0;
  addresses: usize = 0;
  lengths: usize = 0;
  map: usize = 0;
  /** Index of the empty token, or -1, and its hash. */
  empty: i32 = 0;
  emptyHash: u64 = 0;
  /** Bytes of the longest token, and whether any token has a digit. */
  longest: u32 = 0;
  anyDigits: bool = false;
}

export const MAP_BYTES: usize = <usize>(MAP_BITS / 8);

export function addToken(tokens: Tokens, index: u32, hash: u64, at: usize, length: u32): void {
  store<u64>(tokens.hashes + 8 * <usize>index, hash);
  store<u32>(tokens.addresses + 4 * <usize>index, <u32>at);
  store<u32>(tokens.lengths + 4 * <usize>index, length);
  if (length == 0 && tokens.empty < 0) {
    tokens.empty = <i32>index;
    tokens.emptyHash = hash;
  }
  tokens.longest = max<u32>(tokens.longest, length);
  for (let i: u32 = 0; i < length; i++) if (<u32>load<u8>(at + i) - 0x30 < 10) tokens.anyDigits = true;
  const byte = tokens.map + <usize>((hash % MAP_BITS) >> 3);
  store<u8>(byte, load<u8>(byte) | (1 << <u8>(hash & 7)));
}

/** Whether the content of a hash may be a token. */
// @ts-ignore: decorator
@inline
export function mayBeToken(tokens: Tokens, hash: u64): bool {
  const byte = <u32>load<u8>(tokens.map + <usize>((hash % MAP_BITS) >> 3));
  return ((byte >> (<u32>hash & 7)) & 1) != 0;
}

/** Index of the token that a content equals, or -1. */
// @ts-ignore: decorator
@inline
export function tokenOf(tokens: Tokens, hash: u64, at: usize, length: u32): i32 {
  return mayBeToken(tokens, hash) ? findToken(tokens, hash, at, length) : -1;
}

function findToken(tokens: Tokens, hash: u64, at: usize, length: u32): i32 {
  for (let i: u32 = 0; i < tokens.count; i++) {
    if (load<u64>(tokens.hashes + 8 * <usize>i) != hash || load<u32>(tokens.lengths + 4 * <usize>i) != length) continue;
    if (memory.compare(load<u32>(tokens.addresses + 4 * <usize>i), at, length) == 0) return <i32>i;
  }
  return -1;
}
