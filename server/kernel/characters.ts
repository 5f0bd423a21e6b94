// Which classes of characters that nobody sees, or takes for another, are among the bytes. Defined by test/oracle/characters.ts; the bits are places in
// CHARACTER_CLASSES of server/src/core/characters.ts.

const INVISIBLE: u32 = 1;
const BIDI: u32 = 2;
const NO_BREAK_SPACE: u32 = 4;
const FULLWIDTH: u32 = 8;
const PRIVATE_USE: u32 = 16;
const LOOKALIKE: u32 = 32;

/** Bits by the upper and the lower half of a byte; a byte that has one in common begins a character that may be of a class. */
export const uppers: usize = memory.data<u8>([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8], 16);
export const lowers: usize = memory.data<u8>([0, 4, 5, 12, 8, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, 4], 16);
const halves: usize = memory.data<u64>([0x0f0f0f0f0f0f0f0f, 0x0f0f0f0f0f0f0f0f], 16);

/** The classes that `length` bytes of UTF-8 hold. Blocks of 64 bytes without one from 0x80 on cost four loads; 63 bytes after the end may be read. */
export function characterClasses(at: usize, length: u32): u32 {
  let found: u32 = 0;
  for (let block = at; block < at + length; block += 64) {
    const any = v128.or(v128.or(v128.load(block), v128.load(block, 16)), v128.or(v128.load(block, 32), v128.load(block, 48)));
    if (i8x16.bitmask(any) != 0) found |= classesIn(block, at + length);
  }
  return found;
}

/** The classes that the 64 bytes at `block` hold, those before `end`. */
export function classesIn(block: usize, end: usize): u32 {
  let found: u32 = 0;
  let mask = leads(block) | (leads(block + 16) << 16) | (leads(block + 32) << 32) | (leads(block + 48) << 48);
  for (; mask != 0; mask &= mask - 1) {
    const lead = block + <usize>ctz(mask);
    if (lead < end) found |= classAt(<u32>load<u8>(lead), lead + 1 < end ? <u32>load<u8>(lead, 1) : 0, lead + 2 < end ? <u32>load<u8>(lead, 2) : 0);
  }
  return found;
}

// @ts-ignore: decorator
@inline
function leads(at: usize): u64 {
  const v = v128.load(at);
  const half = v128.load(halves);
  const bits = v128.and(i8x16.swizzle(v128.load(uppers), v128.and(i16x8.shr_u(v, 4), half)), i8x16.swizzle(v128.load(lowers), v128.and(v, half)));
  return <u64><u32>i8x16.bitmask(i8x16.ne(bits, i8x16.splat(0)));
}

function classAt(lead: u32, second: u32, third: u32): u32 {
  if (lead == 0xe3) return second == 0x80 && third == 0x80 ? FULLWIDTH : 0;
  if (lead == 0xef) return specials(second, third);
  if (lead == 0xe2) return punctuation(second, third);
  if (lead == 0xc2) return second < 0xa0 || second == 0xad ? INVISIBLE : second == 0xa0 ? NO_BREAK_SPACE : 0;
  if (lead == 0xd8) return second == 0x9c ? BIDI : 0;
  if (lead == 0xe1) return second == 0xa0 && third == 0x8e ? INVISIBLE : 0;
  if (lead == 0xee || lead == 0xf4) return PRIVATE_USE;
  return lead == 0xf3 && second >= 0xb0 ? PRIVATE_USE : 0;
}

/** U+2000 to U+2FFF. */
function punctuation(second: u32, third: u32): u32 {
  if (second == 0x80) {
    if (third == 0x87 || third == 0xaf) return NO_BREAK_SPACE;
    if (third - 0x8b <= 2) return INVISIBLE;
    return third == 0x8e || third == 0x8f || third - 0xaa <= 4 ? BIDI : 0;
  }
  if (second == 0x81) return third == 0xa0 ? INVISIBLE : third - 0xa6 <= 3 ? BIDI : 0;
  return second - 0xba <= 5 && (second != 0xbf || third <= 0x95) ? LOOKALIKE : 0;
}

/** U+F000 to U+FFFF. */
function specials(second: u32, third: u32): u32 {
  if (second < 0xa4) return PRIVATE_USE;
  if (second < 0xac) return LOOKALIKE;
  if (second == 0xbb && third == 0xbf) return INVISIBLE;
  const wide = second == 0xbc ? third - 0x90 <= 9 || third - 0xa1 <= 25 : second == 0xbd && third - 0x81 <= 25;
  return wide ? FULLWIDTH : 0;
}
