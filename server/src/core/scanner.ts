import type { ChatShape, ChatTally } from './chat.ts';
import type { ColumnsMet, Resume } from './format.ts';
import type { Matches, Question } from './matches.ts';
import type { Reading } from './reading.ts';
import type { StructuralFact } from './structure.ts';

/** Threads that scan parts of one file. Hosts without threads have none. */
export interface ScannerPool {
  /** Scanners that have the file open, or `undefined` where it cannot be opened by others (an open document). The caller closes each. */
  open(uri: string, job: ScanJob): Promise<readonly Scanner[] | undefined>;
}

/** What every scanner of a file must know. */
export interface ScanJob {
  readonly format: string;
  readonly reading: Reading;
  readonly rowHashes: boolean;
}

/** One thread with a kernel of its own. Calls are answered in order; parts of one scanner add up to one summary. */
export interface Scanner {
  /** Scans the records that start in a stretch of the file. */
  scan(stretch: Stretch): Promise<Part>;
  /** Columns of the records that start in a stretch, as codes of this stretch alone; it is no part that was scanned. */
  code(stretch: Stretch, columns: readonly number[]): Promise<CodedStretch>;
  /** The exported summary of all parts scanned so far. */
  export(): Promise<Uint8Array>;
  /** Measures the training examples in a run of whole records, of so many in all. */
  measure(stretch: Resume, shape: ChatShape, records: number): Promise<ChatTally>;
  /** Fixes what `answer` is about; queries that stand alone only. */
  ask(questions: readonly Question[]): void;
  /** What a run of whole records answers. `left`: by question, how many matches are still to be located there. */
  answer(stretch: LinedStretch, left: readonly number[]): Promise<readonly Matches[]>;
  close(): void;
}

/** What must be known to count the lines of a text from somewhere on. */
export interface Lines {
  /** The one that begins there. */
  readonly line: number;
  /** Whether no carriage return stands alone in all of the text, so that the kernel's count of line breaks is an editor's. */
  readonly plain: boolean;
}

/** A run of whole records. */
export type LinedStretch = Resume & Lines;

/** A stretch of the body of a file: its records are those that start in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What its first record is called until it is known how many come before it. */
  readonly firstRow: number;
}

/** Columns of a run of records. */
export interface CodedStretch {
  readonly columns: readonly CodedCells[];
  /** Whether a quote is not closed, which may be because the run ends in the wrong place. */
  readonly irregular: boolean;
  readonly span: Span;
}

/** One column of a run of records. */
export interface CodedCells {
  /** By record: 0 where a cell is missing, all ones for a blank line, else the place of its value below, from 1 on. */
  readonly codes: Uint32Array<ArrayBuffer>;
  /** By value: its hash, low and high word in turn, and the number it is, NaN where it is none. */
  readonly hashes: Uint32Array<ArrayBuffer>;
  readonly numbers: Float64Array<ArrayBuffer>;
}

/** Offsets of the first byte, and of the first one behind. */
export type Span = readonly [from: number, to: number];

/** What scanning a run of whole records leaves besides the summary. */
export interface Part {
  readonly records: number;
  readonly chunks: readonly PartChunk[];
  readonly facts: readonly StructuralFact[];
  /** See `Reader.columns`. */
  readonly columns?: ColumnsMet;
  /** The part may end in the wrong place, which is inside of a record. */
  readonly doubtful?: true;
  /** Where it was looked for, where that is not all of the body. */
  readonly span?: Span;
  /** Row hashes, low and high word in turn, two per record; of parts that another thread scanned, where they were asked for. */
  readonly rowHashes?: Uint32Array;
}

/** Where one chunk of a part lies. `lines`: lines it goes on for, as editors count them. `open`: it ends inside of a line. */
export interface PartChunk {
  readonly record: number;
  readonly offset: number;
  readonly length: number;
  /** Line breaks in it, and whether they are those the kernel counts: no carriage return stands alone. */
  readonly lines: number;
  readonly plain: boolean;
  readonly open: boolean;
  readonly marks?: RecordMarks;
}

/** Where every `stride`-th record of a chunk starts, in bytes from the start of the chunk; the first is 0. */
export interface RecordMarks {
  readonly stride: number;
  readonly starts: Uint32Array;
}
