import type { ImageReader } from './images.ts';
import type { ScannerPool } from './scanner.ts';
import type { Unpack } from './unpack.ts';

/**
 * The outside world behind one interface: files, clock, log. Implemented for Node and for the browser; nothing below `features/` knows which.
 */
export interface Host {
  readonly files: Files;
  readonly log: Log;
  /** Milliseconds since some fixed moment, for durations only. */
  now(): number;
  /** Today, for rules about dates; injected so that runs can be repeated. */
  today(): Date;
  /** Lets waiting input be handled. Long loops call it between chunks. */
  pause(): Promise<void>;
  /** Somebody types: frees what answering leaves behind once there is an answer, so that no later keystroke waits for it. Hosts that cannot say when have none. */
  readonly tidy?: () => void;
  /** Threads that help to scan big files; hosts without threads have none. */
  readonly scanners?: ScannerPool;
  /** Threads that help to decode images; the caller closes each. Hosts without threads have none. */
  imageReaders?(): readonly ImageReader[];
  /** What is kept from one start to the next; hosts without a place of their own keep nothing. */
  readonly cache?: Cache;
}

/** Texts by key, outside of every workspace. Nothing is promised to be there again: the oldest go where there are too many. Never rejects. */
export interface Cache {
  /** `undefined` where nothing is kept under a key of letters and digits. */
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
}

/** URIs throughout, as editors send them (`file:///...`, `memfs:/...`). */
export interface Files {
  stat(uri: string): Promise<FileFacts | Refusal>;
  /** Opens a file for ranged reads; the caller closes it. */
  open(uri: string): Promise<FileHandle | Refusal>;
  /** Names in a folder, directories ending in `/`. */
  list(uri: string): Promise<readonly string[] | Refusal>;
  /** Replaces or creates a file in one step: a sibling temporary file, flushed, renamed; permissions are kept. */
  write(uri: string, bytes: Uint8Array): Promise<undefined | Refusal>;
  /**
   * Replaces a file with what `produce` writes to the sink, in one step like `write`, however big it is. Refused, with the file as it was, where it is
   * not the one `expected` describes before or after, or where `produce` returns a refusal. Hosts without a disk refuse.
   */
  replace(uri: string, expected: FileFacts, produce: (sink: Sink) => Promise<undefined | Refusal>): Promise<undefined | Refusal>;
  /**
   * Makes a file of what `produce` writes to the sink, in one step and however big it is; whoever looks sees all of it or nothing. Refused where there is
   * something of that name already, unless `over` says that it may go, and where `produce` returns a refusal. Hosts without a disk refuse.
   */
  create(uri: string, produce: (sink: Sink) => Promise<undefined | Refusal>, over: boolean): Promise<undefined | Refusal>;
}

/** Takes the bytes of a new file in order. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>;
}

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface FileHandle {
  readonly size: number;
  /** Reads into `target` from `position`; returns how many bytes came, 0 at the end of the file. */
  read(target: Uint8Array, position: number): Promise<number>;
  /** Where the host unpacks Zstandard itself, quicker than a script can. */
  readonly unzstd?: Unpack;
  close(): Promise<void>;
}

/** Something that cannot be done here, with the reason in a form that can be put into words. */
export interface Refusal {
  readonly refused: 'missing' | 'not-permitted' | 'not-a-file' | 'too-big' | 'outside-workspace' | 'untrusted' | 'unreadable'
    /** It is no longer what was read before. */
    | 'changed'
    /** There is something of that name already. */
    | 'exists'
    /** The disk is full. */
    | 'no-room'
    /** It is no text: a workbook, or columns in binary form. */
    | 'not-text'
    /** What should be written has a character that the encoding of the file lacks. */
    | 'unencodable'
    /** It is packed, and ends too early or does not unpack to what was packed. */
    | 'damaged';
  /** For the log; never shown untranslated. */
  readonly detail: string;
}

export const isRefusal = (result: object | undefined): result is Refusal => result !== undefined && 'refused' in result;

export interface Log {
  info(text: string): void;
  warn(text: string): void;
  /** Errors are logged without data from the dataset. */
  error(text: string, cause?: Error): void;
}

/** Cancels a piece of long work; checked between chunks. */
export interface Cancellation {
  readonly cancelled: boolean;
}

export const NEVER_CANCELLED: Cancellation = { cancelled: false };
