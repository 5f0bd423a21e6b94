// The cells of one column of a block of records, on their way from loop to loop.
import { shortContent } from './cell';

/** Records of a block: few enough that their bytes stay near, many enough that a column's branches are learnt. */
export const BLOCK: u32 = 128;

/** What is known of each cell of the column: hash, and of those in `waiting` address and length of the content and, of long ones, flags. */
export const addresses: usize = memory.data(4 * 128, 16);
export const lengths: usize = memory.data(4 * 128, 16);
export const hashes: usize = memory.data(8 * 128, 16);
export const flags: usize = memory.data(4 * 128, 16);
/** Indices of cells that are read but not added yet. */
export const waiting: usize = memory.data(4 * 128, 16);
/** Indices of cells that are not read yet, since they are not of the usual form. */
export const odd: usize = memory.data(4 * 128, 16);

/**
 * The cells of a column in a block: the first ends at the offset in `ends`, each other one `step` bytes on, `records` in all. A cell starts one after the
 * end that is listed before its own. Cells that end below offset `trimmed` may have a carriage return before their line end.
 */
@unmanaged
export class Cells {
  bytes: usize = 0;
  ends: usize = 0;
  step: u32 = 0;
  records: u32 = 0;
  quote: u32 = 0;
  trimmed: u32 = 0;
  /** How many are listed in `waiting` and in `odd`. */
  waiting: u32 = 0;
  odd: u32 = 0;
}

/** Length of the cell from `at` to offset `end`, without its carriage return if it has one before a line feed below offset `trimmed`. */
// @ts-ignore: decorator
@inline
export function lengthAt(at: usize, bytes: usize, end: u32, trimmed: u32): u32 {
  let length = <u32>(bytes + end - at);
  if (end < trimmed) {
    if (load<u8>(at + length - 1) == 13) length -= u32(load<u8>(at + length) == 10) & u32(length > 0);
  }
  return length;
}

/** Whether a cell that begins with a quote is a quoted one with 1 to 16 bytes between its quotes, none of which is a quote. */
// @ts-ignore: decorator
@inline
export function isPlain(at: usize, length: u32, quote: u32): bool {
  if (length - 3 >= 16) return false;
  if (<u32>load<u8>(at + length - 1) != quote) return false;
  return !v128.any_true(i8x16.eq(shortContent(at + 1, length - 2), i8x16.splat(<i8>quote)));
}
