import type { Resume, Source } from '../core/format.ts';
import type { Dialect, Reading } from '../core/reading.ts';
import type { Stretch } from '../core/scanner.ts';
import { RECORD_LIMIT } from '../kernel/tokenizer.ts';
import type { Readable } from './chunkIndex.ts';
import { lineEndOf } from './scanPart.ts';

/**
 * Where the records lie that start in a stretch. Whether a stretch begins inside of quotes is told by the bytes after its border, since quotes that open
 * and close a cell stand beside delimiters. It is right where each stretch begins where the one before it ends, and that one ends with a whole record: a
 * quote that is not closed there is the sign that it may not.
 */
export async function recordsOf({ from, to, firstRow }: Stretch, { source, reading }: Readable): Promise<Resume> {
  const start = from === reading.bodyOffset ? from : await recordStart(source, reading, from);
  const end = await recordStart(source, reading, to);
  return { offset: start, record: firstRow, length: Math.max(0, end - start) };
}

/** Bytes that are looked at first, and how far the look goes where nothing shows: then the border is taken to lie outside of quotes. */
const FIRST_LOOK = 4096;
const FARTHEST = 1024 * 1024;

/**
 * Offset of the first record that seems to start at `at` or after it; the size of the source where there is none. A record that goes on for longer than
 * any may is not followed to its end: the stretch it begins in tells of it, and one thread reads the file.
 */
export async function recordStart(source: Source, reading: Reading, at: number): Promise<number> {
  const size = Math.min(source.size ?? Infinity, at + RECORD_LIMIT + FARTHEST);
  if (at >= size) return size;
  const look = new BorderLook(reading, at);
  for (let position = at - 1, room = FIRST_LOOK; position < size; room = Math.min(2 * room, FARTHEST)) {
    const bytes = new Uint8Array(Math.min(room, size - position));
    const count = await source.read(bytes, position);
    if (count === 0) break;
    const start = look.follow(bytes.subarray(0, count), position);
    if (start !== undefined) return start;
    position += count;
  }
  return look.atEnd() ?? size;
}

const OUT = 0;
const IN = 1;
/** After a quote inside of quotes: it closes the cell, or is doubled. */
const CLOSING = 2;
const CR = 13;

/** The bytes after a border read as if it lay inside or outside of quotes. */
interface Hypothesis {
  state: number;
  /** Where its first record starts, -1 before that is met. */
  start: number;
  /** Whether it has met a quote where none belongs. */
  wrong: boolean;
}

/** Lines in a row as wide as the table that tell of a border outside of quotes where there are no quotes. */
const ENOUGH_LINES = 4;

class BorderLook {
  readonly #dialect: Dialect;
  readonly #lineEnd: number;
  readonly #columns: number;
  readonly #at: number;
  readonly #outside: Hypothesis = { state: OUT, start: -1, wrong: false };
  readonly #inside: Hypothesis = { state: IN, start: -1, wrong: false };
  #before = -1;
  #quotes = false;
  #delimiters = 0;
  #lines = 0;

  constructor(reading: Reading, at: number) {
    this.#dialect = reading.dialect;
    this.#lineEnd = lineEndOf(reading);
    this.#columns = reading.header.length;
    this.#at = at;
    this.#inside.wrong = reading.dialect.quote === 0;
  }

  /** Goes on with the bytes from `position` on, the first of which is the one before the border; the start of the record once it is known. */
  follow(bytes: Uint8Array, position: number): number | undefined {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      this.#step(byte, position + i);
      const chosen = this.#chosen(position + i);
      if (chosen && chosen.start !== -1) return chosen.start;
    }
    return undefined;
  }

  /** What is taken where the bytes end before they have told. */
  atEnd(): number | undefined {
    const { start } = this.#outside.wrong && !this.#inside.wrong ? this.#inside : this.#outside;
    return start === -1 ? undefined : start;
  }

  #chosen(position: number): Hypothesis | undefined {
    if (this.#inside.wrong) return this.#outside;
    if (this.#outside.wrong) return this.#inside;
    const lines = !this.#quotes && this.#columns > 1 && this.#lines >= ENOUGH_LINES;
    return lines || position - this.#at >= FARTHEST ? this.#outside : undefined;
  }

  #step(byte: number, position: number): void {
    const { quote, delimiter } = this.#dialect;
    const isQuote = byte === quote && quote !== 0;
    if (position < this.#at) this.#begin(byte, isQuote);
    else {
      this.#quotes ||= isQuote;
      this.#advance(this.#outside, byte, isQuote, position);
      if (quote !== 0) this.#advance(this.#inside, byte, isQuote, position);
      if (byte === delimiter) this.#delimiters++;
      else if (byte === this.#lineEnd) this.#endLine(position);
    }
    this.#before = byte;
  }

  /** The byte before the border was counted: it can end a record, and where it is a quote, an even number of them is behind or an odd one. */
  #begin(byte: number, isQuote: boolean): void {
    if (isQuote) this.#outside.state = CLOSING;
    else if (byte === this.#lineEnd) this.#outside.start = this.#at;
  }

  #advance(one: Hypothesis, byte: number, isQuote: boolean, position: number): void {
    if (one.state === IN) {
      if (isQuote) one.state = CLOSING;
      return;
    }
    if (isQuote) {
      one.wrong ||= one.state === OUT && !this.#isBorder(this.#before);
      one.state = IN;
      return;
    }
    one.wrong ||= one.state === CLOSING && !this.#isBorder(byte);
    one.state = OUT;
    if (byte === this.#lineEnd && one.start === -1) one.start = position + 1;
  }

  #isBorder(byte: number): boolean {
    return byte === this.#dialect.delimiter || byte === this.#lineEnd || byte === CR;
  }

  /** The first line may have begun before the border. */
  #endLine(position: number): void {
    const whole = this.#outside.start !== -1 && position >= this.#outside.start;
    this.#lines = whole && this.#delimiters === this.#columns - 1 ? this.#lines + 1 : 0;
    this.#delimiters = 0;
  }
}
