import type { Chunk } from '../../core/chunk.ts';
import type { JsonCellViews, ResolvedText } from '../../core/jsonLines.ts';

/** What the locator must know of a chunk besides: the text as it is written, and where cells and records stand in it. */
export interface Written {
  readonly text: () => Uint8Array;
  readonly cells: () => JsonCellViews;
}

/** What a chunk says of its bytes; all of it but the cells. */
export type Frame = Omit<Chunk, 'bytes' | 'records' | 'recordEnds' | 'starts' | 'ends' | 'columns' | 'quote'>;

/** Quotes of a cell are those of JSON: they tell text from numbers. Within, quotes are doubled, as everywhere in a chunk. */
const QUOTE = 34;

/**
 * A chunk of JSON records. Its bytes are the text, with escapes resolved in place. All arrays are asked for anew each time, since views of a kernel's memory
 * may be remade.
 */
export function jsonChunk(frame: Frame, text: () => Uint8Array, cells: () => JsonCellViews, resolved: ResolvedText | undefined): Chunk {
  const chunk: Chunk = {
    ...frame,
    ...(resolved && { incidents: resolvedIncidents(frame, resolved) }),
    records: cells().recordEnds.length,
    quote: QUOTE,
    get bytes() {
      return resolved ? resolved.bytes : text();
    },
    get starts() {
      return resolved ? resolved.starts : cells().starts;
    },
    get ends() {
      return cells().ends;
    },
    get columns() {
      return cells().columns;
    },
    get recordEnds() {
      return cells().recordEnds;
    },
  };
  written.set(chunk, { text, cells });
  return chunk;
}

/** Escapes spell characters in a text that is ASCII itself: nobody has looked what they are. */
function resolvedIncidents({ incidents: { characters: _, ...others } }: Frame, { hasNonAscii }: ResolvedText): Chunk['incidents'] {
  return { ...others, hasNonAscii };
}

export const writtenOf = (chunk: Chunk): Written | undefined => written.get(chunk);

const written = new WeakMap<Chunk, Written>();
