import type { Source } from '../core/format.ts';
import type { TextPosition, TextRange } from '../core/place.ts';
import { firstAbove } from '../util/search.ts';
import { BREAK, type Piece, advanceUnits, breakEnds, cut, editedPiece, joins, measureUnits, pieceOf } from './pieces.ts';

/** How a client counts characters in a line: UTF-16 code units (the default of the protocol) or bytes of UTF-8. */
export type PositionEncoding = 'utf-16' | 'utf-8';

/** One edit as editors send it; without a range the whole text is replaced. */
export interface TextChange {
  readonly range?: TextRange;
  readonly text: string;
}

/** What an edit did to the bytes: `[from, to)` of the text before was replaced by `added` bytes. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly added: number;
}

/**
 * The text of an open document as UTF-8, in pieces of at most 48 KB with prefix sums of bytes and lines. Immutable: an edit makes a new
 * text that shares all untouched pieces, so a running check keeps the text it began with. Lines end at LF, CR LF or a lone CR.
 */
export class DocumentText implements Source {
  readonly size: number;
  /** Number of lines, at least 1. */
  readonly lines: number;
  /** Length in UTF-16 code units. */
  readonly units: number;
  private readonly bytesBefore: Float64Array;
  private readonly breaksBefore: Float64Array;

  private constructor(private readonly pieces: readonly Piece[], { bytes, breaks, units }: Sums) {
    this.bytesBefore = bytes;
    this.breaksBefore = breaks;
    this.size = bytes[pieces.length] ?? 0;
    this.lines = (breaks[pieces.length] ?? 0) + 1;
    this.units = units;
  }

  static of(text: string | Uint8Array): DocumentText {
    const pieces = cut(typeof text === 'string' ? new TextEncoder().encode(text) : text).map(pieceOf);
    return new DocumentText(pieces, exchangedSums(NO_SUMS, { first: 0, gone: 0, count: 0 }, pieces));
  }

  /** Copies bytes from `position` on; returns how many. */
  read(target: Uint8Array, position: number): Promise<number> {
    return Promise.resolve(this.copy(target, position));
  }

  /** The bytes from `from` up to, not including, `to`. */
  bytes(from = 0, to = this.size): Uint8Array {
    const target = new Uint8Array(Math.max(0, Math.min(to, this.size) - from));
    this.copy(target, from);
    return target;
  }

