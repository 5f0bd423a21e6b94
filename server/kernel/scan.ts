// What one call of the tokenizer works on. The host fills in the upper half and reads the lower half; see server/src/kernel/tokenizer.ts.

/** Most incidents that are listed; the rest is counted. */
export const INCIDENT_LIMIT: u32 = 1024;

@unmanaged
export class Scan {
  bytes: usize = 0;
  length: u32 = 0;
  delimiter: u32 = 0;
  quote: u32 = 0;
  /** 10 or 13. */
  lineEnd: u32 = 0;
  /** Bytes a record may have. */
  limit: u32 = 0;
  atEnd: u32 = 0;
  starts: usize = 0;
  ends: usize = 0;
  recordEnds: usize = 0;
  /** Four words each: kind, record, cell, offset. */
  incidentList: usize = 0;
  /** Room for the offsets of all blocks of 64 bytes: of those with bytes from 0x80 on, and of those with control bytes. */
  highBlocks: usize = 0;
  controlBlocks: usize = 0;

  /** In and out: the scan begins, or ended, inside the rest of a record that was cut. */
  skipping: u32 = 0;
  /** In: 0 where nobody asks for bytes of a kind. Then `controls`, `characters` and `hasNonAscii` mean nothing, and `carriageReturns` may be `UNKNOWN`. */
  inspects: u32 = 0;
  /** Bytes taken. */
  end: u32 = 0;
  cells: u32 = 0;
  records: u32 = 0;
  incidents: u32 = 0;
  /** 1 where some bytes belong to no record; then `starts` is filled. */
  gap: u32 = 0;
  lineFeeds: u32 = 0;
  carriageReturns: u32 = 0;
  controls: u32 = 0;
  hasNonAscii: u32 = 0;
  /** Offset of the first ill-formed sequence, or -1. */
  invalidUtf8: i32 = 0;
  /** Classes of characters as `characterClasses` tells them, where bytes are inspected. */
  characters: u32 = 0;
}

/** Stands for the number of carriage returns where they were not counted. */
export const UNKNOWN: u32 = u32.MAX_VALUE;

export const STRAY_QUOTE: u32 = 0;
export const UNCLOSED_QUOTE: u32 = 1;
export const OVERSIZED_RECORD: u32 = 2;

/** Notes an incident in the record that is being read. */
export function note(scan: Scan, kind: u32, cell: u32, offset: u32): void {
  if (scan.incidents < INCIDENT_LIMIT) {
    const entry = scan.incidentList + 16 * <usize>scan.incidents;
    store<u32>(entry, kind);
    store<u32>(entry, scan.records, 4);
    store<u32>(entry, cell, 8);
    store<u32>(entry, offset, 12);
  }
  scan.incidents++;
}

/** The largest offset up to `at` that does not cut a character in two; never before `from`. */
export function wholeCharacters(bytes: usize, from: u32, at: u32): u32 {
  for (let back: u32 = 1; back <= 3 && at >= from + back; back++) {
    const byte = <u32>load<u8>(bytes + at - back);
    const length: u32 = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > back) return at - back;
  }
  return at;
}
