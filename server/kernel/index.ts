// What the host calls. Pointers are byte offsets into the exported memory.
import { hashBytes as hashOf } from './content';
import { addToken, MAP_BYTES, Tokens } from './tokens';
import { powersOfTen } from './numbers';

export { hashBytes } from './content';
export { allocate, release } from './memory';
export { tokenize } from './tokenize';
export { survey } from './survey';
export { characterClasses } from './characters';
export { addTouching, createTable, dropTable } from './table';
export { addNamed } from './named';
export { createNode, readLines } from './json';
export { resolveEscapes } from './jsonEscapes';
export { cellFacts, hashRows } from './rows';
export { exportedMost, exportTable, mergeTable } from './exported';

/** Where the host writes 10^0 to 10^308. */
export function powers(): usize {
  return powersOfTen;
}

/** Bytes that the token table of `count` tokens takes in all. */
export function tokenBytes(count: u32): usize {
  return offsetof<Tokens>() + 64 + MAP_BYTES + 16 * <usize>count;
}

/** Lays out an empty token table in a block of zeros. */
export function createTokens(at: usize, count: u32): void {
  const tokens = changetype<Tokens>(at);
  tokens.count = count;
  tokens.empty = -1;
  tokens.hashes = (at + offsetof<Tokens>() + 15) & ~15;
  tokens.addresses = tokens.hashes + 8 * <usize>count;
  tokens.lengths = tokens.addresses + 4 * <usize>count;
  tokens.map = tokens.lengths + 4 * <usize>count;
}

/** Adds token `index`; its bytes stay where they are. */
export function setToken(at: usize, index: u32, bytes: usize, length: u32): void {
  addToken(changetype<Tokens>(at), index, hashOf(bytes, length), bytes, length);
}