  toString(from = 0, to = this.size): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.bytes(from, to));
  }

  /** The text after one edit. Positions beyond a line's end mean its end, as the protocol demands. */
  edit(change: TextChange, encoding: PositionEncoding = 'utf-16'): DocumentText {
    return change.range ? this.replace(change.range, change.text, encoding).text : DocumentText.of(change.text);
  }

  /** The text after a range of it was replaced, and what that did to its bytes. */
  replace(range: TextRange, text: string, encoding: PositionEncoding = 'utf-16'): { readonly text: DocumentText; readonly splice: Splice } {
    const from = this.offsetAt(range.start, encoding);
    const to = Math.max(from, this.offsetAt(range.end, encoding));
    const inserted = new TextEncoder().encode(text);
    return { text: this.splice(from, to, inserted), splice: { from, to, added: inserted.length } };
  }

  /** Byte offset of a position. */
  offsetAt(position: TextPosition, encoding: PositionEncoding = 'utf-16'): number {
    const start = this.lineStart(position.line);
    const end = this.lineEnd(position.line);
    if (encoding === 'utf-8') return this.characterStart(Math.min(end, start + position.character));
    return this.advance(start, end, position.character);
  }

  /** Position of a byte offset. */
  positionAt(offset: number, encoding: PositionEncoding = 'utf-16'): TextPosition {
    const at = Math.max(0, Math.min(offset, this.size));
    const index = this.pieceAt(at);
    const line = (this.breaksBefore[index] ?? 0) + this.breaksUpTo(index, at);
    const start = this.lineStart(line);
    return { line, character: encoding === 'utf-8' ? at - start : this.unitsBetween(start, at) };
  }

  /** Byte offset of a line's first character; the end of the text for lines beyond it. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lines) return this.size;
    const index = lastAtMost(this.breaksBefore, line - 1, this.pieces.length);
    const piece = this.pieces[index];
    return piece ? (this.bytesBefore[index] ?? 0) + (breakEnds(piece)[line - (this.breaksBefore[index] ?? 0) - 1] ?? piece.bytes.length) : this.size;
  }

  /** Byte offset of a line's end, its line break not included. */
  lineEnd(line: number): number {
    if (line >= this.lines - 1) return this.size;
    const next = this.lineStart(line + 1);
    const [before = 0, last = 0] = this.bytes(Math.max(0, next - 2), next).slice(-2);
    return next - (last === BREAK.lf && before === BREAK.cr && next >= 2 ? 2 : 1);
  }

  /** How many bytes at the start two texts have in common, as far as that shows without comparing them: those of pieces they share. */
  sharedStart(other: DocumentText): number {
    let shared = 0;
    while (shared < this.pieces.length && this.pieces[shared] === other.pieces[shared]) shared += 1;
    return this.bytesBefore[shared] ?? 0;
  }

  private splice(from: number, to: number, inserted: Uint8Array): DocumentText {
    let first = this.pieceAt(from);
    let last = Math.max(first, this.pieceAt(to));
    // A carriage return and its line feed stay in one piece, and a piece that has become tiny is joined with the next one.
    if (first > 0 && from === (this.bytesBefore[first] ?? 0)) first -= 1;
    const left = (this.bytesBefore[last + 1] ?? 0) - (this.bytesBefore[first] ?? 0) - (to - from) + inserted.length;
    if (last < this.pieces.length - 1 && (this.startsWithLineFeed(last + 1) || left < SMALL)) last += 1;
    const head = this.bytes(this.bytesBefore[first] ?? 0, from);
    const tail = this.bytes(to, this.bytesBefore[last + 1] ?? this.size);
    const gone = this.pieces.slice(first, last + 1);
    const [alone] = gone.length === 1 ? gone : [];
    const runs = cut(joins(head, inserted, tail));
    const kept = alone && runs.length === 1 ? alone : undefined;
    const renewed = runs.map(run => (kept ? editedPiece(kept, head.length, kept.bytes.length - tail.length, inserted, run) : pieceOf(run)));
    const before = { bytes: this.bytesBefore, breaks: this.breaksBefore, units: gone.reduce((units, piece) => units - piece.units, this.units) };
    const pieces = [...this.pieces.slice(0, first), ...renewed, ...this.pieces.slice(last + 1)];
    return new DocumentText(pieces, exchangedSums(before, { first, gone: gone.length, count: this.pieces.length }, renewed));
  }

  private startsWithLineFeed(index: number): boolean {
    return this.pieces[index]?.bytes[0] === BREAK.lf;
  }

  private copy(target: Uint8Array, position: number): number {
    let done = 0;
    for (let index = this.pieceAt(position); index < this.pieces.length && done < target.length; index += 1) {
      const from = position + done - (this.bytesBefore[index] ?? 0);
      const part = this.pieces[index]?.bytes.subarray(from, from + target.length - done) ?? target.subarray(0, 0);
      target.set(part, done);
      done += part.length;
    }
    return done;
  }

  /** The offset `units` UTF-16 units after `start`, at most `end`. Whole pieces in between are skipped by their length. */
  private advance(start: number, end: number, units: number): number {
    let offset = start;
    let left = units;
    for (let index = this.pieceAt(start); left > 0 && offset < end; index += 1) {
      const piece = this.pieces[index];
      if (!piece) break;
      const from = offset - (this.bytesBefore[index] ?? 0);
      const whole = from === 0 && piece.units <= left;
      const step = whole ? { bytes: piece.bytes.length, units: piece.units } : advanceUnits(piece.bytes, from, left);
      offset += step.bytes;
      left -= step.units;
      if (step.bytes === 0 || (!whole && from + step.bytes < piece.bytes.length)) break;
    }
    return Math.min(offset, end);
  }

  private unitsBetween(from: number, to: number): number {
    let units = 0;
    for (let index = this.pieceAt(from); index < this.pieces.length && (this.bytesBefore[index] ?? 0) < to; index += 1) {
      const piece = this.pieces[index];
      if (!piece) break;
      const base = this.bytesBefore[index] ?? 0;
      const [start, end] = [Math.max(0, from - base), Math.min(piece.bytes.length, to - base)];
      units += start === 0 && end === piece.bytes.length ? piece.units : measureUnits(piece.bytes, start, end);
    }
    return units;
  }

  /** Line breaks of piece `index` that end at or before `offset`. */
  private breaksUpTo(index: number, offset: number): number {
    const piece = this.pieces[index];
    const end = offset - (this.bytesBefore[index] ?? 0);
    if (!piece || end >= piece.bytes.length) return piece?.breaks ?? 0;
    return firstAbove(breakEnds(piece), end);
  }

  /** Moves an offset back to the first byte of its character. */
  private characterStart(offset: number): number {
    let at = offset;
    const window = this.bytes(Math.max(0, offset - 3), offset + 1);
    for (let i = window.length - 1; at < this.size && i > 0 && ((window[i] ?? 0) & 0xc0) === 0x80; i -= 1) at -= 1;
    return at;
  }

  private pieceAt(offset: number): number {
    return Math.max(0, Math.min(this.pieces.length - 1, lastAtMost(this.bytesBefore, offset, this.pieces.length)));
  }
}

/** Pieces smaller than this are joined with the next one when an edit touches them. */
const SMALL = 8 * 1024;

/** Bytes and breaks before each piece and after the last one, and units in all. */
interface Sums {
  readonly bytes: Float64Array;
  readonly breaks: Float64Array;
  readonly units: number;
}

const NO_SUMS: Sums = { bytes: new Float64Array(1), breaks: new Float64Array(1), units: 0 };

/** Which pieces of how many are exchanged for others. */
interface Exchange {
  readonly first: number;
  readonly gone: number;
  readonly count: number;
}

/** The sums after an exchange: what stands before the new pieces is copied, what follows is moved. Units are those of the pieces that stay. */
function exchangedSums(before: Sums, exchange: Exchange, renewed: readonly Piece[]): Sums {
  const bytes = exchangedPrefix(before.bytes, exchange, renewed.map(piece => piece.bytes.length));
  const breaks = exchangedPrefix(before.breaks, exchange, renewed.map(piece => piece.breaks));
  return { bytes, breaks, units: renewed.reduce((sum, { units }) => sum + units, before.units) };
}

function exchangedPrefix(before: Float64Array, { first, gone, count }: Exchange, weights: readonly number[]): Float64Array {
  const grown = weights.length - gone;
  const sums = new Float64Array(count + grown + 1);
  sums.set(before.subarray(0, first + 1));
  weights.forEach((weight, i) => { sums[first + i + 1] = (sums[first + i] ?? 0) + weight; });
  const moved = (sums[first + weights.length] ?? 0) - (before[first + gone] ?? 0);
  for (let i = first + gone + 1; i <= count; i += 1) sums[i + grown] = (before[i] ?? 0) + moved;
  return sums;
}

/** The largest index below `count` whose sum is at most `value`; sums ascend. */
function lastAtMost(sums: Float64Array, value: number, count: number): number {
  let low = 0;
  let high = Math.max(0, count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sums[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
