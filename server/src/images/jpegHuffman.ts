import { DamagedPicture } from './damaged.ts';
import { u8 } from './numbers.ts';

/** Bits that are looked up at once; longer codes are rare. */
export const FAST_BITS = 9;

/** A table of codes as T.81 annex F decodes them, with a shortcut for short ones. */
export interface HuffmanTable {
  /** By the next `FAST_BITS` bits: length of the code times 256 plus the symbol, 0 where the code is longer. */
  readonly fast: Uint16Array;
  /** By length, the greatest code of that length, -1 where there is none, and what to add to a code for its place among the symbols. */
  readonly greatest: Int32Array;
  readonly shift: Int32Array;
  readonly symbols: Uint8Array;
}

/** Reads the tables of a DHT segment into those of DC and AC. */
export function huffmanTables(content: Uint8Array, dc: HuffmanTable[], ac: HuffmanTable[]): void {
  for (let at = 0; at + 17 <= content.length;) {
    const [kind, id] = [u8(content, at) >> 4, u8(content, at) & 15];
    const counts = content.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total > 256) throw new DamagedPicture('a table has more than 256 codes');
    (kind === 0 ? dc : ac)[id] = tableOf(counts, content.slice(at + 17, at + 17 + total));
    at += 17 + total;
  }
}

function tableOf(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const fast = new Uint16Array(1 << FAST_BITS);
  const [greatest, shift] = [new Int32Array(18).fill(-1), new Int32Array(18)];
  let [code, k] = [0, 0];
  for (let length = 1; length <= 16; length++, code <<= 1) {
    shift[length] = k - code;
    for (let i = 0; i < (counts[length - 1] ?? 0); i++, k++, code++) {
      if (length > FAST_BITS) continue;
      const from = code << (FAST_BITS - length);
      fast.fill(length << 8 | (symbols[k] ?? 0), from, from + (1 << (FAST_BITS - length)));
    }
    if ((counts[length - 1] ?? 0) > 0) greatest[length] = code - 1;
  }
  return { fast, greatest, shift, symbols };
}
