// A table's summary and the chunk that is being added to it. The host fills in both structs; see server/src/kernel/summarizer.ts.
import { addKept, addMissing, addPresent, Column } from './column';
import { ABSENT, finish, hashShort, isClosed, longHash, ROW, rowStep, scanLong } from './content';
import { HAS_QUOTE } from './found';
import { longClass, openQuoted, quotedAt, quotedLength, shortClass, shortContent, useScratch } from './cell';
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

/** Records whose cells are added column by column: few enough that their bytes stay near, many enough that a column's branches are learnt. */
const BLOCK: u32 = 128;

/**
 * Adds all records of a chunk whose cells touch and whose records list their columns in order. Writes row hashes where `rows` is not 0. Runs of records
 * that have all columns are added column by column, which the processor's branch predictor and caches like twice as well as row by row.
 */
export function addTouching(at: usize, chunkAt: usize, rows: usize): void {
  const table = changetype<Table>(at);
  const chunk = changetype<ChunkView>(chunkAt);
  useScratch(chunk.scratch);
  // The cell before the first one ends before the first byte.
  const before = chunk.ends - 4;
  const saved = load<u32>(before);
  store<u32>(before, 0xffffffff);
  let cell: u32 = 0;
  for (let record: u32 = 0; record < chunk.records; ) {
    const run = rectangular(chunk, record, cell, table.columns);
    const target: usize = rows == 0 ? 0 : rows + 8 * <usize>record;
    if (run > 0) addBlock(table, chunk, record, run, cell, target);
    else addRecord(table, chunk, record, cell, target);
    record += max<u32>(run, 1);
    cell = load<u32>(chunk.recordEnds + 4 * <usize>record - 4);
  }
  store<u32>(before, saved);
  table.records += chunk.records;
}

/** How many records from `record` on, whose first cell is `cell`, have `width` cells; at most a block. */
function rectangular(chunk: ChunkView, record: u32, cell: u32, width: u32): u32 {
  const most = min<u32>(BLOCK, chunk.records - record);
  let run: u32 = 0;
  while (run < most && load<u32>(chunk.recordEnds + 4 * <usize>(record + run)) == cell + (run + 1) * width) run++;
  return run;
}

function addBlock(table: Table, chunk: ChunkView, first: u32, records: u32, cell: u32, rows: usize): void {
  const tokens = changetype<Tokens>(table.tokens);
  const quote = quoteOf(chunk);
  const bytes = chunk.bytes;
  const step: usize = 4 * <usize>table.columns;
  const rowsEnd = rows + 8 * <usize>records;
  if (rows != 0) for (let row = rows; row < rowsEnd; row += 8) store<u64>(row, ROW);
  for (let index: u32 = 0; index < table.columns; index++) {
    const column = columnAt(table, index);
    const isLast = index + 1 == table.columns;
    let end = chunk.ends + 4 * <usize>(cell + index);
    let row = rows;
    const from = <u64>chunk.firstRecord + first;
    for (let record = from; record < from + records; record++) {
      const start = load<u32>(end - 4) + 1;
      const length = isLast ? lengthTo(chunk, start, load<u32>(end)) : load<u32>(end) - start;
      const hash = addCell(tokens, column, bytes + start, length, quote, record);
      end += step;
      if (rows == 0) continue;
      store<u64>(row, rowStep(load<u64>(row), hash));
      row += 8;
    }
  }
  if (rows != 0) for (let row = rows; row < rowsEnd; row += 8) store<u64>(row, finish(load<u64>(row)));
}

/** Adds one record with any number of cells. */
function addRecord(table: Table, chunk: ChunkView, record: u32, cell: u32, target: usize): void {
  const cells = load<u32>(chunk.recordEnds + 4 * <usize>record) - cell;
  let row = ROW;
  for (let index: u32 = 0; index < table.columns; index++) {
    if (index < cells) {
      const start = load<u32>(chunk.ends + 4 * <usize>(cell + index) - 4) + 1;
      row = rowStep(row, addOne(table, chunk, index, start, lengthOf(chunk, cell + index, start), record));
    } else row = rowStep(row, ABSENT);
  }
  if (target != 0) store<u64>(target, finish(row));
}

