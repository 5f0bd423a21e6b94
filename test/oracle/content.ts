import type { Chunk } from '../../server/src/core/chunk.ts';
import { cellStart } from '../../server/src/core/chunk.ts';

/** What a cell says, apart from how it is written. */
export interface Content {
  /** Without quotes, relative to the chunk; doubled quotes inside are still doubled. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Holds doubled quotes. */
  readonly escaped: boolean;
  /** With doubled quotes halved. */
  readonly bytes: Uint8Array;
}

/**
 * The content of cell `index`. Where cells touch, a carriage return right before the line feed that ends a cell belongs to the line end. A cell is quoted
 * if it opens with a quote and the quotes before its end, taken in pairs from the left of their run, leave one over: that one closes it.
 */
export function contentOf(chunk: Chunk, index: number): Content {
  const { bytes, quote } = chunk;
  const start = cellStart(chunk, index);
  let end = chunk.ends[index] ?? 0;
  if (!chunk.starts && end > start && bytes[end] === 10 && bytes[end - 1] === 13) end--;
  let run = 0;
  while (end - 1 - run > start && bytes[end - 1 - run] === quote) run++;
  const quoted = quote !== 0 && end - start >= 2 && bytes[start] === quote && run % 2 === 1;
  if (!quoted) return { start, end, quoted, escaped: false, bytes: bytes.subarray(start, end) };
  const inner = bytes.subarray(start + 1, end - 1);
  const halved: number[] = [];
  for (let i = 0; i < inner.length; i++) {
    halved.push(inner[i] ?? 0);
    if (inner[i] === quote && inner[i + 1] === quote) i++;
  }
  return { start: start + 1, end: end - 1, quoted, escaped: halved.length < inner.length, bytes: Uint8Array.from(halved) };
}

/** For each record, the index of its cell in `column`, or -1. Where a record names a column twice, its last cell counts. */
export function cellsOfColumn(chunk: Chunk, column: number): number[] {
  return Array.from({ length: chunk.records }, (_, record) => {
    const from = record === 0 ? 0 : (chunk.recordEnds[record - 1] ?? 0);
    const to = chunk.recordEnds[record] ?? 0;
    if (!chunk.columns) return from + column < to ? from + column : -1;
    return from > to ? -1 : lastIndexOf(chunk.columns, column, from, to);
  });
}

function lastIndexOf(columns: Uint32Array, column: number, from: number, to: number): number {
  const found = columns.subarray(from, to).lastIndexOf(column);
  return found < 0 ? -1 : from + found;
}
