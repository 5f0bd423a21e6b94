/**
 * A bag of 64-bit row hashes with counts: duplicates, keys, overlaps and foreign keys stand on it. One port, owned by the engine.
 * It is a commutative monoid: the order of insertion and of merging changes nothing.
 */
export interface RowIndex {
  /** Adds hashes as low and high words in turn. */
  add(hashes: Uint32Array): void;
  /** Number of rows that repeat another one: rows minus distinct rows. */
  duplicates(): Repeats;
  /** How many of the rows added have this hash; a lower bound of 0 where the hash is not tracked. */
  count(low: number, high: number): number;
  /** True where `count` is exact for this hash. */
  tracks(low: number, high: number): boolean;
}

/** Rows that repeat: exact while the index is within its budget, else a lower bound from the tracked share of all hashes. */
export interface Repeats {
  readonly count: number;
  readonly exact: boolean;
  /** Share of the hash space that is tracked, 1 while within budget. */
  readonly share: number;
}

/** Memory of one index. */
export const ROW_INDEX_BYTES = 64 * 1024 * 1024;
