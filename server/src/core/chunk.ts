/**
 * A run of whole records as UTF-8 bytes and cell offsets: the unit of reading, merging, caching and cancelling (64 to 256 KB as a rule).
 *
 * Every format, whatever it reads, renders its records into this one shape. All offsets are relative to `bytes`. The arrays are views that stay
 * valid until the reader is asked for its next chunk; whoever keeps a chunk longer copies it (`copyChunk`).
 */
export interface Chunk {
  readonly bytes: Uint8Array;
  /** Number of records of the same table before this chunk; the header is not counted once the reading says there is one. */
  readonly firstRecord: number;
  /** Byte offset of `bytes[0]` in the text the format tokenised (after a byte-order mark, before transcoding is undone by the locator). */
  readonly offset: number;
  readonly records: number;
  /** For each record, the index of the first cell after it: record `r` owns the cells from `recordEnds[r - 1] ?? 0` to `recordEnds[r]`. */
  readonly recordEnds: Uint32Array;
  /** For each cell, the offset of the byte that ends it (delimiter, line end, or the end of the input). */
  readonly ends: Uint32Array;
  /** For each cell, the offset of its first byte; left out where cells touch, so that a cell starts one after the end of the one before it. */
  readonly starts?: Uint32Array;
  /** For each cell, its column; left out where records list their columns in order. Ragged JSON Lines fit through it. */
  readonly columns?: Uint32Array;
  /** The byte that quotes a cell, or 0 when quoting means nothing (JSON, Parquet and other formats hand over plain content). */
  readonly quote: number;
  /** Physical line breaks inside `bytes`, those within quotes included. */
  readonly lineBreaks: number;
  /** What the tokeniser met on the way; places are relative to the chunk. */
  readonly incidents: Incidents;
}

/** Irregularities of a chunk. Counts are exact; `list` holds the first `INCIDENT_LIMIT` of them. */
export interface Incidents {
  readonly list: readonly Incident[];
  readonly total: number;
  /** Bytes below 0x20 other than tab, line feed and carriage return. */
  readonly controls: number;
  /** -1 where they were not counted. */
  readonly carriageReturns: number;
  readonly hasNonAscii: boolean;
  /** Offset of the first byte that is not valid UTF-8, or -1. */
  readonly invalidUtf8: number;
  /** The classes of characters in the bytes, as `Kernel.characters` tells them; left out where nobody looked for them. */
  readonly characters?: number;
  /** What `isUnsettled` says of the chunk; where it is not to be told from the list, since that leaves some out on purpose. */
  readonly unsettled?: boolean;
}

/**
 * Whether a quote is not closed, or a record was cut: where the bytes end with this chunk, more of them might have made other records of it. Stray quotes
 * are told within their line.
 */
export const isUnsettled = ({ incidents: { list, total, unsettled } }: Chunk): boolean =>
  unsettled ?? (total > list.length || list.some(({ kind }) => kind !== 'stray-quote'));

/** How many incidents one chunk lists; the rest is counted. */
export const INCIDENT_LIMIT = 1024;

export interface Incident {
  readonly kind: 'stray-quote' | 'unclosed-quote' | 'oversized-record';
  /** Record of the chunk, from 0. */
  readonly record: number;
  /** Cell of the record, from 0. */
  readonly cell: number;
  /** Offset of the offending byte in `bytes`. */
  readonly offset: number;
}

/** The cells of one record: from the first index up to, not including, the second. */
export function cellsOf(chunk: Chunk, record: number): readonly [from: number, to: number] {
  return [record === 0 ? 0 : (chunk.recordEnds[record - 1] ?? 0), chunk.recordEnds[record] ?? 0];
}

/** Offset of the first byte of cell `index`, its opening quote included. */
export function cellStart(chunk: Chunk, index: number): number {
  if (chunk.starts) return chunk.starts[index] ?? 0;
  return index === 0 ? 0 : (chunk.ends[index - 1] ?? -1) + 1;
}

/**
 * Offset of the first byte behind a record of text and its line end. Where cells do not touch, the last one may end before spaces that are no part of it
 * and before the carriage return.
 */
export function afterRecord({ bytes, ends, recordEnds, starts }: Chunk, record: number): number {
  let end = ends[(recordEnds[record] ?? 0) - 1] ?? 0;
  if (starts) while (bytes[end] === 32 || bytes[end] === 9) end++;
  if (starts && bytes[end] === 13 && bytes[end + 1] === 10) end++;
  return Math.min(bytes.length, end + 1);
}

/** A copy that outlives the reader's buffers. */
export function copyChunk(chunk: Chunk): Chunk {
  return {
    ...chunk,
    bytes: chunk.bytes.slice(),
    recordEnds: chunk.recordEnds.slice(),
    ends: chunk.ends.slice(),
    ...(chunk.starts && { starts: chunk.starts.slice() }),
    ...(chunk.columns && { columns: chunk.columns.slice() }),
  };
}
