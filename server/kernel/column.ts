// All that is remembered of one column; the parts are defined by test/oracle/column.ts.
import { digits, FLOAT, INTEGER, negative, value } from './numbers';
import { addToHistogram, Histogram } from './histogram';
import { addDouble, SUMS_BYTES } from './sums';
import { addValue, slotOf, Values } from './values';
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

/** Adds a present cell. */
// @ts-ignore: decorator
@inline
export function addPresent(column: Column, code: u32, hash: u64, length: u32, record: u64): void {
  const counter = changetype<usize>(column) + 8 * <usize>code;
  store<u64>(counter, load<u64>(counter) + 1);
  column.lengthSum += length;
  if (length < column.lengthMin) column.lengthMin = length;
  if (length > column.lengthMax) column.lengthMax = length;
  if (code <= FLOAT) addNumber(column, code);
  const values = changetype<Values>(column.values);
  if (hash <= values.threshold) {
    // A value that is kept has been taken into the registers before.
    const slot = slotOf(values, hash);
    if (load<u64>(slot) == hash && load<u64>(slot, 16) <= record && load<u32>(slot, 24) != 0) {
      store<u64>(slot, load<u64>(slot, 8) + 1, 8);
      return;
    }
    addValue(values, hash, 1, record, code);
  }
  addHash(column, hash);
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
function addNumber(column: Column, code: u32): void {
  const x = value;
  if (x < column.least) column.least = x;
  if (x > column.greatest) column.greatest = x;
  if (x == 0) {
    column.zero++;
    return;
  }
  column.negative += u64(x < 0);
  if (code == INTEGER && digits < SMALL) {
    const square = digits * digits;
    column.smallSum += negative ? -(<i64>digits) : <i64>digits;
    column.smallLow += <i64>(square & 0xffffffff);
    column.smallHigh += <i64>(square >> 32);
  } else addDouble(sumsOf(column), x);
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
