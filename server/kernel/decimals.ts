// Columns of decimal numbers: the cells of a block that are nothing but a sign, up to 16 digits and a point, classified, read and added in loops of their own.
import { addresses, BLOCK, Cells, hashes, isPlain, lengthAt, lengths, odd, waiting } from './blockCells';
import { addCount, addHash, addLengths, Column, sumsOf } from './column';
import { shortContent } from './cell';
import { hashShort } from './content';
import { addBucket, bucketOf, Histogram, slotOfBucket } from './histogram';
import { FLOAT, INTEGER, powersOfTen } from './numbers';
import { addDouble } from './sums';
import { mayBeToken, Tokens } from './tokens';
import { Values } from './values';

/** Numbers that wait to be added: small integers from the front as such, all others from the back as doubles. */
const numbers: usize = memory.data(8 * 128, 16);
const numbersEnd: usize = numbers + 8 * <usize>BLOCK;

/** Vectors the loop needs. They are loaded, since the engine would build a constant anew each time it is used. */
const zeros: usize = memory.data<u64>([0x3030303030303030, 0x3030303030303030], 16);
const nines: usize = memory.data<u64>([0x0909090909090909, 0x0909090909090909], 16);
const points: usize = memory.data<u64>([0x2e2e2e2e2e2e2e2e, 0x2e2e2e2e2e2e2e2e], 16);
/** The bytes from -16 to 15: sixteen of them from `length` on say where the bytes of a right-aligned content come from. */
const sliding: usize = memory.data<u64>([0xf7f6f5f4f3f2f1f0, 0xfffefdfcfbfaf9f8, 0x0706050403020100, 0x0f0e0d0c0b0a0908], 16);
const lowers: usize = memory.data<u64>([0x00ff00ff00ff00ff, 0x00ff00ff00ff00ff], 16);
const tensOf: usize = memory.data<u16>([10, 10, 10, 10, 10, 10, 10, 10], 16);
const hundreds: usize = memory.data<u16>([100, 1, 100, 1, 100, 1, 100, 1], 16);

/** Small integers, whose squares take 62 bits. */
const SMALL: u64 = 0x80000000;

/**
 * Reads and adds the cells of a column, as `addColumn` has them, that are short decimals and whose values are not to be kept. Leaves the others listed:
 * those that are read in `waiting`, the rest in `odd`. Returns how many were added.
 */
