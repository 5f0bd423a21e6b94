import type { Chunk } from '../../core/chunk.ts';
import type { CellLocator, Reader, Resume } from '../../core/format.ts';
import type { TextRange } from '../../core/place.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { RowWriter } from './writer.ts';

/** Bytes of a chunk after which it ends. */
const CHUNK = 128 * 1024;

/** Consecutive rows that were decoded together. */
export interface Slice {
  readonly first: number;
  /** The row after the last one. */
  readonly end: number;
  /** Writes the cells of one of the rows. */
  write(row: number, to: RowWriter): void;
}

/** The rows of a file that is no text. */
export interface Rows {
  /** The slice that holds a row, always the same one; `undefined` after the last row. */
  slice(row: number): Promise<Slice | undefined>;
  /** What was met so far. */
  facts(): readonly StructuralFact[];
}

/** Reads rows in chunks. A chunk ends with its slice at the latest, so one that is read again is cut as it was. */
export function readRows(open: () => Promise<Rows>, from?: Resume): Reader {
  const writer = new RowWriter();
  let rows: Rows | undefined;
  let row = from?.record ?? 0;
  let offset = from?.offset ?? 0;

  async function next(): Promise<Chunk | undefined> {
    rows ??= await open();
    const slice = await rows.slice(row);
    if (!slice) return undefined;
    const first = row;
    writer.begin();
    for (; row < slice.end && writer.length < CHUNK; row++) {
      const start = writer.length;
      if (!from?.rows || from.rows.has(row)) slice.write(row, writer);
      writer.endRecord(start);
    }
    const chunk = writer.chunk(first, offset);
    offset += chunk.bytes.length;
    return chunk;
  }

  return { header: () => Promise.resolve(undefined), next, facts: () => rows?.facts() ?? [], dispose: () => undefined };
}

/** Nothing of such a file stands in a text. */
export function locateNowhere(_chunk: Chunk, line: number): CellLocator {
  return { cell: () => START, part: () => START, record: () => START, text: () => START, nextLine: line };
}

const START: TextRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
