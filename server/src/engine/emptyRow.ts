import type { Chunk } from '../core/chunk.ts';
import type { Summarizer } from '../core/kernel.ts';

const COMMA = 44;

/**
 * Hash of a row whose cells are all empty, over some columns; spreadsheets leave tails of them, and they are not alike for what they say. Low and high
 * word; both 0, which no row has, for a table of one column.
 */
export function emptyRowHash(columns: readonly number[], width: number, summarizer: Summarizer): readonly [low: number, high: number] {
  const [low = 0, high = 0] = width < 2 ? [] : summarizer.hashRows(emptyRow(width), columns);
  return [low, high];
}

/** One record of nothing but delimiters. */
const emptyRow = (width: number): Chunk => ({
  bytes: new Uint8Array(width).fill(COMMA), firstRecord: 0, offset: 0, records: 1, recordEnds: Uint32Array.of(width), quote: 0, lineBreaks: 0,
  ends: Uint32Array.from({ length: width }, (_, i) => i),
  incidents: { list: [], total: 0, controls: 0, carriageReturns: 0, hasNonAscii: false, invalidUtf8: -1 },
});
