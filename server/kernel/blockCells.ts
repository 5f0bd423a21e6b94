// The cells of one column of a block of records, on their way from loop to loop.

/** Records of a block: few enough that their bytes stay near, many enough that a column's branches are learnt. */
export const BLOCK: u32 = 128;

/** What is known of each cell of the column: address and length of its content, hash, flags of a long content. */
export const addresses: usize = memory.data(4 * 128, 16);
export const lengths: usize = memory.data(4 * 128, 16);
export const hashes: usize = memory.data(8 * 128, 16);
export const flags: usize = memory.data(4 * 128, 16);
/** Indices of cells that are read but not added yet. */
export const waiting: usize = memory.data(4 * 128, 16);
/** Indices of cells that `readPlain` could not read. */
export const odd: usize = memory.data(4 * 128, 16);
