import type { Configuration } from '../../config/configuration.ts';
import type { Finding } from '../../core/finding.ts';
import type { Declared } from '../../core/format.ts';
import type { Log } from '../../core/host.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Reading } from '../../core/reading.ts';
import { fileNameOf } from '../../util/uri.ts';
import { formatFor, type Snapshot } from '../dataCheck.ts';
import type { Documents, Edit, OpenDocument } from '../documents.ts';
import { masksOf } from '../mask.ts';
import { type Control, goesOn } from '../pass.ts';
import { readHeader } from '../scan.ts';
import { openTable } from '../text/openTable.ts';
import type { ReadableText } from '../textRows.ts';
import { type Above, assemble } from './assemble.ts';
import { QuickCheck } from './quickCheck.ts';
import { Segments, segmentSize } from './segments.ts';

/** What quick findings need of their surroundings. */
export interface TypingSetup {
  readonly documents: Documents;
  readonly log: Log;
  readonly kernel: () => Promise<Kernel>;
  /** What is shown of a document at present. */
  shown(uri: string): readonly Finding[];
  /** Quick findings of a version of a document: to be shown until a whole check of it is done. */
  found(uri: string, findings: readonly Finding[], version: number): void;
}

/** How a document is to be read and judged. */
export interface TypingRequest {
  readonly configuration: Configuration;
  readonly declared: Declared | undefined;
}

/** Smaller documents are checked as a whole before anybody could tell the difference. */
const LEAST = 512 * 1024;
/** How often typing is rehearsed in the life of a server. */
const REHEARSALS = 48;
/** More columns would make counting slower than reading. */
const MOST_COLUMNS = 256;

interface OpenTable {
  /** Of the present text. */
  readable: ReadableText;
  segments: Segments;
  readonly above: Above;
  quick: QuickCheck;
}

/**
 * Findings while somebody types in a big document. Its records are kept in segments; a keystroke reads one of them again, and rules that stand on counts
 * and on what the format met are judged at once. Everything else waits for the whole check that follows when the typing pauses.
 */
export class Typing {
  readonly #setup: TypingSetup;
  readonly #open = new Map<string, OpenTable>();
  readonly #least: number;
  readonly #segment: number | undefined;
  #rehearsed = 0;

  /** `least`: bytes of the smallest document this is done for; `segment`: bytes of a segment. Tests make both small. */
  constructor(setup: TypingSetup, least = LEAST, segment?: number) {
    this.#setup = setup;
    this.#least = least;
    this.#segment = segment;
  }

  /** A document was edited; `undefined` where all of it was replaced. Resolves when what can be said at once is said. */
  async changed(uri: string, edits: readonly Edit[] | undefined): Promise<void> {
    const table = this.#open.get(uri);
    const document = this.#setup.documents.get(uri);
    if (!table || !document) return;
    const edited = edits?.reduce<Segments | undefined>((segments, { splice }) => segments?.edited(splice), table.segments);
    if (!edited) return this.forget(uri);
    table.segments = edited;
    table.readable = { ...table.readable, source: document.text };
    const whole = await edited.refilled(table.readable);
    if (!whole || table.segments !== edited) return;
    table.segments = whole;
    this.#tell(uri, table, document.version);
  }

