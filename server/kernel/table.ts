// A table's summary and the chunk that is being added to it. The host fills in both structs; see server/src/kernel/summarizer.ts.
import { addMissing, addPresent, Column } from './column';
import { ABSENT, finish, HAS_AT, HAS_HIGH, hashShort, longHash, ROW, rowStep, scanLong } from './content';
import { CLASS, longClass, openQuoted, quotedAt, quotedLength, shortClass, shortContent, useScratch } from './cell';
import { Histogram, histogramSlots } from './histogram';
import { allocate, release } from './memory';
import { SUMS_BYTES } from './sums';
import { Tokens, tokenOf } from './tokens';
import { Values, valueSlots } from './values';

@unmanaged
export class Table {
  columns: u32 = 0;
  tokens: usize = 0;
  valuesKept: u32 = 0;
  bucketsKept: u32 = 0;
  registerBits: u32 = 0;
  /** One block with all columns, and the distance from one to the next. */
  block: usize = 0;
  stride: u32 = 0;
  blockBytes: usize = 0;
  records: u64 = 0;
}

@unmanaged
export class ChunkView {
  bytes: usize = 0;
  length: u32 = 0;
  quote: u32 = 0;
  records: u32 = 0;
  recordEnds: usize = 0;
  ends: usize = 0;
  /** 0 where cells touch. */
  starts: usize = 0;
  /** 0 where records list their columns in order. */
  columnOf: usize = 0;
  firstRecord: f64 = 0;
  /** Room for the longest content. */
  scratch: usize = 0;
}

/** Makes the columns of a table whose sizes are filled in. */
export function createTable(at: usize): void {
  const table = changetype<Table>(at);
  const tokens = changetype<Tokens>(table.tokens).count;
  const histogramBytes: usize = 16 * <usize>histogramSlots(table.bucketsKept);
  const valueBytes: usize = 32 * <usize>valueSlots(table.valuesKept);
  const fixed = align(offsetof<Column>()) + align(offsetof<Histogram>()) + align(offsetof<Values>());
  const stride = align(fixed + align(8 * <usize>tokens) + (<usize>1 << table.registerBits)) + histogramBytes + valueBytes;
  table.stride = <u32>stride;
  table.blockBytes = max<usize>(1, stride * table.columns);
  table.block = allocate(table.blockBytes);
  memory.fill(table.block, 0, table.blockBytes);
  for (let i: u32 = 0; i < table.columns; i++) {
    const column = columnAt(table, i);
    const base = changetype<usize>(column);
    column.lengthMin = u32.MAX_VALUE;
    column.least = Infinity;
    column.greatest = -Infinity;
    column.histogram = base + align(offsetof<Column>());
    column.values = column.histogram + align(offsetof<Histogram>());
    column.missing = base + fixed;
    column.registers = column.missing + align(8 * <usize>tokens);
    column.registerShift = 64 - table.registerBits;
    const histogram = changetype<Histogram>(column.histogram);
    histogram.slots = base + stride - histogramBytes - valueBytes;
    histogram.mask = histogramSlots(table.bucketsKept) - 1;
    histogram.most = table.bucketsKept;
    const values = changetype<Values>(column.values);
    values.slots = base + stride - valueBytes;
    values.mask = valueSlots(table.valuesKept) - 1;
    values.most = table.valuesKept;
    values.threshold = u64.MAX_VALUE;
  }
}

export function dropTable(at: usize): void {
  const table = changetype<Table>(at);
  for (let i: u32 = 0; i < table.columns; i++) release(columnAt(table, i).sums, SUMS_BYTES);
  release(table.block, table.blockBytes);
}

// @ts-ignore: decorator
@inline
export function columnAt(table: Table, index: u32): Column {
  return changetype<Column>(table.block + <usize>index * table.stride);
}

function align(size: usize): usize {
  return (size + 15) & ~15;
}

