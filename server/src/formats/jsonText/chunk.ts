import type { Chunk } from '../../core/chunk.ts';
import type { CellViews } from './cells.ts';

/** What the locator must know of a chunk besides: the text as it is written, and where records and escaped cells stand in it. */
export interface Written {
  /** Asked for anew each time, since a view of a kernel's memory may be remade. */
  readonly bytes: () => Uint8Array;
  readonly recordStarts: Uint32Array;
  readonly recordStops: Uint32Array;
  readonly rawStarts: Uint32Array;
}

/** What a chunk says of its bytes; all of it but the cells. */
export type Frame = Omit<Chunk, 'bytes' | 'records' | 'recordEnds' | 'starts' | 'ends' | 'columns' | 'quote'>;

/** Quotes of a cell are those of JSON: they tell text from numbers. Within, quotes are doubled, as everywhere in a chunk. */
const QUOTE = 34;

/** A chunk of JSON records. Its bytes are the text, with escapes resolved in place. */
export function jsonChunk(frame: Frame, text: () => Uint8Array, resolved: Uint8Array | undefined, cells: CellViews, rawStarts: Uint32Array | undefined): Chunk {
  const { starts, ends, columns, recordEnds, recordStarts, recordStops } = cells;
  const chunk: Chunk = {
    ...frame,
    // Escapes spell characters in a text that is ASCII itself.
    ...(resolved && { incidents: { ...frame.incidents, hasNonAscii: resolved.some(byte => byte > 127) } }),
    get bytes() {
      return resolved ?? text();
    },
    records: recordEnds.length, recordEnds, starts, ends, columns, quote: QUOTE,
  };
  written.set(chunk, { bytes: text, recordStarts, recordStops, rawStarts: rawStarts ?? starts });
  return chunk;
}

export const writtenOf = (chunk: Chunk): Written | undefined => written.get(chunk);

const written = new WeakMap<Chunk, Written>();
