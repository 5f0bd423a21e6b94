// A table's summary and the chunk that is being added to it. The host fills in both structs; see server/src/kernel/summarizer.ts.
import { addColumn } from './block';
import { BLOCK, hashes } from './blockCells';
import { addMissing, addPresent, Column } from './column';
import { ABSENT, finish, longHash, ROW, rowStep, scanContent } from './content';
import { longClass, openQuoted, quotedAt, quotedLength, shortClass, shortContent, useScratch } from './cell';
import { Histogram, histogramSlots } from './histogram';
import { allocate, release } from './memory';
import { value } from './numbers';
import { SUMS_BYTES } from './sums';
import { Tokens, tokenOf } from './tokens';
import { countKept, Values, VALUE_BYTES, valueSlots } from './values';

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
  const valueBytes: usize = VALUE_BYTES * <usize>valueSlots(table.valuesKept);
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
    column.bar = u64.MAX_VALUE;
    const histogram = changetype<Histogram>(column.histogram);
    histogram.slots = base + stride - histogramBytes - valueBytes;
    histogram.mask = histogramSlots(table.bucketsKept) - 1;
    histogram.most = table.bucketsKept;
    const values = changetype<Values>(column.values);
    values.slots = base + stride - valueBytes;
    values.details = values.slots + 32 * <usize>valueSlots(table.valuesKept);
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
    else if (isBlank(chunk, record, table.columns)) passBlank(table, target);
    else addRecord(table, chunk, record, cell, target);
    record += max<u32>(run, 1);
    cell = load<u32>(chunk.recordEnds + 4 * <usize>record - 4);
  }
  store<u32>(before, saved);
  table.records += chunk.records;
}

/** A blank line is no record of its table. */
function passBlank(table: Table, target: usize): void {
  table.records--;
  if (target != 0) store<u64>(target, 0);
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
  const step: usize = 4 * <usize>table.columns;
  const record = <u64>chunk.firstRecord + first;
  const firstEnd = chunk.ends + 4 * <usize>cell;
  if (rows != 0) for (let i: usize = 0; i < <usize>records; i++) store<u64>(rows + 8 * i, ROW);
  for (let index: u32 = 0; index < table.columns; index++) {
    const isLast = index + 1 == table.columns;
    addColumn(tokens, columnAt(table, index), chunk, firstEnd + 4 * <usize>index, step, isLast, records, record);
    if (rows == 0) continue;
    for (let i: usize = 0; i < <usize>records; i++) store<u64>(rows + 8 * i, rowStep(load<u64>(rows + 8 * i), load<u64>(hashes + 8 * i)));
  }
  if (rows != 0) for (let i: usize = 0; i < <usize>records; i++) store<u64>(rows + 8 * i, finish(load<u64>(rows + 8 * i)));
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

/**
 * Whether a record is a blank line: one empty cell, without quotes, in a table of several columns that are listed in order; no cell at all where cells
 * name their columns.
 */
export function isBlank(chunk: ChunkView, record: u32, columns: u32): bool {
  const from: u32 = record == 0 ? 0 : load<u32>(chunk.recordEnds + 4 * <usize>record - 4);
  if (chunk.columnOf != 0) return load<u32>(chunk.recordEnds + 4 * <usize>record) == from;
  if (columns < 2 || load<u32>(chunk.recordEnds + 4 * <usize>record) != from + 1) return false;
  return lengthOf(chunk, from, startOf(chunk, from)) == 0;
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
function addCell(tokens: Tokens, column: Column, at: usize, length: u32, quote: u32, record: u64): u64 {
  if (<u32>load<u8>(at) == quote && openQuoted(at, length, quote)) {
    at = quotedAt;
    length = quotedLength;
    column.quoted++;
  }
  const flags = scanContent(at, length, 256);
  const hash = longHash;
  const values = changetype<Values>(column.values);
  if (hash <= values.threshold && countKept(values.slots, values.mask, hash, record)) return hash;
  const token = tokenOf(tokens, hash, at, length);
  if (token >= 0) addMissing(column, token);
  else {
    const found = length > 16 ? longClass(at, length) | flags : shortClass(shortContent(at, length), at, length);
    addPresent(column, found, hash, length, value, record);
  }
  return hash;
}

/** Bytes from `start` to `end`, less the carriage return of a CR LF. */
// @ts-ignore: decorator
@inline
function lengthTo(chunk: ChunkView, start: u32, end: u32): u32 {
  const trims = end > start && end < chunk.length && load<u8>(chunk.bytes + end) == 10 && load<u8>(chunk.bytes + end - 1) == 13;
  return end - start - u32(trims);
}
