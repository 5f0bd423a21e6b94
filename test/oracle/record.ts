import type { Incident } from '../../server/src/core/chunk.ts';
import type { Dialect } from '../../server/src/core/reading.ts';
import { wholeCharacters } from './bytes.ts';

/** One record: where its cells start and end, what was odd about it, and where the next one begins. */
export interface RecordCut {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly incidents: readonly Omit<Incident, 'record'>[];
  readonly next: number;
  /** The record was cut at the limit; what follows up to the next line end belongs to no record. */
  readonly cut: boolean;
}

/**
 * Reads the record that starts at `from`, or returns `undefined` where more bytes are needed to know its end.
 *
 * A cell that opens with a quote is quoted if its closer can be found by `closerOf`; otherwise the quote is plain text. A cell gives at most one
 * quote incident, the first. A record whose line end is not among its first `limit` bytes is cut there, before a character rather than in it.
 */
export function readRecord(bytes: Uint8Array, from: number, dialect: Dialect, limit: number, atEnd: boolean): RecordCut | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  const incidents: Omit<Incident, 'record'>[] = [];
  const scan: Scan = { bytes, dialect, limit: from + limit, atEnd };
  for (let start = from; ; ) {
    const cell = readCell(scan, start, ends.length);
    if (!cell) return undefined;
    incidents.push(...cell.incidents);
    starts.push(start);
    if (cell.end === 'over') {
      const end = Math.max(start, wholeCharacters(bytes, from, scan.limit));
      ends.push(end);
      incidents.push({ kind: 'oversized-record', cell: ends.length - 1, offset: end });
      return { starts, ends, incidents, next: end, cut: true };
    }
    ends.push(cell.end);
    start = cell.end + 1;
    if (bytes[cell.end] !== dialect.delimiter) return { starts, ends, incidents, next: Math.min(start, bytes.length), cut: false };
  }
}

interface Scan {
  readonly bytes: Uint8Array;
  readonly dialect: Dialect;
  /** Offset of the first byte a record may not have. */
  readonly limit: number;
  readonly atEnd: boolean;
}

interface CellCut {
  /** Offset of the terminator, or `over` where the record has none within its limit. */
  readonly end: number | 'over';
  readonly incidents: readonly Omit<Incident, 'record'>[];
}

function readCell(scan: Scan, start: number, cell: number): CellCut | undefined {
  const { bytes, dialect } = scan;
  if (dialect.quote === 0 || bytes[start] !== dialect.quote) {
    const end = terminatorAfter(scan, start);
    if (end === undefined) return undefined;
    const stray = dialect.quote === 0 ? -1 : bytes.subarray(start, end === 'over' ? scan.limit : end).indexOf(dialect.quote);
    return { end, incidents: stray < 0 ? [] : [{ kind: 'stray-quote', cell, offset: start + stray }] };
  }
  const closed = closerOf(scan, start);
  if (closed === undefined) return undefined;
  const end = terminatorAfter(scan, closed === 'never' ? start : closed.closer + 1);
  if (end === undefined) return undefined;
  if (closed === 'never') return { end, incidents: [{ kind: 'unclosed-quote', cell, offset: start }] };
  return { end, incidents: closed.stray < 0 ? [] : [{ kind: 'stray-quote', cell, offset: closed.stray }] };
}

/** The first delimiter or line end from `at` on; the end of the input also ends a cell. */
function terminatorAfter(scan: Scan, at: number): number | 'over' | undefined {
  const { bytes, dialect } = scan;
  for (let i = at; i < Math.min(bytes.length, scan.limit); i++) {
    if (bytes[i] === dialect.delimiter || bytes[i] === lineEndByte(dialect)) return i;
  }
  if (bytes.length > scan.limit) return 'over';
  return scan.atEnd ? bytes.length : undefined;
}

/**
 * The closing quote of the cell that opens at `open`: the first quote that is not doubled and is followed by a delimiter, a line end or the end of the
 * input. Quotes that are neither doubled nor closers are stray. Strays are forgiven only on the line of the opening quote, so a cell with both a
 * stray and a line break is never closed; it takes no more than the line of the first such pair to know, which keeps the scan linear.
 */
function closerOf(scan: Scan, open: number): { readonly closer: number; readonly stray: number } | 'never' | undefined {
  const { bytes, dialect } = scan;
  let stray = -1;
  let broken = false;
  for (let i = open + 1; i < Math.min(bytes.length, scan.limit); i++) {
    if (bytes[i] === lineEndByte(dialect)) {
      if (stray >= 0) return 'never';
      broken = true;
    }
    if (bytes[i] !== dialect.quote) continue;
    if (bytes[i + 1] === dialect.quote) {
      i++;
      continue;
    }
    const ends = endsCell(scan, i + 1);
    if (ends === undefined) return undefined;
    if (ends) return { closer: i, stray };
    if (broken) return 'never';
    if (stray < 0) stray = i;
  }
  return scan.atEnd || bytes.length >= scan.limit + 2 ? 'never' : undefined;
}

/** Whether a quoted cell may end right before `at`; `undefined` where the bytes to know it have not come yet. */
function endsCell({ bytes, dialect, atEnd }: Scan, at: number): boolean | undefined {
  if (at >= bytes.length) return atEnd ? true : undefined;
  if (bytes[at] === dialect.delimiter || bytes[at] === lineEndByte(dialect)) return true;
  if (bytes[at] !== 13) return false;
  if (at + 1 >= bytes.length) return atEnd ? false : undefined;
  return bytes[at + 1] === 10;
}

function lineEndByte(dialect: Dialect): number {
  return dialect.lineEnd === 'cr' ? 13 : 10;
}
