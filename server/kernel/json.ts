// Lines of JSON whose keys and kinds of values have all been met before. Whatever is new, broken or odd is left to server/src/formats/jsonText, which
// defines what records mean; see server/src/kernel/jsonLines.ts for the host's side.
import { nestedEnd } from './jsonNested';
import { hasEscapes, numberEnd, space, stringEnd, wordEnd } from './jsonTokens';

/** The kinds of values in the order the host numbers them. */
const STRING: u32 = 0;
const NUMBER: u32 = 1;
const BOOLEAN: u32 = 2;
const NULL: u32 = 3;
const ARRAY: u32 = 4;
const DEEP: u32 = 5;
const NESTED: u32 = 6;

/** In place of a column: values of this kind have no cell; there was none of this kind. */
const NO_COLUMN: u32 = 0xffffffff;
const UNMET: u32 = 0xfffffffe;
/** Objects below this depth are one cell each. */
const COLUMN_DEPTH: u32 = 16;
/** Values of one record. */
const MOST_ENTRIES: u32 = 4096;

/** A key below the keys that lead to it. The host fills in columns and reads counts, both by kind; the key itself follows, with its closing quote. */
@unmanaged
export class JsonNode {
  /** The first bytes of the key, as many as the mask has: up to 8. */
  head: u64 = 0;
  mask: u64 = 0;
  length: u32 = 0;
  /** The record that had this key last. */
  seen: u32 = 0;
  firstChild: usize = 0;
  lastChild: usize = 0;
  sibling: usize = 0;
}

/** Where the columns of a node stand, its counts and its key. */
const COLUMNS: usize = 40;
const COUNTS: usize = 68;
const KEY: usize = 96;

/** What one reader works on. The host fills in all of it before a chunk; `next` to `serial` go on from call to call. */
@unmanaged
export class JsonScan {
  bytes: usize = 0;
  /** The lines: for each the index of the first piece after it, and where pieces end. */
  lines: usize = 0;
  pieceEnds: usize = 0;
  lineCount: u32 = 0;
  root: usize = 0;
  /** Lists: of each cell where it starts and ends and its column; of each record the first cell after it and where it lies; cells with escapes. */
  starts: usize = 0;
  ends: usize = 0;
  columns: usize = 0;
  recordEnds: usize = 0;
  recordStarts: usize = 0;
  recordStops: usize = 0;
  escaped: usize = 0;
  /** The line to be read next, where it starts, and how many cells and cells with escapes there are so far. */
  next: u32 = 0;
  from: u32 = 0;
  cells: u32 = 0;
  escapes: u32 = 0;
  serial: u32 = 0;
}

/** The counters that a record adds one to, and the objects that are open. */
const entries: usize = memory.data(4 * 4096, 16);
const openNodes: usize = memory.data(4 * 16, 16);
const openHints: usize = memory.data(4 * 16, 16);

/** Makes a node of a block of zeros that holds its key: the last child of `parent`, or the root where that is 0. */
export function createNode(at: usize, parent: usize, length: u32): void {
  const node = changetype<JsonNode>(at);
  node.length = length;
  node.mask = length >= 7 ? u64.MAX_VALUE : (<u64>1 << (8 * (length + 1))) - 1;
  node.head = load<u64>(at, KEY) & node.mask;
  for (let kind: usize = 0; kind < 7; kind++) store<u32>(at + COLUMNS + 4 * kind, UNMET);
  if (parent == 0) return;
  const above = changetype<JsonNode>(parent);
  if (above.lastChild == 0) above.firstChild = at;
  else changetype<JsonNode>(above.lastChild).sibling = at;
  above.lastChild = at;
}

/** Reads lines until one holds something new. */
export function readLines(at: usize): void {
  const scan = changetype<JsonScan>(at);
  while (scan.next < scan.lineCount) {
    const to = load<u32>(scan.pieceEnds + 4 * <usize>load<u32>(scan.lines + 4 * <usize>scan.next) - 4);
    if (!readRecord(scan, scan.bytes + scan.from, scan.bytes + to)) return;
    scan.from = to + 1;
    scan.next++;
  }
}

