import type { Chunk } from '../core/chunk.ts';
import type { Summarizer } from '../core/kernel.ts';
import type { HashCounter } from './splits/otherTable.ts';

/** What predicates over rows may use besides the chunk. */
export interface RowContext {
  readonly summarizer: Summarizer;
  readonly columns: number;
  /** Indexes of other tables, by the key of what a query needs. */
  readonly others: ReadonlyMap<string, HashCounter>;
}

/** Rows of a chunk, in order, that answer a query. */
export type RowPredicate = (chunk: Chunk, answer: (record: number) => void) => void;
