import type { Splice } from '../documentText.ts';
import type { Control } from '../pass.ts';
import type { ReadableText } from '../textRows.ts';
import { keepFacts, readSegment, type Segment } from './segment.ts';

/** Bytes of a segment: few enough to be read again with every keystroke. */
const LEAST = 32 * 1024;
/** How many segments a document has at most, as a rule, and at most and least by its columns: their counts are held in memory, column by column. */
const MOST = 2048;
const MOST_COUNTS = 32 * 1024;
const FEWEST = 256;

/** Lines that are tried for an end of a segment before any is taken: within quotes every other one would be wrong. */
const TRIED_LINES = 32;

export function segmentSize(bytes: number, columns: number): number {
  const most = Math.min(MOST, Math.max(FEWEST, Math.floor(MOST_COUNTS / Math.max(1, columns))));
  return Math.max(LEAST, Math.ceil(bytes / most));
}

/**
 * The records of an open document in segments that can be read one by one. Immutable: an edit makes a new list that shares what it did not touch, and
 * has a hole where it did. A hole is filled by reading it: where its end is no longer the end of a record, as after a quote was typed, it grows.
 */
export class Segments {
  readonly #start: number;
  readonly #size: number;
  readonly list: readonly Segment[];

  /** `start`: byte offset of the first record; `size`: bytes a segment should have. */
  private constructor(start: number, size: number, list: readonly Segment[]) {
    this.#start = start;
    this.#size = size;
    this.list = list;
  }

  /** Of a text that was not read yet. */
  static of(start: number, bytes: number, size: number): Segments {
    return new Segments(start, size, [{ length: bytes - start, seen: undefined }]);
  }

  get isComplete(): boolean {
    return this.list.every(({ seen }) => seen !== undefined);
  }

  /** After an edit; `undefined` where it touched what stands above the records. */
  edited({ from, to, added }: Splice): Segments | undefined {
    if (from < this.#start) return undefined;
    let [first, before] = [0, this.#start];
    for (; first < this.list.length - 1 && before + (this.list[first]?.length ?? 0) <= from; first++) before += this.list[first]?.length ?? 0;
    let [last, end] = [first, before + (this.list[first]?.length ?? 0)];
    for (; last < this.list.length - 1 && end < to; end += this.list[last]?.length ?? 0) last++;
    let length = end - before - (to - from) + added;
    if (length < this.#size / 4 && last < this.list.length - 1) length += this.list[++last]?.length ?? 0;
    return this.#with(first, last, [{ length, seen: undefined, before: first === last ? this.list[first]?.seen : undefined }]);
  }

  /** With all holes filled. Between segments `each` is told how it stands, so that what was read stays read when it is cancelled, which gives `undefined`. */
  async filled(readable: ReadableText, control: Control, each: (so: Segments) => void): Promise<Segments | undefined> {
    let segments: Segments = this;
    for (let at = 0, offset = this.#start; at < segments.list.length; offset += segments.list[at++]?.length ?? 0) {
      if (segments.list[at]?.seen) continue;
      const next = await segments.#fill(at, offset, readable, control);
      if (!next) return undefined;
      segments = next;
      each(segments);
      await control.pause?.();
    }
    return segments;
  }

  /** With its one small hole filled at once; `undefined` where that takes longer than a keystroke may. */
  async refilled(readable: ReadableText): Promise<Segments | undefined> {
    const at = this.list.findIndex(({ seen }) => !seen);
    const { length = 0, before } = this.list[at] ?? {};
    if (at < 0) return this;
    if (length > 2 * this.#size || this.list.some(({ seen }, i) => !seen && i !== at)) return undefined;
    let offset = this.#start;
    for (let i = 0; i < at; i++) offset += this.list[i]?.length ?? 0;
    const seen = length === 0 ? undefined : await readSegment(readable, offset, length, {});
    return typeof seen === 'object' ? this.#with(at, at, [{ length, seen: keepFacts(before, seen) }]) : undefined;
  }

  /** Reads the first segment of a hole. Where no line end of the hole ends a record, it takes in more and more of what follows it. */
  async #fill(at: number, offset: number, readable: ReadableText, control: Control): Promise<Segments | undefined> {
    const { source } = readable;
    let [last, hole] = [at, this.list[at]?.length ?? 0];
    if (hole === 0) return this.#with(at, at, []);
    for (let [wanted, more] = [this.#size, 1]; ; wanted *= 2) {
      const length = hole <= wanted + this.#size / 2 ? hole : Math.min(hole, cutAfter(readable, offset, wanted));
      const seen = await readSegment(readable, offset, length, control);
      if (!seen) return undefined;
      if (seen !== 'open') return this.#with(at, last, [{ length, seen }, ...(hole > length ? [{ length: hole - length, seen: undefined }] : [])]);
      if (length < hole) continue;
      for (let i = 0; i < more && last < this.list.length - 1; i++) hole += this.list[++last]?.length ?? 0;
      more *= 2;
      if (offset + hole > source.size) throw new Error('segments are of another text');
    }
  }

  #with(first: number, last: number, instead: readonly Segment[]): Segments {
    return new Segments(this.#start, this.#size, [...this.list.slice(0, first), ...instead, ...this.list.slice(last + 1)]);
  }
}

/** Bytes from `offset` to the end of a line after `wanted` of them, one with an even number of quotes before it where there is one near. */
function cutAfter({ source, kernel, reading: { dialect } }: ReadableText, offset: number, wanted: number): number {
  const first = source.lineStart(source.positionAt(offset + wanted).line + 1);
  let parity = kernel.survey(source.bytes(offset, first), dialect).parity;
  let end = first;
  for (let line = 0; parity === 1 && line < TRIED_LINES && end < source.size; line++) {
    const next = source.lineStart(source.positionAt(end).line + 1);
    parity = kernel.survey(source.bytes(end, next), dialect).parity === 1 ? 0 : 1;
    end = next;
  }
  return (parity === 1 ? first : end) - offset;
}
