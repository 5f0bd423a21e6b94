// Errors of UTF-8 by vectors, in blocks of 64 bytes.
//
// Bytes are classified by three table look-ups on nibbles, after J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per byte" (2021):
// each bit of a table entry stands for one way in which two neighbouring bytes can be wrong, and a pair is wrong if all three look-ups agree on a bit.
import { lowers, uppers } from './characters';

/** Tables and limits are loaded, since the engine would build a constant anew each time it is used. */
const firstHighs: usize = memory.data<u8>([2, 2, 2, 2, 2, 2, 2, 2, 0x80, 0x80, 0x80, 0x80, 0x21, 1, 0x15, 0x49], 16);
const firstLows: usize = memory.data<u8>([0xe7, 0xa3, 0x83, 0x83, 0x8b, 0xcb, 0xcb, 0xcb, 0xcb, 0xcb, 0xcb, 0xcb, 0xcb, 0xdb, 0xcb, 0xcb], 16);
const secondHighs: usize = memory.data<u8>([1, 1, 1, 1, 1, 1, 1, 1, 0xe6, 0xae, 0xba, 0xba, 1, 1, 1, 1], 16);
const nibbles: usize = memory.data<u64>([0x0f0f0f0f0f0f0f0f, 0x0f0f0f0f0f0f0f0f], 16);
const thirds: usize = memory.data<u64>([0x6060606060606060, 0x6060606060606060], 16);
const fourths: usize = memory.data<u64>([0x7070707070707070, 0x7070707070707070], 16);
const tops: usize = memory.data<u64>([0x8080808080808080, 0x8080808080808080], 16);

/** Where the list of the blocks ends in which a character may begin that is of a class. */
export let suspectEnd: usize = 0;

/**
 * Offset of the first of the listed blocks in which an error shows, given the three bytes before it, or -1. The list is written anew: what stays are the
 * blocks in which a character may begin that is of a class, since the halves of each byte, by which both are found, are at hand.
 */
export function firstIllFormed(bytes: usize, list: usize, listEnd: usize): i32 {
  const firstHigh = v128.load(firstHighs);
  const firstLow = v128.load(firstLows);
  const secondHigh = v128.load(secondHighs);
  const nibble = v128.load(nibbles);
  const third = v128.load(thirds);
  const fourth = v128.load(fourths);
  const top = v128.load(tops);
  const upper = v128.load(uppers);
  const lower = v128.load(lowers);
  let suspects = list;
  let first: i32 = -1;
  for (; list < listEnd; list += 4) {
    const offset = load<u32>(list);
    const block = bytes + offset;
    let wrong = i8x16.splat(0);
    let leads = i8x16.splat(0);
    for (let at = block; at < block + 64; at += 16) {
      const v = v128.load(at);
      const one = v128.load(at - 1);
      const high = v128.and(i16x8.shr_u(v, 4), nibble);
      const pairs = v128.and(
        v128.and(i8x16.swizzle(firstHigh, v128.and(i16x8.shr_u(one, 4), nibble)), i8x16.swizzle(firstLow, v128.and(one, nibble))),
        i8x16.swizzle(secondHigh, high),
      );
      const continues = v128.or(i8x16.sub_sat_u(v128.load(at - 2), third), i8x16.sub_sat_u(v128.load(at - 3), fourth));
      wrong = v128.or(wrong, v128.xor(pairs, v128.and(continues, top)));
      leads = v128.or(leads, v128.and(i8x16.swizzle(upper, high), i8x16.swizzle(lower, v128.and(v, nibble))));
    }
    store<u32>(suspects, offset);
    suspects += 4 * usize(v128.any_true(leads));
    if (v128.any_true(wrong) && first < 0) first = <i32>offset;
  }
  suspectEnd = suspects;
  return first;
}
