// The scalar machine of the tokenizer: one record, whatever its quotes. It follows test/oracle/record.ts, which defines what is right.
import { note, OVERSIZED_RECORD, Scan, STRAY_QUOTE, UNCLOSED_QUOTE, wholeCharacters } from './scan';

/** Answers in place of an offset. */
const OVER: u32 = 0xffffffff;
const UNKNOWN: u32 = 0xfffffffe;
const NEVER: u32 = 0xfffffffd;

let stray: u32 = 0;

/**
 * Adds the record that starts at `from` and returns where the next one starts, or -1 where more bytes are needed to know its end. A record that was
 * cut leaves `skipping` set.
 */
export function anyRecord(scan: Scan, from: u32): i32 {
  const cellsBefore = scan.cells;
  const incidentsBefore = scan.incidents;
  const limit = from + scan.limit;
  let start = from;
  while (true) {
    const end = readCell(scan, start, limit, scan.cells - cellsBefore);
    if (end == UNKNOWN) {
      scan.cells = cellsBefore;
      scan.incidents = incidentsBefore;
      return -1;
    }
    if (end == OVER) return cutRecord(scan, from, start, limit, cellsBefore);
    addCell(scan, start, end);
    if (end == scan.length || load<u8>(scan.bytes + end) != <u8>scan.delimiter) {
      endRecord(scan);
      return min<u32>(end + 1, scan.length);
    }
    start = end + 1;
  }
}

/** Passes over the rest of a record that was cut, and returns where the scan goes on. */
export function skipRest(scan: Scan, from: u32): u32 {
  for (let i = from; i < scan.length; i++) {
    if (<u32>load<u8>(scan.bytes + i) == scan.lineEnd) {
      scan.skipping = 0;
      return i + 1;
    }
  }
  if (scan.atEnd) scan.skipping = 0;
  return scan.atEnd ? scan.length : wholeCharacters(scan.bytes, from, scan.length);
}

/** From here on cells do not touch: lists where each of those so far starts, and takes the carriage returns off their ends. */
export function openGap(scan: Scan): void {
  if (scan.gap) return;
  let start: u32 = 0;
  for (let cell: u32 = 0; cell < scan.cells; cell++) {
    const end = load<u32>(scan.ends + 4 * <usize>cell);
    store<u32>(scan.starts + 4 * <usize>cell, start);
    store<u32>(scan.ends + 4 * <usize>cell, withoutReturn(scan, start, end));
    start = end + 1;
  }
  scan.gap = 1;
}

function cutRecord(scan: Scan, from: u32, start: u32, limit: u32, cellsBefore: u32): i32 {
  openGap(scan);
  const end = max<u32>(start, wholeCharacters(scan.bytes, from, limit));
  store<u32>(scan.starts + 4 * <usize>scan.cells, start);
  store<u32>(scan.ends + 4 * <usize>scan.cells, end);
  note(scan, OVERSIZED_RECORD, scan.cells - cellsBefore, end);
  scan.cells++;
  endRecord(scan);
  scan.skipping = 1;
  return end;
}

function addCell(scan: Scan, start: u32, end: u32): void {
  const at = <usize>scan.cells << 2;
  if (scan.gap) store<u32>(scan.starts + at, start);
  store<u32>(scan.ends + at, scan.gap ? withoutReturn(scan, start, end) : end);
  scan.cells++;
}

function endRecord(scan: Scan): void {
  store<u32>(scan.recordEnds + 4 * <usize>scan.records, scan.cells);
  scan.records++;
}

function withoutReturn(scan: Scan, start: u32, end: u32): u32 {
  const trims = scan.lineEnd == 10 && end > start && end < scan.length && load<u8>(scan.bytes + end) == 10 && load<u8>(scan.bytes + end - 1) == 13;
  return trims ? end - 1 : end;
}

/** Where the cell at `start` ends; notes its quote incident, if any. */
function readCell(scan: Scan, start: u32, limit: u32, cell: u32): u32 {
  if (scan.quote == 0) return terminatorAfter(scan, start, limit);
  if (start >= scan.length || <u32>load<u8>(scan.bytes + start) != scan.quote) {
    const end = terminatorAfter(scan, start, limit);
    if (end == UNKNOWN) return end;
    noteStray(scan, start, end == OVER ? limit : end, cell);
    return end;
  }
  const closer = closerOf(scan, start, limit);
  if (closer == UNKNOWN) return UNKNOWN;
  const end = terminatorAfter(scan, closer == NEVER ? start : closer + 1, limit);
  if (end == UNKNOWN) return end;
  if (closer == NEVER) note(scan, UNCLOSED_QUOTE, cell, start);
  else if (stray != UNKNOWN) note(scan, STRAY_QUOTE, cell, stray);
  return end;
}

function noteStray(scan: Scan, start: u32, end: u32, cell: u32): void {
  for (let i = start; i < end; i++) {
    if (<u32>load<u8>(scan.bytes + i) == scan.quote) {
      note(scan, STRAY_QUOTE, cell, i);
      return;
    }
  }
}

function terminatorAfter(scan: Scan, at: u32, limit: u32): u32 {
  const stop = min<u32>(scan.length, limit);
  for (let i = at; i < stop; i++) {
    const byte = <u32>load<u8>(scan.bytes + i);
    if (byte == scan.delimiter || byte == scan.lineEnd) return i;
  }
  if (scan.length > limit) return OVER;
  return scan.atEnd ? scan.length : UNKNOWN;
}

/** The closing quote of the cell that opens at `open`; leaves the first stray quote before it, or UNKNOWN, in `stray`. */
function closerOf(scan: Scan, open: u32, limit: u32): u32 {
  const bytes = scan.bytes;
  const stop = min<u32>(scan.length, limit);
  let broken = false;
  stray = UNKNOWN;
  for (let i = open + 1; i < stop; i++) {
    const byte = <u32>load<u8>(bytes + i);
    if (byte == scan.lineEnd) {
      if (stray != UNKNOWN) return NEVER;
      broken = true;
    }
    if (byte != scan.quote) continue;
    if (i + 1 < scan.length && <u32>load<u8>(bytes + i + 1) == scan.quote) {
      i++;
      continue;
    }
    const ends = endsCell(scan, i + 1);
    if (ends < 0) return UNKNOWN;
    if (ends > 0) return i;
    if (broken) return NEVER;
    if (stray == UNKNOWN) stray = i;
  }
  return scan.atEnd || scan.length >= limit + 2 ? NEVER : UNKNOWN;
}

/** 1 where a quoted cell may end right before `at`, 0 where not, -1 where the bytes to know it have not come yet. */
function endsCell(scan: Scan, at: u32): i32 {
  if (at >= scan.length) return scan.atEnd ? 1 : -1;
  const byte = <u32>load<u8>(scan.bytes + at);
  if (byte == scan.delimiter || byte == scan.lineEnd) return 1;
  if (byte != 13) return 0;
  if (at + 1 >= scan.length) return scan.atEnd ? 0 : -1;
  return load<u8>(scan.bytes + at + 1) == 10 ? 1 : 0;
}
