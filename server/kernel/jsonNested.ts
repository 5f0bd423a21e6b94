// Arrays and objects that are one cell each, passed over and checked on the way.
import { scalarEnd, space, stringEnd } from './jsonTokens';

/** Levels and keys of one object up to which they are read here; each is beyond what records have. */
const MOST_LEVELS: u32 = 64;
const MOST_KEYS: u32 = 512;

/** Of each open level its closing bracket, and where its keys begin in the list of keys: address and length of each. */
const closings: usize = memory.data(64, 16);
const bases: usize = memory.data(4 * 64, 16);
const keys: usize = memory.data(8 * 512, 16);
let keyCount: u32 = 0;

/** Returns the address after the array or object at `at`, or 0 where it is broken or odd: repeated keys, and too many levels or keys. */
export function nestedEnd(at: usize): usize {
  let depth: u32 = 0;
  keyCount = 0;
  while (true) {
    const byte = load<u8>(at);
    let end: usize;
    if (byte == 0x5b || byte == 0x7b) {
      if (depth == MOST_LEVELS) return 0;
      store<u8>(closings + depth, byte + 2);
      store<u32>(bases + 4 * <usize>depth, keyCount);
      depth++;
      at = space(at + 1);
      if (load<u8>(at) != byte + 2) {
        if (byte == 0x7b) at = member(at, depth - 1);
        if (at == 0) return 0;
        continue;
      }
      depth--;
      end = at + 1;
    } else {
      end = scalarEnd(at);
      if (end == 0) return 0;
    }
    // A value has ended: so may what holds it.
    while (true) {
      if (depth == 0) return end;
      at = space(end);
      const closing = load<u8>(closings + depth - 1);
      const next = load<u8>(at);
      if (next == closing) {
        depth--;
        keyCount = load<u32>(bases + 4 * <usize>depth);
        end = at + 1;
        continue;
      }
      if (next != 0x2c) return 0;
      at = space(at + 1);
      if (closing == 0x7d) at = member(at, depth - 1);
      else if (load<u8>(at) == 0x5d) return 0;
      if (at == 0) return 0;
      break;
    }
  }
}

/** Reads a key and returns where its value begins. */
function member(at: usize, depth: u32): usize {
  if (load<u8>(at) != 34 || keyCount == MOST_KEYS) return 0;
  const end = stringEnd(at + 1);
  if (end == 0) return 0;
  const length = <u32>(end - at);
  for (let i = load<u32>(bases + 4 * <usize>depth); i < keyCount; i++) {
    const other = keys + 8 * <usize>i;
    if (load<u32>(other, 4) == length && memory.compare(load<u32>(other), at, length) == 0) return 0;
  }
  store<u32>(keys + 8 * <usize>keyCount, <u32>at);
  store<u32>(keys + 8 * <usize>keyCount, length, 4);
  keyCount++;
  at = space(end);
  return load<u8>(at) == 0x3a ? space(at + 1) : 0;
}
