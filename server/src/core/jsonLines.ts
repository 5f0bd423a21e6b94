import type { Chunk } from './chunk.ts';

/** The cells of a chunk of JSON records while it is put together. Offsets are into the text; those of a string include its quotes. */
export interface JsonCells {
  /** Cells and records so far. */
  readonly count: number;
  readonly records: number;
  /** Forgets everything, for the next chunk. */
  clear(): void;
  /** `escaped`: the cell is a string with escapes. */
  add(start: number, end: number, column: number, escaped: boolean): void;
  /** Ends a record that lies at `[start, stop)`. */
  endRecord(start: number, stop: number): void;
  /** What there is, valid until the next call that changes it. */
  views(): JsonCellViews;
  /** A copy of the text with the escapes of its cells resolved in place; `undefined` where there are none. */
  resolve(text: Uint8Array): ResolvedText | undefined;
}

export interface JsonCellViews {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly columns: Uint32Array;
  /** For each record, the index of the first cell after it. */
  readonly recordEnds: Uint32Array;
  /** Where each record lies, without its line end. */
  readonly recordStarts: Uint32Array;
  readonly recordStops: Uint32Array;
}

/** Text as it is meant. Cells end where they ended before, but those with escapes start later. */
export interface ResolvedText {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly hasNonAscii: boolean;
}

/**
 * Takes lines of JSON apart whose keys and kinds of values are known, quicker than anybody else could. It judges nothing: lines that bring something new,
 * that are broken, or that something is to be said about are left to its caller, who adds their cells and makes known what they brought.
 */
export interface JsonLines extends JsonCells {
  /** Begins on the lines of the kernel's own tokenizer, in place of `clear`. */
  begin(lines: Chunk): void;
  /** Reads lines until one is left to the caller or there are no more. `records` tells how far it came. */
  read(): void;
  /** Makes a key known, given as it is written without its quotes, below a node (0: the record itself). Returns its own node. */
  know(parent: number, key: Uint8Array): number;
  /** Makes a kind of values known: from now on they are cells of this column. */
  allow(node: number, kind: number, column: number): void;
  /** How many values of a kind it has read since it was asked last. */
  takeCount(node: number, kind: number): number;
  /** Gives its memory back at once. */
  dispose(): void;
}
