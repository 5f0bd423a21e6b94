import type { Chunk } from './chunk.ts';
import type { Description } from './description.ts';
import type { FileHandle } from './host.ts';
import type { Kernel } from './kernel.ts';
import type { TextRange } from './place.ts';
import type { Reading } from './reading.ts';
import type { StructuralFact } from './structure.ts';

/** Turns bytes into chunks of cells and structural facts. It never throws for what a file holds, and never words a problem. */
export interface Format {
  readonly id: string;
  /** File name endings in lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Fixes the reading from the first bytes of the file (64 KB, or all of it) and from what is declared. */
  detect(head: Uint8Array, fileName: string, declared: Declared): Detected;
  /** A reader over one source, for one pass. */
  reader(kernel: Kernel, source: Source, reading: Reading): Reader;
}

/** What a description or the configuration says about how to read the file; it wins over detection. */
export interface Declared {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly header?: boolean;
  readonly encoding?: string;
  readonly nullTokens?: readonly string[];
}

/** A reading, or a fact that says why the file cannot be read as this format. */
export type Detected = { readonly reading: Reading } | { readonly unreadable: StructuralFact };

/** Bytes in order, from a file or from an open document. */
export type Source = Pick<FileHandle, 'size' | 'read'>;

export interface Reader {
  /** The next records, or `undefined` at the end. The chunk is valid until the next call. */
  next(): Promise<Chunk | undefined>;
  /** What was met so far; complete after the last chunk. Facts of one kind beyond the limit are counted, not listed. */
  facts(): readonly StructuralFact[];
}

/** Text positions of a cell. Built while a chunk is at hand, from the line and offset its chunk starts at. */
export interface CellLocator {
  /** Range of cell `index` of the chunk, inside its quotes; `raw` includes them. */
  range(chunk: Chunk, index: number, extent?: 'content' | 'raw'): TextRange;
  /** Range of the whole record, from its first cell to the end of its last. */
  record(chunk: Chunk, record: number): TextRange;
}

/** A metadata standard: recognises its documents, reads them onto the one model, and writes it. */
export interface MetadataStandard {
  readonly id: string;
  readonly title: string;
  /** Decided by file name, and by content where names are shared. `undefined` content: the name alone must do. */
  recognises(fileName: string, text: string | undefined): boolean;
  read(text: string, fileName: string): ParsedDescription;
  /** A new document of this standard. */
  write(description: Description): string;
}

/** A description document with everything that can be said about it, even where it does not parse. */
export interface ParsedDescription {
  readonly description: Description | undefined;
  /** What is wrong with the document itself, at the smallest node that is wrong. */
  readonly complaints: readonly Complaint[];
  /** Range of a node: of its key, or of its value; the nearest ancestor's where the node does not exist. */
  locate(path: readonly (string | number)[], part: 'key' | 'value'): TextRange;
}

/** A violation of the standard, in data: rules of scope `metadata` word it. */
export interface Complaint {
  readonly kind: 'syntax' | 'schema' | 'reference';
  readonly path: readonly (string | number)[];
  readonly part: 'key' | 'value';
  /** Where the document does not parse there is no node; then this range holds. */
  readonly range?: TextRange;
  readonly message: import('./message.ts').Message;
  readonly fix?: import('./problem.ts').Fix;
}
