// All that is remembered of one column; the parts are defined by test/oracle/column.ts.
import { FLOAT, INTEGER } from './numbers';
import { addBucket, bucketOf, Histogram } from './histogram';
import { addDoubleTimes, SUMS_BYTES } from './sums';
import { addValue, Values } from './values';
import { CLASS, HAS_AT, HAS_HIGH, KNOWN } from './found';
import { allocate } from './memory';

/** Rank from which on hardly one hash in thirty raises a register. */
const FORESEEABLE: u32 = 5;

/** A small integer: its square fits 62 bits, and 2^32 of them fit 64. */
const SMALL: f64 = 0x80000000;

/** What most cells of a block are: anything, short decimal numbers, or text, dates and times. */
export const MIXED: u32 = 0;
export const DECIMALS: u32 = 1;
export const WORDS: u32 = 2;

@unmanaged
export class Column {
  /** Present cells by class; class 0 has no meaning here. */
  class0: u64 = 0;
  class1: u64 = 0;
  class2: u64 = 0;
  class3: u64 = 0;
  class4: u64 = 0;
  class5: u64 = 0;
  class6: u64 = 0;
  class7: u64 = 0;
  quoted: u64 = 0;
  withAt: u64 = 0;
  nonAscii: u64 = 0;
  lengthSum: u64 = 0;
  lengthMin: u32 = 0;
  lengthMax: u32 = 0;
  least: f64 = 0;
  greatest: f64 = 0;
  zero: u64 = 0;
  /** Sum of the small integers, and of the lower and upper halves of their squares. */
  smallSum: i64 = 0;
  smallLow: i64 = 0;
  smallHigh: i64 = 0;
  /** Sums of all other numbers; 0 until there is one. */
  sums: usize = 0;
  /** Cells that equal each null token, u64 each. */
  missing: usize = 0;
  registers: usize = 0;
  registerShift: u32 = 0;
  /** Blocks added, and a bound: a hash whose bits below the register's are above it raises no register. */
  blocks: u32 = 0;
  bar: u64 = 0;
  histogram: usize = 0;
  values: usize = 0;
  /** What most cells of the last block were: how the next ones are read, nothing else. */
  mode: u32 = 0;
}

// @ts-ignore: decorator
@inline
export function addMissing(column: Column, token: u32): void {
  const at = column.missing + 8 * <usize>token;
  store<u64>(at, load<u64>(at) + 1);
}

/** Adds a present cell, given its class, flags and number, if it is one. */
export function addPresent(column: Column, found: u32, hash: u64, length: u32, number: f64, record: u64): void {
  const values = changetype<Values>(column.values);
  if (hash <= values.threshold) {
    addHash(column.registers, column.registerShift, hash);
    addValue(column, hash, 1, record, found | KNOWN, length, number, 0);
    return;
  }
  addHash(column.registers, column.registerShift, hash);
  addFacets(column, found, length, number, 1);
}

/** Adds everything but the value itself of `count` cells that are alike. */
export function addFacets(column: Column, found: u32, length: u32, number: f64, count: u64): void {
  const code = found & CLASS;
  addCount(changetype<usize>(column) + 8 * <usize>code, count);
  addLengths(column, count * length, length, length);
  if ((found & HAS_AT) != 0) column.withAt += count;
  if ((found & HAS_HIGH) != 0) column.nonAscii += count;
  if (code > FLOAT) return;
  if (code == INTEGER && abs<f64>(number) < SMALL) addIntegerTimes(column, <i64>number, count);
  else if (number != 0) addDoubleTimes(sumsOf(column), number, count);
  if (number < column.least) column.least = number;
  if (number > column.greatest) column.greatest = number;
  if (number == 0) column.zero += count;
  else addBucket(changetype<Histogram>(column.histogram), bucketOf(number, changetype<Histogram>(column.histogram).level), count);
}

// @ts-ignore: decorator
@inline
export function addCount(counter: usize, count: u64): void {
  store<u64>(counter, load<u64>(counter) + count);
}

// @ts-ignore: decorator
@inline
export function addLengths(column: Column, sum: u64, least: u32, most: u32): void {
  column.lengthSum += sum;
  if (least < column.lengthMin) column.lengthMin = least;
  if (most > column.lengthMax) column.lengthMax = most;
}

/** Takes a hash into the registers of HyperLogLog. */
// @ts-ignore: decorator
@inline
export function addHash(registers: usize, shift: u32, hash: u64): void {
  const register = registers + <usize>(hash >> <u64>shift);
  const rank = <u32>clz((hash << <u64>(64 - shift)) | (<u64>1 << <u64>(63 - shift))) + 1;
  if (rank > <u32>load<u8>(register)) store<u8>(register, <u8>rank);
}

/**
 * Counts a block and, each time their number has doubled, looks how high the lowest register is. A bar that many hashes stay below would be one more
 * branch that nobody can foresee.
 */
export function raiseBar(column: Column): void {
  const blocks = ++column.blocks;
  if ((blocks & (blocks - 1)) != 0) return;
  const end = column.registers + (<usize>1 << (64 - column.registerShift));
  let least: u32 = 64;
  for (let register = column.registers; register < end; register++) least = min<u32>(least, load<u8>(register));
  column.bar = least < FORESEEABLE ? u64.MAX_VALUE : u64.MAX_VALUE >> <u64>least;
}

function addIntegerTimes(column: Column, number: i64, count: u64): void {
  const square = number * number;
  column.smallSum += number * count;
  column.smallLow += (square & 0xffffffff) * count;
  column.smallHigh += (square >> 32) * count;
}

/** The sums of a column, made when first needed: most columns of wide tables never do. */
export function sumsOf(column: Column): usize {
  if (column.sums == 0) {
    column.sums = allocate(SUMS_BYTES);
    memory.fill(column.sums, 0, SUMS_BYTES);
  }
  return column.sums;
}