/** Adds the record on a line, or returns false and leaves everything as it was. */
function readRecord(scan: JsonScan, from: usize, to: usize): bool {
  const bytes = scan.bytes;
  const serial = ++scan.serial;
  let cell = <usize>scan.cells << 2;
  let escapes = scan.escapes;
  let entry = entries;
  let depth: usize = 0;
  let node = scan.root;
  let hint = changetype<JsonNode>(node).firstChild;
  let at = space(from);
  if (load<u8>(at) != 0x7b) return false;
  at = space(at + 1);
  let closes = load<u8>(at) == 0x7d;
  while (true) {
    let end = at + 1;
    if (!closes) {
      const child = load<u8>(at) == 34 ? childAt(node, hint, at + 1) : 0;
      if (child == 0) return false;
      const known = changetype<JsonNode>(child);
      if (known.seen == serial || entry == entries + 4 * <usize>MOST_ENTRIES) return false;
      known.seen = serial;
      hint = known.sibling;
      const value = valueAfter(at + known.length + 2);
      if (value == 0) return false;
      const byte = <u32>load<u8>(value);
      let kind = NUMBER;
      let isEscaped = false;
      if (byte == 34) {
        kind = STRING;
        end = stringEnd(value + 1);
        isEscaped = hasEscapes;
      } else if (byte - 0x30 < 10 || byte == 0x2d) end = numberEnd(value);
      else if (byte == 0x6e || byte == 0x74 || byte == 0x66) {
        kind = byte == 0x6e ? NULL : BOOLEAN;
        end = wordEnd(value);
      } else if (byte == 0x7b && depth < <usize>COLUMN_DEPTH) {
        if (load<u32>(child + COLUMNS + 4 * <usize>NESTED) == UNMET) return false;
        store<u32>(entry, <u32>(child + COUNTS + 4 * <usize>NESTED));
        entry += 4;
        store<u32>(openNodes + 4 * depth, <u32>node);
        store<u32>(openHints + 4 * depth, <u32>hint);
        depth++;
        node = child;
        hint = known.firstChild;
        at = space(value + 1);
        closes = load<u8>(at) == 0x7d;
        continue;
      } else if (byte == 0x5b || byte == 0x7b) {
        kind = byte == 0x5b ? ARRAY : DEEP;
        end = nestedEnd(value);
      } else return false;
      const column = load<u32>(child + COLUMNS + 4 * <usize>kind);
      if (end == 0 || column == UNMET) return false;
      store<u32>(entry, <u32>(child + COUNTS + 4 * <usize>kind));
      entry += 4;
      if (column != NO_COLUMN) {
        store<u32>(scan.starts + cell, <u32>(value - bytes));
        store<u32>(scan.ends + cell, <u32>(end - bytes));
        store<u32>(scan.columns + cell, column);
        store<u32>(scan.escaped + 4 * <usize>escapes, <u32>(cell >>> 2));
        escapes += u32(isEscaped);
        cell += 4;
      }
    } else if (depth == 0) {
      at = end;
      break;
    } else {
      depth--;
      node = load<u32>(openNodes + 4 * depth);
      hint = load<u32>(openHints + 4 * depth);
    }
    // A member has ended: a comma and the next key follow, or the end of the object.
    at = space(end);
    closes = load<u8>(at) == 0x7d;
    if (closes) continue;
    if (load<u8>(at) != 0x2c) return false;
    at = space(at + 1);
  }
  const stop = lastOf(from, to);
  if (space(at) < stop) return false;
  for (let i = entries; i < entry; i += 4) store<u32>(load<u32>(i), load<u32>(load<u32>(i)) + 1);
  scan.escapes = escapes;
  endRecord(scan, <u32>(cell >>> 2), <u32>(from - bytes), <u32>(stop - bytes));
  return true;
}

/** Ends the record whose cells are those up to `cell`. One without any has an empty cell of no column: it is there all the same. */
function endRecord(scan: JsonScan, cell: u32, from: u32, stop: u32): void {
  if (cell == scan.cells) {
    const at = <usize>cell << 2;
    store<u32>(scan.starts + at, from);
    store<u32>(scan.ends + at, from);
    store<u32>(scan.columns + at, NO_COLUMN);
    cell++;
  }
  const record = 4 * <usize>scan.next;
  store<u32>(scan.recordEnds + record, cell);
  store<u32>(scan.recordStarts + record, from);
  store<u32>(scan.recordStops + record, stop);
  scan.cells = cell;
}

/** Where a line ends, without the white space at its end. */
function lastOf(from: usize, to: usize): usize {
  while (to > from) {
    const byte = load<u8>(to - 1);
    if (byte != 32 && byte != 9 && byte != 10 && byte != 13) break;
    to--;
  }
  return to;
}

/** Where the value begins whose key ends before `at`; 0 where there is no colon. */
// @ts-ignore: decorator
@inline
function valueAfter(at: usize): usize {
  if (load<u8>(at) != 0x3a) {
    at = space(at);
    if (load<u8>(at) != 0x3a) return 0;
  }
  return space(at + 1);
}

/** The child whose key stands at `at`, its closing quote included, or 0. Keys mostly come in the order they have been met in, so `hint` is tried first. */
// @ts-ignore: decorator
@inline
function childAt(node: usize, hint: usize, at: usize): usize {
  const head = load<u64>(at);
  for (let child = hint; child != 0; child = changetype<JsonNode>(child).sibling) if (isKey(child, head, at)) return child;
  for (let child = changetype<JsonNode>(node).firstChild; child != hint; child = changetype<JsonNode>(child).sibling) if (isKey(child, head, at)) return child;
  return 0;
}

// @ts-ignore: decorator
@inline
function isKey(child: usize, head: u64, at: usize): bool {
  const node = changetype<JsonNode>(child);
  return (head & node.mask) == node.head && (node.length < 8 || isSame(child + KEY + 8, at + 8, node.length - 7));
}

/** Whether so many bytes at `a` and `b` are the same. */
function isSame(a: usize, b: usize, length: u32): bool {
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(a + i) != load<u64>(b + i)) return false;
  for (; i < length; i++) if (load<u8>(a + i) != load<u8>(b + i)) return false;
  return true;
}
