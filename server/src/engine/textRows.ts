import { type Chunk, copyChunk } from '../core/chunk.ts';
import { CELLS_ONLY, type CellLocator } from '../core/format.ts';
import type { Reading } from '../core/reading.ts';
import { firstAbove } from '../util/search.ts';
import type { Readable } from './chunkIndex.ts';
import type { DocumentText } from './documentText.ts';

/** An open document as a table: `source` of the readable is the text itself. */
export interface ReadableText extends Readable {
  readonly source: DocumentText;
}

/** A chunk with the records of it that are asked for: from `first` up to, not including, `last`. */
export interface RowRun {
  readonly chunk: Chunk;
  readonly locator: CellLocator;
  readonly first: number;
  readonly last: number;
}

/** Where a chunk began and what lies in it. Plain facts, no text. */
interface Stretch {
  readonly offset: number;
  readonly length: number;
  readonly record: number;
  readonly records: number;
  /** True where a line break may lie within a record: there are more line ends than records. */
  readonly folds: boolean;
}

/** Asked between chunks; a true answer ends the walk. */
export type Stop = () => Promise<boolean> | boolean;

/**
 * Finds the records of an open document by where they stand in its text, reading each chunk at most twice: once to learn where it begins, once to look
 * at it. What lies before the first edit stays known in later versions, so that one looks at the end of a long document without reading its beginning.
 */
export class TextRows {
  readonly #stretches: Stretch[];
  #ended = false;
  /** The walk that is under way: two at once would note every chunk twice. */
  #learning: Promise<void> = Promise.resolve();

  /** `before`: the rows of an earlier version of the document. */
  constructor(readonly readable: ReadableText, before?: TextRows) {
    this.#stretches = before && sameReading(before.readable.reading, readable.reading) ? before.#unchanged(readable.source) : [];
  }

  /** The header record as a chunk of its own; `undefined` where the file has none. */
  async header(): Promise<Omit<RowRun, 'first' | 'last'> | undefined> {
    const { format, kernel, source, reading } = this.readable;
    const reader = format.reader(kernel, source, reading, undefined, CELLS_ONLY);
    try {
      const chunk = await reader.header();
      const kept = chunk && copyChunk(chunk);
      return kept && { chunk: kept, locator: this.#locator(kept) };
    } finally {
      reader.dispose();
    }
  }

  /** Shows the records that touch the bytes `[from, to)`, in order. */
  async visit(from: number, to: number, visit: (run: RowRun) => void, stop: Stop = () => false): Promise<void> {
    await this.#learn(to, stop);
    for (let i = Math.max(0, firstAbove(this.#stretches.map(({ offset }) => offset), from) - 1); i < this.#stretches.length; i += 1) {
      const stretch = this.#stretches[i];
      if (!stretch || stretch.offset >= to || await stop()) return;
      await this.#again(stretch, chunk => {
        const run = runOf(chunk, from, to);
        if (run) visit({ chunk, ...run, locator: this.#locator(chunk) });
      });
    }
  }

  /** Shows all records of the chunks in which some record may take several lines. */
  async visitFolds(visit: (run: RowRun) => boolean, stop: Stop = () => false): Promise<void> {
    await this.#learn(Infinity, stop);
    let wanted = true;
    for (const stretch of this.#stretches.filter(({ folds }) => folds)) {
      if (!wanted || await stop()) return;
      await this.#again(stretch, chunk => {
        wanted &&= visit({ chunk, locator: this.#locator(chunk), first: 0, last: chunk.records });
      });
    }
  }

  /** Stretches of this text that are the same in another one. The last of them may have been cut short by what followed. */
  #unchanged(text: DocumentText): Stretch[] {
    const shared = text.sharedStart(this.readable.source);
    return this.#stretches.filter(({ offset, length }) => offset + length < shared);
  }

  #learn(to: number, stop: Stop): Promise<void> {
    const walk = (): Promise<void> => this.#walk(to, stop);
    return this.#learning = this.#learning.then(walk, walk);
  }

  async #walk(to: number, stop: Stop): Promise<void> {
    const { format, kernel, source, reading } = this.readable;
    const last = this.#stretches.at(-1);
    const offset = last ? last.offset + last.length : reading.bodyOffset;
    if (this.#ended || offset >= to) return;
    const reader = format.reader(kernel, source, reading, { offset, record: last ? last.record + last.records : 0, length: Infinity }, CELLS_ONLY);
    try {
      for (let end = offset; end < to && !await stop();) {
        const chunk = await reader.next();
        this.#ended = chunk === undefined;
        if (!chunk) return;
        end = chunk.offset + chunk.bytes.length;
        this.#note(chunk);
      }
    } finally {
      reader.dispose();
    }
  }

  /** A chunk without records holds a part of one that is too long to be read. */
  #note({ offset, bytes, firstRecord, records, lineBreaks }: Chunk): void {
    const lastLine = bytes.at(-1) === 10 || bytes.at(-1) === 13 ? 0 : 1;
    this.#stretches.push({ offset, length: bytes.length, record: firstRecord, records, folds: records > 0 && lineBreaks + lastLine > records });
  }

  async #again({ offset, length, record, records }: Stretch, visit: (chunk: Chunk) => void): Promise<void> {
    if (records === 0) return;
    const { format, kernel, source, reading } = this.readable;
    const reader = format.reader(kernel, source, reading, { offset, record, length }, CELLS_ONLY);
    try {
      for (let chunk = await reader.next(); chunk; chunk = await reader.next()) visit(chunk);
    } finally {
      reader.dispose();
    }
  }

  #locator(chunk: Chunk): CellLocator {
    const { format, source } = this.readable;
    return format.locator(chunk, source.positionAt(chunk.offset).line);
  }
}

/** The records of a chunk that touch `[from, to)`. */
export function runOf(chunk: Chunk, from: number, to: number): Pick<RowRun, 'first' | 'last'> | undefined {
  const first = recordAt(chunk, from - chunk.offset);
  const last = Math.min(chunk.records, recordAt(chunk, to - chunk.offset - 1) + 1);
  return first < last ? { first, last } : undefined;
}

function recordAt({ ends, recordEnds }: Chunk, at: number): number {
  return firstAbove(recordEnds, firstAbove(ends, at - 1));
}

/** What decides where records begin and end. */
export function sameReading(a: Reading, b: Reading): boolean {
  const key = ({ dialect, bodyOffset, bodyEnd, container }: Reading): string => JSON.stringify([dialect, bodyOffset, bodyEnd, container]);
  return key(a) === key(b);
}