  /**
   * Reads what of a document is not read yet, before it is checked as a whole; the first time, structural findings are told on the way. Documents that
   * are small, packed in quotes of another kind or wide are left to the whole check.
   */
  async prepare(uri: string, request: TypingRequest, control: Control): Promise<void> {
    const document = this.#setup.documents.get(uri);
    if (!document || document.text.size < this.#least) return this.forget(uri);
    const table = await this.#tableOf(document, request);
    if (!table || this.#open.get(uri) !== table || table.segments.isComplete) return;
    const isPresent = (): boolean => this.#open.get(uri) === table && table.readable.source === document.text;
    const whole = await table.segments.filled(table.readable, control, so => {
      if (isPresent()) table.segments = so;
    });
    if (whole && isPresent()) this.#tell(uri, table, document.version);
  }

  /** A whole check is done: from here on its columns are known to the rules. */
  learned({ uri, checked, found, masks, configuration }: Snapshot): void {
    const table = this.#open.get(uri);
    if (!table || checked.table?.columns.length !== table.readable.reading.header.length) return;
    const { log } = this.#setup;
    table.quick = new QuickCheck({ uri, configuration, table: checked.table, described: found?.described, masks, log });
  }

  /** Judges what was judged already, so that the next keystroke finds all in place that does not change with it. Says nothing. */
  async rehearse(uri: string, control: Control): Promise<void> {
    const table = this.#open.get(uri);
    if (!table?.segments.isComplete || !await goesOn(control) || this.#open.get(uri) !== table) return;
    const { segments, above, readable, quick } = table;
    const assembled = assemble(segments, above, readable.reading);
    for (const part of quick.rehearsal(assembled, readable.reading)) {
      part();
      if (!await goesOn(control)) return;
    }
    for (; this.#rehearsed < REHEARSALS && this.#open.get(uri) === table && table.segments === segments; this.#rehearsed++) {
      await this.#typeUnseen(uri, table, this.#rehearsed);
      if (!await goesOn(control)) return;
    }
  }

  /** Types into a cell and takes it back in a copy: code that ran a few times only is many times slower than it will be. */
  async #typeUnseen(uri: string, { segments, readable, above, quick }: OpenTable, time: number): Promise<void> {
    const { source, reading } = readable;
    const line = Math.floor((source.lines * (time + 1)) / (REHEARSALS + 1));
    const start = source.positionAt(source.lineStart(line));
    const typed = source.replace({ start, end: start }, time % 2 === 0 ? ',' : 'x');
    const edited = await segments.edited(typed.splice)?.refilled({ ...readable, source: typed.text });
    for (const state of edited ? [edited, segments] : []) quick.judge(assemble(state, above, reading), reading, this.#setup.shown(uri));
  }

  forget(uri: string): void {
    this.#open.delete(uri);
  }

  /** A text without a record is another matter, and quickly checked as a whole. */
  #tell(uri: string, { segments, above, readable, quick }: OpenTable, version: number): void {
    if (!segments.list.some(({ seen }) => seen && seen.rows > 0)) return;
    const assembled = assemble(segments, above, readable.reading);
    this.#setup.found(uri, quick.judge(assembled, readable.reading, this.#setup.shown(uri)), version);
  }

  /** The table of the present text: the one that is known where it is read as before. */
  async #tableOf(document: OpenDocument, { configuration, declared }: TypingRequest): Promise<OpenTable | undefined> {
    const { uri, text } = document;
    const format = formatFor(uri, document);
    const kernel = await this.#setup.kernel();
    const opened = format?.seekable && format.splits
      && await openTable({ source: text, fileName: fileNameOf(uri), format, kernel, declared: { ...configuration.read, ...declared }, isDocument: true });
    if (!opened || 'unreadable' in opened || !isPlain(opened.reading) || this.#setup.documents.get(uri) !== document) {
      if (this.#setup.documents.get(uri) === document) this.forget(uri);
      return undefined;
    }
    const { reading, facts } = opened;
    const known = this.#open.get(uri);
    if (known?.readable.source === text && JSON.stringify(known.readable.reading) === JSON.stringify(reading)) return known;
    const readable: ReadableText = { kernel, format, source: text, reading };
    const above = { ...await readHeader(readable), met: facts };
    const quick = new QuickCheck({ uri, configuration, table: undefined, described: undefined, masks: masksOf(undefined, 'never'), log: this.#setup.log });
    const table: OpenTable = { readable, segments: Segments.of(reading.bodyOffset, text.size, this.#segment ?? segmentSize(text.size, reading.header.length)), above, quick };
    if (this.#setup.documents.get(uri) === document) this.#open.set(uri, table);
    return table;
  }
}

/** Read record by record, each ending at a line feed outside of quotes, down to the end of the text. */
function isPlain({ dialect, container = 'lines', bodyEnd, header }: Reading): boolean {
  const { comment, trim, skipBlankRows } = dialect;
  if (comment !== undefined || trim !== undefined || skipBlankRows === true) return false;
  return dialect.escape === undefined && dialect.lineEnd === 'lf' && container === 'lines' && bodyEnd === undefined && header.length > 0 && header.length <= MOST_COLUMNS;
}
