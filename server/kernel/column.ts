// All that is remembered of one column; the parts are defined by test/oracle/column.ts.
import { digits, FLOAT, INTEGER, value } from './numbers';
import { addToHistogram, Histogram } from './histogram';
import { addDouble, SUMS_BYTES } from './sums';
import { addValue, slotOf, Values } from './values';
import { CLASS, HAS_AT, HAS_HIGH, KNOWN, SMALL_KNOWN } from './found';
import { allocate } from './memory';

/** A small integer: its square fits 62 bits, and 2^32 of them fit 64. */
const SMALL: u64 = 0x80000000;

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
  negative: u64 = 0;
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
  histogram: usize = 0;
  values: usize = 0;
}

// @ts-ignore: decorator
@inline
export function addMissing(column: Column, token: u32): void {
  const at = column.missing + 8 * <usize>token;
  store<u64>(at, load<u64>(at) + 1);
}

/**
 * Adds a present cell of a value that is kept, and returns whether it could. Whatever can be said of the value was found out when it came first; only
 * numbers are not kept, unless they are small integers.
 */
// @ts-ignore: decorator
@inline
export function addKept(column: Column, hash: u64, length: u32, record: u64): bool {
  const values = changetype<Values>(column.values);
  if (hash > values.threshold) return false;
  const slot = slotOf(values, hash);
  const found = load<u32>(slot, 24);
  if (load<u64>(slot) != hash || found < KNOWN || record < load<u64>(slot, 16)) return false;
  if (found >= SMALL_KNOWN) addSmall(column, load<i32>(slot, 28));
  store<u64>(slot, load<u64>(slot, 8) + 1, 8);
  addShape(column, found, length);
  return true;
}

/** Adds a present cell, given its class and flags. */
// @ts-ignore: decorator
@inline
export function addPresent(column: Column, found: u32, hash: u64, length: u32, record: u64): void {
  addShape(column, found, length);
  const code = found & CLASS;
  const isSmall = code == INTEGER && digits < SMALL;
  if (isSmall) addSmall(column, <i32>value);
  else if (code <= FLOAT) addNumber(column, value);
  const values = changetype<Values>(column.values);
  if (hash <= values.threshold) {
    const known: u32 = isSmall ? KNOWN | SMALL_KNOWN : code <= FLOAT ? 0 : KNOWN;
    addValue(values, hash, 1, record, found | known, isSmall ? <i32>value : 0);
  }
  addHash(column, hash);
}

// @ts-ignore: decorator
@inline
function addShape(column: Column, found: u32, length: u32): void {
  const counter = changetype<usize>(column) + 8 * <usize>(found & CLASS);
  store<u64>(counter, load<u64>(counter) + 1);
  column.lengthSum += length;
  if (length < column.lengthMin) column.lengthMin = length;
  if (length > column.lengthMax) column.lengthMax = length;
  if ((found & (HAS_AT | HAS_HIGH)) != 0) {
    column.withAt += u64((found & HAS_AT) != 0);
    column.nonAscii += u64((found & HAS_HIGH) != 0);
  }
}

// @ts-ignore: decorator
@inline
export function addHash(column: Column, hash: u64): void {
  const shift = <u64>column.registerShift;
  const register = column.registers + <usize>(hash >> shift);
  const rank = <u32>clz((hash << (64 - shift)) | (<u64>1 << (63 - shift))) + 1;
  if (rank > <u32>load<u8>(register)) store<u8>(register, <u8>rank);
}

// @ts-ignore: decorator
@inline
function addSmall(column: Column, number: i32): void {
  const square = <i64>number * <i64>number;
  column.smallSum += number;
  column.smallLow += square & 0xffffffff;
  column.smallHigh += square >> 32;
  addSize(column, <f64>number);
}

// @ts-ignore: decorator
@inline
function addNumber(column: Column, x: f64): void {
  if (x != 0) addDouble(sumsOf(column), x);
  addSize(column, x);
}

// @ts-ignore: decorator
@inline
function addSize(column: Column, x: f64): void {
  if (x < column.least) column.least = x;
  if (x > column.greatest) column.greatest = x;
  if (x == 0) {
    column.zero++;
    return;
  }
  column.negative += u64(x < 0);
  addToHistogram(changetype<Histogram>(column.histogram), x);
}

/** The sums of a column, made when first needed: most columns of wide tables never do. */
export function sumsOf(column: Column): usize {
  if (column.sums == 0) {
    column.sums = allocate(SUMS_BYTES);
    memory.fill(column.sums, 0, SUMS_BYTES);
  }
  return column.sums;
}