/** Adds all records of a chunk whose cells touch and whose records list their columns in order. Writes row hashes where `rows` is not 0. */
export function addTouching(at: usize, chunkAt: usize, rows: usize): void {
  const table = changetype<Table>(at);
  const chunk = changetype<ChunkView>(chunkAt);
  const tokens = changetype<Tokens>(table.tokens);
  const bytes = chunk.bytes;
  const quote = quoteOf(chunk);
  const stride = <usize>table.stride;
  const columns = table.block;
  const columnsEnd = columns + <usize>table.columns * stride;
  useScratch(chunk.scratch);
  let record = <u64>chunk.firstRecord;
  let start = bytes;
  let cell = chunk.ends;
  let recordEnd = chunk.recordEnds;
  const lastRecord = recordEnd + 4 * <usize>chunk.records;
  for (; recordEnd < lastRecord; recordEnd += 4) {
    const cellsEnd = chunk.ends + 4 * <usize>load<u32>(recordEnd);
    const known = min<usize>(cellsEnd - 4, cell + 4 * <usize>(table.columns - 1));
    let row = ROW;
    let column = columns;
    for (; cell < known; cell += 4) {
      const end = bytes + load<u32>(cell);
      row = rowStep(row, addCell(tokens, changetype<Column>(column), start, <u32>(end - start), quote, record));
      column += stride;
      start = end + 1;
    }
    if (column < columnsEnd) {
      const end = load<u32>(cell);
      const length = lengthTo(chunk, <u32>(start - bytes), end);
      row = rowStep(row, addCell(tokens, changetype<Column>(column), start, length, quote, record));
      column += stride;
    }
    cell = cellsEnd;
    start = bytes + load<u32>(cell - 4) + 1;
    if (rows != 0) {
      for (; column < columnsEnd; column += stride) row = rowStep(row, ABSENT);
      store<u64>(rows, finish(row));
      rows += 8;
    }
    record++;
  }
  table.records += chunk.records;
}

/** Adds all records of any chunk. */
export function addAny(at: usize, chunkAt: usize): void {
  const table = changetype<Table>(at);
  const chunk = changetype<ChunkView>(chunkAt);
  const quote = quoteOf(chunk);
  useScratch(chunk.scratch);
  let cell: u32 = 0;
  for (let record: u32 = 0; record < chunk.records; record++) {
    const cellsEnd = load<u32>(chunk.recordEnds + 4 * <usize>record);
    for (let first = cell; cell < cellsEnd; cell++) {
      const column = chunk.columnOf != 0 ? load<u32>(chunk.columnOf + 4 * <usize>cell) : cell - first;
      if (column >= table.columns) continue;
      const start = startOf(chunk, cell);
      const into = changetype<Column>(table.block + <usize>column * table.stride);
      addCell(changetype<Tokens>(table.tokens), into, chunk.bytes + start, lengthOf(chunk, cell, start), quote, <u64>chunk.firstRecord + record);
    }
  }
  table.records += chunk.records;
}

/** Offset of the first byte of cell `index`. */
export function startOf(chunk: ChunkView, index: u32): u32 {
  if (chunk.starts != 0) return load<u32>(chunk.starts + 4 * <usize>index);
  return index == 0 ? 0 : load<u32>(chunk.ends + 4 * <usize>index - 4) + 1;
}

/** Bytes of cell `index`, without its line end. */
export function lengthOf(chunk: ChunkView, index: u32, start: u32): u32 {
  const end = load<u32>(chunk.ends + 4 * <usize>index);
  return chunk.starts != 0 ? end - start : lengthTo(chunk, start, end);
}

/** The chunk's quote, or a number that no byte equals. */
// @ts-ignore: decorator
@inline
export function quoteOf(chunk: ChunkView): u32 {
  return chunk.quote == 0 ? 256 : chunk.quote;
}

/** Adds a cell to a column and returns its hash. */
// @ts-ignore: decorator
@inline
function addCell(tokens: Tokens, column: Column, at: usize, length: u32, quote: u32, record: u64): u64 {
  if (<u32>load<u8>(at) == quote && openQuoted(at, length, quote)) {
    at = quotedAt;
    length = quotedLength;
    column.quoted++;
  }
  let hash: u64;
  let found: u32;
  if (length <= 16) {
    const v = shortContent(at, length);
    hash = hashShort(v, length);
    const token = tokenOf(tokens, hash, at, length);
    if (token >= 0) {
      addMissing(column, token);
      return hash;
    }
    found = shortClass(v, at, length);
  } else {
    const flags = scanLong(at, length);
    hash = longHash;
    const token = tokenOf(tokens, hash, at, length);
    if (token >= 0) {
      addMissing(column, token);
      return hash;
    }
    found = longClass(at, length) | flags;
  }
  if (found > CLASS) {
    column.withAt += u64((found & HAS_AT) != 0);
    column.nonAscii += u64((found & HAS_HIGH) != 0);
  }
  addPresent(column, found & CLASS, hash, length, record);
  return hash;
}

/** Bytes from `start` to `end`, less the carriage return of a CR LF. */
// @ts-ignore: decorator
@inline
function lengthTo(chunk: ChunkView, start: u32, end: u32): u32 {
  const trims = end > start && end < chunk.length && load<u8>(chunk.bytes + end) == 10 && load<u8>(chunk.bytes + end - 1) == 13;
  return end - start - u32(trims);
}