export function addDecimals(tokens: Tokens, column: Column, cells: Cells): u32 {
  const threshold = changetype<Values>(column.values).threshold;
  const registers = column.registers;
  const shift = column.registerShift;
  const bits = <u64>(64 - shift);
  const bar = column.bar;
  const bytes = cells.bytes;
  const quote = cells.quote;
  const trimmed = cells.trimmed;
  const step = <usize>cells.step;
  const records = <usize>cells.records;
  const anyDigits = tokens.anyDigits;
  const zero = v128.load(zeros);
  const nine = v128.load(nines);
  const point = v128.load(points);
  const lower = v128.load(lowers);
  const ten = v128.load(tensOf);
  const hundred = v128.load(hundreds);
  let ends = cells.ends;
  let left: usize = waiting;
  let strange: usize = odd;
  let integersEnd: usize = numbers;
  let others: usize = numbersEnd;
  let sum: u32 = 0;
  let least: u32 = u32.MAX_VALUE;
  let most: u32 = 0;
  let floats: u32 = 0;
  let quoted: u32 = 0;
  for (let i: usize = 0; i < records; i++) {
    let at = bytes + load<u32>(ends - 4) + 1;
    let length = lengthAt(at, bytes, load<u32>(ends), trimmed);
    ends += step;
    let first = <u32>load<u8>(at);
    if (first == quote) {
      if (!isPlain(at, length, quote)) {
        store<u32>(strange, <u32>i);
        strange += 4;
        continue;
      }
      at++;
      length -= 2;
      quoted++;
      first = <u32>load<u8>(at);
    } else if (length - 1 >= 16) {
      store<u32>(strange, <u32>i);
      strange += 4;
      continue;
    }
    const v = shortContent(at, length);
    const hash = hashShort(v, length);
    store<u64>(hashes + 8 * i, hash);
    store<u32>(addresses + 4 * i, <u32>at);
    store<u32>(lengths + 4 * i, length);
    store<u32>(left, <u32>i);
    left += 4;
    if (hash <= threshold) continue;
    if (anyDigits) {
      if (mayBeToken(tokens, hash)) continue;
    }
    const d = i8x16.sub(v, zero);
    const isDigit = i8x16.le_u(d, nine);
    const sign = u32(((first - 0x2b) & ~2) == 0);
    const above = ~<u32>i8x16.bitmask(isDigit) & ((1 << length) - 1) & ~sign;
    if ((above & ~<u32>i8x16.bitmask(i8x16.eq(v, point))) != 0) continue;
    if ((above & (above - 1)) != 0) continue;
    const hasPoint = u32(above != 0);
    const whole = <u32>ctz(above | (1 << length));
    const count = length - sign - hasPoint;
    if (<i32>count <= 0) continue;
    if ((u32(load<u8>(at + sign) == 0x30) & u32(whole - sign > 1)) != 0) continue;
    left -= 4;
    // Right-aligned, the point closed up; lanes of sign, point and of nothing are zero.
    let from = v128.load(sliding + <usize>length);
    from = i8x16.add(from, i8x16.le_s(from, i8x16.splat(<i8>(hasPoint != 0 ? whole : 0x80))));
    const aligned = i8x16.swizzle(v128.and(d, isDigit), from);
    const tens = i16x8.add(i16x8.mul(v128.and(aligned, lower), ten), i16x8.shr_u(aligned, 8));
    const fours = i32x4.dot_i16x8_s(tens, hundred);
    let digits = <u64><u32>i32x4.extract_lane(fours, 2) * 10000 + <u64><u32>i32x4.extract_lane(fours, 3);
    if (count > 8) digits += (<u64><u32>i32x4.extract_lane(fours, 0) * 10000 + <u64><u32>i32x4.extract_lane(fours, 1)) * 100000000;
    const minus = u64(first == 0x2d) & u64(digits != 0);
    if (u32(digits < SMALL) & ~hasPoint) {
      store<u64>(integersEnd, (digits ^ (0 - minus)) + minus);
      integersEnd += 8;
    } else {
      const size = <f64><i64>digits / load<f64>(powersOfTen + 8 * <usize>(length - whole - hasPoint));
      others -= 8;
      store<u64>(others, reinterpret<u64>(size) | (minus << 63));
    }
    floats += hasPoint;
    if ((hash << bits) <= bar) addHash(registers, shift, hash);
    sum += length;
    least = min<u32>(least, length);
    most = max<u32>(most, length);
  }
  const taken: u32 = <u32>((integersEnd - numbers + numbersEnd - others) >>> 3);
  addCount(changetype<usize>(column) + 8 * INTEGER, <u64>(taken - floats));
  addCount(changetype<usize>(column) + 8 * FLOAT, <u64>floats);
  addLengths(column, sum, least, most);
  if (integersEnd > numbers) addIntegers(column, integersEnd);
  if (others < numbersEnd) addDoubles(column, others);
  column.quoted += quoted;
  cells.waiting = <u32>((left - waiting) >>> 2);
  cells.odd = <u32>((strange - odd) >>> 2);
  return taken;
}

/** Adds the small integers before `to`, and makes doubles of them. */
function addIntegers(column: Column, to: usize): void {
  let sum: i64 = 0;
  let low: i64 = 0;
  let high: i64 = 0;
  for (let at = numbers; at < to; at += 8) {
    const number = load<i64>(at);
    store<f64>(at, <f64>number);
    const square = number * number;
    sum += number;
    low += square & 0xffffffff;
    high += square >> 32;
  }
  column.smallSum += sum;
  column.smallLow += low;
  column.smallHigh += high;
  addSizes(column, numbers, to);
}

/** Adds the numbers from `from` on that are not small integers. */
function addDoubles(column: Column, from: usize): void {
  const sums = sumsOf(column);
  for (let at = from; at < numbersEnd; at += 8) {
    const x = load<f64>(at);
    if (x != 0) addDouble(sums, x);
  }
  addSizes(column, from, numbersEnd);
}

/** Adds numbers to the least, the greatest, the zeros and the histogram. */
function addSizes(column: Column, from: usize, to: usize): void {
  const histogram = changetype<Histogram>(column.histogram);
  let least = column.least;
  let greatest = column.greatest;
  for (let at = from; at < to; at += 8) {
    const x = load<f64>(at);
    least = x < least ? x : least;
    greatest = x > greatest ? x : greatest;
    if (x == 0) {
      column.zero++;
      continue;
    }
    const bucket = bucketOf(x, histogram.level);
    const slot = slotOfBucket(histogram, bucket);
    if (load<i32>(slot) == bucket) store<u64>(slot, load<u64>(slot, 8) + 1, 8);
    else addBucket(histogram, bucket, 1);
  }
  column.least = least;
  column.greatest = greatest;
}
