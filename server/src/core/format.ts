import type { Chunk } from './chunk.ts';
import type { ImageFolder } from './images.ts';
import type { Kernel } from './kernel.ts';
import type { TextRange } from './place.ts';
import type { Reading, Trim } from './reading.ts';
import type { StructuralFact } from './structure.ts';
import type { Unpack } from './unpack.ts';

/** Turns bytes into chunks of cells and structural facts. It never throws for what a file holds, and never words a problem. */
export interface Format {
  readonly id: string;
  /** File name endings in lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Fixes the reading from the first bytes of the file (64 KB or more, or all of it) and from what is declared. */
  detect(kernel: Kernel, head: Uint8Array, fileName: string, declared: Declared): Detected;
  /**
   * Takes the place of `detect` where files are no text: fixes the reading from wherever in the file it stands. Such files are read as they are, not
   * unpacked and not decoded, and their findings have no place in a text.
   */
  inspect?(source: Source, declared: Declared): Promise<Detected>;
  /** The facts behind the rows, for rules about images; formats whose rows are something else have none. */
  images?(source: Source): Promise<ImageFolder>;
  /** A reader over one source, for one pass, from the start or from where an earlier chunk began. */
  reader(kernel: Kernel, source: Source, reading: Reading, from?: Resume, wants?: ReaderWants): Reader;
  /** True where a file of this name is a dataset only when a description, the configuration or a person says so. */
  readonly onlyNamed?: true;
  /**
   * The reading once a pass has met every column, for formats whose columns show up as they are met; the same object where nothing changes. A pass with
   * the new reading meets no further ones.
   */
  settle?(reading: Reading, columns: ColumnsMet, facts: readonly StructuralFact[]): Reading;
  /** True where every line end outside of quotes ends a record, so that several readers can share one file. */
  readonly splits: boolean;
  /** True where the bytes of a chunk are those of the text, so that a record can be read again from where it starts in the chunk. */
  readonly seekable?: true;
  /** Text positions in a chunk whose first byte is at the start of line `line`. */
  locator(chunk: Chunk, line: number): CellLocator;
}

/** What a pass does without, so that a reader can be quicker. */
export interface ReaderWants {
  /** False where only the cells matter: the reader need not look for structural facts. */
  readonly facts?: false;
}

/** A pass over the cells alone. */
export const CELLS_ONLY: ReaderWants = { facts: false };

/** Where a chunk began: enough to read it again. */
export interface Resume {
  readonly offset: number;
  readonly record: number;
  /** Bytes to read at most; a chunk is read again whole and alone by its own length. */
  readonly length: number;
  /** The rows that will be looked at; a reader may leave the others without cells. */
  readonly rows?: ReadonlySet<number>;
}

/** What a description or the configuration says about how to read the file; it wins over detection. */
export interface Declared {
  readonly delimiter?: string;
  readonly quote?: string;
  /** Makes a quote inside of quotes part of the content; such files do not double their quotes. */
  readonly escape?: string;
  readonly header?: boolean;
  /** Rows above the header, or above the first row where there is none, that are no part of the table. */
  readonly skipRows?: number;
  /** Rows of the header, where it has more than one: the first names the columns. */
  readonly headerRows?: number;
  /** What lines begin with that are comments. */
  readonly comment?: string;
  readonly trim?: Trim;
  readonly skipBlankRows?: true;
  readonly encoding?: string;
  readonly nullTokens?: readonly string[];
  /** The sheet of a workbook, by its name or its number from 1; the first one where left out. */
  readonly sheet?: string | number;
}

/** A reading with what was met on the way to it (such as a title above the table), or a fact that says why the file cannot be read as this format. */
export type Detected = { readonly reading: Reading; readonly facts?: readonly StructuralFact[] } | { readonly unreadable: StructuralFact };

/** Bytes in order, from a file or an open document; of what is packed or written in another encoding, the text as UTF-8. */
export interface Source {
  /** Bytes in all; `undefined` where only reading to the end tells. */
  readonly size: number | undefined;
  /** Reads into `target` from `position`; returns how many bytes came, 0 at the end. */
  read(target: Uint8Array, position: number): Promise<number>;
  /** See `FileHandle`. */
  readonly unzstd?: Unpack;
  /** The files of a folder that is read as one table of documents. */
  readonly documents?: DocumentList;
}

/** Texts that are rows of one table, in the order of their paths. */
export interface DocumentList {
  /** Path below the folder, with `/`, and bytes on disk. */
  readonly files: readonly DocumentFile[];
  /** The text of a file as UTF-8 without a byte-order mark, as much of it as is read; empty where it cannot be opened. */
  read(row: number): Promise<Uint8Array>;
  /** Paths of files of which only the beginning was read, and of those that could not be, so far. */
  readonly cut: ReadonlySet<string>;
  readonly unread: ReadonlySet<string>;
  /** The folder has more files than are read. */
  readonly more: boolean;
}

export interface DocumentFile {
  readonly path: string;
  readonly bytes: number;
}

/** Columns a pass has met, each list in that order. */
export interface ColumnsMet {
  /** Those of the reading, and further ones with a value. */
  readonly named: readonly string[];
  /** Further ones that were null and nothing else. */
  readonly empty: readonly string[];
}

export interface Reader {
  /** The header record as a chunk of its own, or `undefined` when the file has none. Valid until the next call of `next`. */
  header(): Promise<Chunk | undefined>;
  /** The next records, or `undefined` at the end. The chunk is valid until the next call. */
  next(): Promise<Chunk | undefined>;
  /** What was met so far; complete after the last chunk. Facts of one kind beyond the limit are counted, not listed. */
  facts(): readonly StructuralFact[];
  /** What was met so far; where columns are not fixed beforehand. */
  columns?(): ColumnsMet;
  /** Gives the memory of its chunks back; they are invalid from here on. Facts stay. */
  dispose(): void;
}

/** Text positions inside one chunk. Quickest when asked in the order of the text. */
export interface CellLocator {
  /** Range of cell `index` of the chunk, inside its quotes; `raw` includes them. */
  cell(index: number, extent?: 'content' | 'raw'): TextRange;
  /** Range of a part of cell `index`: bytes counted from the first one the chunk has of it, its quote included. Where the text spells them as escapes, those. */
  part(index: number, from: number, to: number): TextRange;
  /** Range of the whole record, from its first cell to the end of its last. */
  record(record: number): TextRange;
  /** Range of bytes `[from, to)` of a record, counted from its first byte. */
  text(record: number, from: number, to: number): TextRange;
  /** Line the chunk after this one starts at. */
  readonly nextLine: number;
}
