// The fast path of the tokenizer: records whose quotes are all well-formed, 64 bytes a step, by quote parity.
import { Scan } from './scan';
import { equalMask, lowBits, prefixXor } from './masks';

/** Of the last call: whether it met a quote out of place, the line ends inside of quotes, and where the lists of blocks end. */
export let stopped: bool = false;
export let quotedLines: u32 = 0;
export let highEnd: usize = 0;
export let controlEnd: usize = 0;

/**
 * Adds the records that start at `from` and end before `to`, as long as every quote opens right after a terminator and closes right before one, and
 * returns where the next record starts. It stops at the first record with a quote out of place, which the scalar machine then reads.
 *
 * Quote parity tells what is inside quotes; `before` and `closed` carry what the last byte of a step was into the next one. What happens in some steps
 * only is done in all of them where that is cheaper than a branch nobody can foresee. On the way it lists the blocks of 64 bytes that hold a byte from
 * 0x80 on, or end a character of the block before, and those that hold a control byte that is neither delimiter nor line end.
 */
export function wellFormedRecords(scan: Scan, from: u32, to: u32): u32 {
  return scan.inspects != 0 ? walk(scan, from, to, true) : walk(scan, from, to, false);
}

// @ts-ignore: decorator
@inline
function walk(scan: Scan, from: u32, to: u32, lists: bool): u32 {
  const bytes = scan.bytes;
  const delimiters = i8x16.splat(<i8>scan.delimiter);
  const quotes = i8x16.splat(<i8>scan.quote);
  const lineEnds = i8x16.splat(<i8>scan.lineEnd);
  const returns = i8x16.splat(13);
  const lastControl = i8x16.splat(31);
  const quoting: u64 = scan.quote != 0 ? ~(<u64>0) : 0;
  let inside: u64 = 0;
  let before: u64 = 1;
  let closed: u64 = 0;
  let owed: u64 = 0;
  let openLines: u32 = 0;
  stopped = false;
  let pending: u32 = 0;
  let highs = scan.highBlocks;
  let controls = scan.controlBlocks;
  const firstEnd = scan.ends;
  let end = firstEnd + 4 * <usize>scan.cells;
  let recordEnd = scan.recordEnds + 4 * <usize>scan.records;
  for (let i = from; i < to; i += 64) {
    const at = bytes + i;
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    const quote = equalMask(quotes, a, b, c, d) & quoting;
    const line = equalMask(lineEnds, a, b, c, d);
    const terminator = equalMask(delimiters, a, b, c, d) | line;
    let live = to - i < 64 ? lowBits(to - i) : ~(<u64>0);
    let bad: u64 = 0;
    let cell = terminator & live;
    let record = line & live;
    const last = before;
    before = cell >> 63;
    if ((quote | closed | owed | inside) != 0) {
      const open = prefixXor(quote) ^ inside;
      inside = <u64>(<i64>open >> 63);
      const close = quote & ~open;
      const after = (close << 1) | closed;
      const carriage = after & equalMask(returns, a, b, c, d) & ~line;
      const lineOwed = (carriage << 1) | owed;
      bad = quote & open & ~((((terminator & ~open) | close) << 1) | last);
      bad |= after & ~(terminator | quote | carriage);
      bad |= lineOwed & ~line;
      bad &= live;
      closed = close >> 63;
      owed = carriage >> 63;
      if (bad != 0) live &= bad ^ (bad - 1);
      cell = terminator & ~open & live;
      openLines += <u32>popcnt(record & open & live);
      record = line & ~open & live;
      before = (cell | close) >> 63;
    }
    const cellsBefore = <u32>((end - firstEnd) >>> 2);
    const cells = <u32>popcnt(cell);
    store<u32>(recordEnd, cellsBefore + <u32>popcnt(cell & (record ^ (record - 1))));
    recordEnd += 4 * usize(record != 0);
    for (record &= record - 1; record != 0; record &= record - 1) {
      store<u32>(recordEnd, cellsBefore + <u32>popcnt(cell & (record ^ (record - 1))));
      recordEnd += 4;
    }
    const next = end + 4 * <usize>cells;
    store<u32>(end, i + <u32>ctz(cell));
    cell &= cell - 1;
    store<u32>(end, i + <u32>ctz(cell), 4);
    cell &= cell - 1;
    store<u32>(end, i + <u32>ctz(cell), 8);
    cell &= cell - 1;
    store<u32>(end, i + <u32>ctz(cell), 12);
    cell &= cell - 1;
    store<u32>(end, i + <u32>ctz(cell), 16);
    cell &= cell - 1;
    store<u32>(end, i + <u32>ctz(cell), 20);
    cell &= cell - 1;
    for (let more = end + 24; cell != 0; more += 12) {
      store<u32>(more, i + <u32>ctz(cell));
      cell &= cell - 1;
      store<u32>(more, i + <u32>ctz(cell), 4);
      cell &= cell - 1;
      store<u32>(more, i + <u32>ctz(cell), 8);
      cell &= cell - 1;
    }
    end = next;
    if (lists) {
      store<u32>(highs, i);
      highs += 4 * usize((<u32>i8x16.bitmask(v128.or(v128.or(a, b), v128.or(c, d))) | pending) != 0);
      pending = <u32>i8x16.bitmask(d) >> 13;
      const upper = i8x16.min_u(exempt(a, lineEnds, delimiters), exempt(b, lineEnds, delimiters));
      const least = i8x16.min_u(upper, i8x16.min_u(exempt(c, lineEnds, delimiters), exempt(d, lineEnds, delimiters)));
      store<u32>(controls, i);
      controls += 4 * usize(i8x16.bitmask(i8x16.le_u(least, lastControl)) != 0);
    }
    if (bad != 0) {
      stopped = true;
      break;
    }
  }
  quotedLines = openLines;
  highEnd = highs;
  controlEnd = controls;
  const records = <u32>((recordEnd - scan.recordEnds) >>> 2);
  if (records == scan.records) return from;
  scan.records = records;
  scan.cells = load<u32>(recordEnd - 4);
  return load<u32>(firstEnd + 4 * <usize>scan.cells - 4) + 1;
}

/** The bytes, with all bits set in those that end lines or cells. */
// @ts-ignore: decorator
@inline
function exempt(v: v128, lineEnds: v128, delimiters: v128): v128 {
  return v128.or(v, v128.or(i8x16.eq(v, lineEnds), i8x16.eq(v, delimiters)));
}
