// The exported form of a summary, written and merged. It is laid out in test/oracle/exported.ts.
import { addCount, addHash, Column, sumsOf } from './column';
import { addBucket, coarsen, coarser, Histogram, negatives, writeBuckets } from './histogram';
import { allocate, release } from './memory';
import { addDigits, addIntegers, SUMS_BYTES, writeSum } from './sums';
import { columnAt, Table } from './table';
import { Tokens } from './tokens';
import { addValue, foldValues, thin, Values, writeValues } from './values';

const MARK: u32 = 0x314c544c;
const HEADER: usize = 32;
/** Seven classes, four counts and two lengths. */
const COUNTS: usize = 12 * 8;
const MOST_NUMBERS: usize = 4 * 8 + SUMS_BYTES + 8;

/** Bytes that an export may take. */
export function exportedMost(at: usize): usize {
  const table = changetype<Table>(at);
  const tokens = <usize>changetype<Tokens>(table.tokens).count;
  const lists: usize = 12 * <usize>table.bucketsKept + 8 + 28 * <usize>table.valuesKept + (<usize>1 << table.registerBits);
  return HEADER + <usize>table.columns * (8 * tokens + COUNTS + MOST_NUMBERS + lists);
}

/** Writes the summary to `to` and returns where it ends. */
export function exportTable(at: usize, to: usize): usize {
  const table = changetype<Table>(at);
  const tokens = changetype<Tokens>(table.tokens).count;
  const scratchBytes: usize = 8 * <usize>max<u32>(table.bucketsKept, 2 * table.valuesKept) + 64;
  const scratch = allocate(scratchBytes);
  store<u32>(to, MARK);
  store<u32>(to, table.columns, 4);
  store<u32>(to, tokens, 8);
  store<u32>(to, table.valuesKept, 12);
  store<u32>(to, table.bucketsKept, 16);
  store<u32>(to, table.registerBits, 20);
  store<u64>(to, table.records, 24);
  to += HEADER;
  for (let i: u32 = 0; i < table.columns; i++) to = writeColumn(columnAt(table, i), tokens, to, scratch);
  release(scratch, scratchBytes);
  return to;
}

function writeColumn(column: Column, tokens: u32, to: usize, scratch: usize): usize {
  foldValues(column);
  thin(column);
  memory.copy(to, column.missing, 8 * <usize>tokens);
  to += 8 * <usize>tokens;
  memory.copy(to, changetype<usize>(column) + 8, COUNTS);
  to += COUNTS;
  if (column.class1 + column.class2 > 0) to = writeNumbers(column, to, scratch);
  const values = changetype<Values>(column.values);
  store<u32>(to, values.used);
  store<u32>(to, u32(values.thinned == 0), 4);
  to = writeValues(values, to + 8, scratch);
  if (values.thinned == 0) return to;
  const registers = <usize>1 << (64 - column.registerShift);
  memory.copy(to, column.registers, registers);
  return to + registers;
}

function writeNumbers(column: Column, to: usize, scratch: usize): usize {
  const histogram = changetype<Histogram>(column.histogram);
  store<f64>(to, column.least);
  store<f64>(to, column.greatest, 8);
  store<u64>(to, negatives(histogram), 16);
  store<u64>(to, column.zero, 24);
  foldIntegers(column);
  to = writeSum(column.sums, false, to + 32);
  to = writeSum(column.sums, true, to);
  store<u32>(to, histogram.level);
  store<u32>(to, histogram.used, 4);
  return writeBuckets(histogram, to + 8, scratch);
}

/** Moves the sums of the small integers into the exact sums. */
function foldIntegers(column: Column): void {
  const sums = sumsOf(column);
  addIntegers(sums, false, column.smallSum, 0);
  addIntegers(sums, true, column.smallLow, column.smallHigh);
  column.smallSum = 0;
  column.smallLow = 0;
  column.smallHigh = 0;
}

/** Adds an exported summary of the same shape. Returns 0 where it is of another shape; then nothing was added. */
export function mergeTable(at: usize, from: usize): u32 {
  const table = changetype<Table>(at);
  const tokens = changetype<Tokens>(table.tokens).count;
  const same =
    load<u32>(from) == MARK && load<u32>(from, 4) == table.columns && load<u32>(from, 8) == tokens && load<u32>(from, 12) == table.valuesKept &&
    load<u32>(from, 16) == table.bucketsKept && load<u32>(from, 20) == table.registerBits;
  if (!same) return 0;
  table.records += load<u64>(from, 24);
  from += HEADER;
  for (let i: u32 = 0; i < table.columns; i++) from = mergeColumn(columnAt(table, i), tokens, from);
  return 1;
}

function mergeColumn(column: Column, tokens: u32, from: usize): usize {
  for (let i: u32 = 0; i < tokens; i++) addCount(column.missing + 8 * <usize>i, load<u64>(from + 8 * <usize>i));
  from += 8 * <usize>tokens;
  const numbers = load<u64>(from) + load<u64>(from, 8);
  for (let at: usize = 0; at < 11 * 8; at += 8) addCount(changetype<usize>(column) + 8 + at, load<u64>(from + at));
  column.lengthMin = min<u32>(column.lengthMin, load<u32>(from, 11 * 8));
  column.lengthMax = max<u32>(column.lengthMax, load<u32>(from, 11 * 8 + 4));
  from += COUNTS;
  if (numbers > 0) from = mergeNumbers(column, from);
  return mergeValues(column, from);
}

function mergeNumbers(column: Column, from: usize): usize {
  column.least = min<f64>(column.least, load<f64>(from));
  column.greatest = max<f64>(column.greatest, load<f64>(from, 8));
  column.zero += load<u64>(from, 24);
  from = mergeSum(column, false, from + 32);
  from = mergeSum(column, true, from);
  const level = load<u32>(from);
  const count = load<u32>(from, 4);
  from += 8;
  const histogram = changetype<Histogram>(column.histogram);
  if (level > histogram.level) coarsen(histogram, level - histogram.level);
  for (let i: u32 = 0; i < count; i++) {
    addBucket(histogram, coarser(load<i32>(from), histogram.level - level), load<u64>(from, 4));
    from += 12;
  }
  return from;
}

function mergeSum(column: Column, isSquare: bool, from: usize): usize {
  const digits = load<u32>(from, 4);
  if (digits > 0) addDigits(sumsOf(column), isSquare, load<u32>(from), digits, from + 8);
  return from + 8 + 4 * <usize>digits;
}

/** A value that only one side kept was counted in full there, or it is not among the smallest of both and will be left out. */
function mergeValues(column: Column, from: usize): usize {
  const values = changetype<Values>(column.values);
  const count = load<u32>(from);
  const complete = load<u32>(from, 4) == 1;
  from += 8;
  for (let i: u32 = 0; i < count; i++) {
    const hash = load<u64>(from);
    const cells = load<u64>(from, 8);
    if (hash > values.threshold) values.thinned = 1;
    else addValue(column, hash, cells, load<u64>(from, 16), load<u32>(from, 24), 0, 0, cells);
    if (complete) addHash(column.registers, column.registerShift, hash);
    from += 28;
  }
  if (complete) return from;
  values.thinned = 1;
  const registers = <usize>1 << (64 - column.registerShift);
  for (let i: usize = 0; i < registers; i++) {
    if (load<u8>(from + i) > load<u8>(column.registers + i)) store<u8>(column.registers + i, load<u8>(from + i));
  }
  return from + registers;
}