function addOne(table: Table, chunk: ChunkView, column: u32, start: u32, length: u32, record: u32): u64 {
  const tokens = changetype<Tokens>(table.tokens);
  return addCell(tokens, columnAt(table, column), chunk.bytes + start, length, quoteOf(chunk), <u64>chunk.firstRecord + record);
}

/** Adds all records of any chunk. */
export function addAny(at: usize, chunkAt: usize): void {
  const table = changetype<Table>(at);
  const chunk = changetype<ChunkView>(chunkAt);
  useScratch(chunk.scratch);
  let cell: u32 = 0;
  for (let record: u32 = 0; record < chunk.records; record++) {
    const cellsEnd = load<u32>(chunk.recordEnds + 4 * <usize>record);
    for (let first = cell; cell < cellsEnd; cell++) {
      const column = chunk.columnOf != 0 ? load<u32>(chunk.columnOf + 4 * <usize>cell) : cell - first;
      if (column >= table.columns) continue;
      const start = startOf(chunk, cell);
      addOne(table, chunk, column, start, lengthOf(chunk, cell, start), record);
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
  let quoted = false;
  if (<u32>load<u8>(at) == quote && isClosed(at, length, quote)) {
    quoted = true;
    at++;
    length -= 2;
    column.quoted++;
  }
  if (length == 0 && tokens.empty >= 0) {
    addMissing(column, tokens.empty);
    return tokens.emptyHash;
  }
  if (length <= 16) {
    const v = shortContent(at, length);
    if (quoted && v128.any_true(i8x16.eq(v, i8x16.splat(<i8>quote)))) return addEscaped(tokens, column, at, length, quote, record);
    return addShort(tokens, column, v, at, length, record);
  }
  const flags = scanLong(at, length, quote);
  if (quoted && flags >= HAS_QUOTE) return addEscaped(tokens, column, at, length, quote, record);
  return addLong(tokens, column, at, length, flags & ~HAS_QUOTE, record);
}

// @ts-ignore: decorator
@inline
function addShort(tokens: Tokens, column: Column, v: v128, at: usize, length: u32, record: u64): u64 {
  const hash = hashShort(v, length);
  if (addKept(column, hash, length, record)) return hash;
  const token = tokenOf(tokens, hash, at, length);
  if (token >= 0) addMissing(column, token);
  else addPresent(column, shortClass(v, at, length), hash, length, record);
  return hash;
}

/** Adds a content that was scanned. */
// @ts-ignore: decorator
@inline
function addLong(tokens: Tokens, column: Column, at: usize, length: u32, flags: u32, record: u64): u64 {
  const hash = longHash;
  if (addKept(column, hash, length, record)) return hash;
  const token = tokenOf(tokens, hash, at, length);
  if (token >= 0) addMissing(column, token);
  else addPresent(column, longClass(at, length) | flags, hash, length, record);
  return hash;
}

/** Adds a quoted content that holds quotes, which may be doubled ones. */
function addEscaped(tokens: Tokens, column: Column, at: usize, length: u32, quote: u32, record: u64): u64 {
  openQuoted(at - 1, length + 2, quote);
  if (quotedLength <= 16) return addShort(tokens, column, shortContent(quotedAt, quotedLength), quotedAt, quotedLength, record);
  return addLong(tokens, column, quotedAt, quotedLength, scanLong(quotedAt, quotedLength, quote) & ~HAS_QUOTE, record);
}

/** Bytes from `start` to `end`, less the carriage return of a CR LF. */
// @ts-ignore: decorator
@inline
function lengthTo(chunk: ChunkView, start: u32, end: u32): u32 {
  const trims = end > start && end < chunk.length && load<u8>(chunk.bytes + end) == 10 && load<u8>(chunk.bytes + end - 1) == 13;
  return end - start - u32(trims);
}
