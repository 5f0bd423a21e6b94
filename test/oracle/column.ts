import type { SummarySize } from '../../server/src/core/kernel.ts';
import type { PresentClass } from '../../server/src/core/summary.ts';
import type { Content } from './content.ts';
import { classify } from './classify.ts';
import { hashOf } from './hash.ts';
import { addSquare, addNumber } from './exact.ts';

export const PRESENT: readonly PresentClass[] = ['integer', 'float', 'boolean', 'date', 'datetime', 'text', 'digits'];

export interface Value {
  count: number;
  first: number;
  readonly class: PresentClass;
}

/** All that is remembered of one column. Every part is a commutative monoid. */
export interface ColumnState {
  readonly missing: number[];
  readonly classes: Record<PresentClass, number>;
  quoted: number;
  withAt: number;
  nonAscii: number;
  lengthSum: number;
  lengthMin: number;
  lengthMax: number;
  min: number;
  max: number;
  negative: number;
  zero: number;
  /** Sum of the numbers times 2^1088, and of their squares times 2^2176: exact, since a double is a multiple of 2^-1074. */
  sum: bigint;
  squares: bigint;
  /** How often the resolution of the buckets was halved, and the count of each bucket. */
  level: number;
  readonly buckets: Map<number, number>;
  readonly registers: Uint8Array;
  /** All distinct values until `complete` turns false, then at least those with the k smallest hashes. */
  readonly values: Map<bigint, Value>;
  complete: boolean;
}

export function emptyColumn(tokens: number, size: SummarySize): ColumnState {
  return {
    missing: new Array<number>(tokens).fill(0),
    classes: { integer: 0, float: 0, boolean: 0, date: 0, datetime: 0, text: 0, digits: 0 },
    quoted: 0, withAt: 0, nonAscii: 0, lengthSum: 0, lengthMin: 0xffffffff, lengthMax: 0,
    min: Infinity, max: -Infinity, negative: 0, zero: 0, sum: 0n, squares: 0n,
    level: 0, buckets: new Map(), registers: new Uint8Array(1 << size.registerBits), values: new Map(), complete: true,
  };
}

/** Adds one cell. `token` is the index of the null token it equals, or -1. */
export function addCell(column: ColumnState, content: Content, token: number, record: number): void {
  if (content.quoted) column.quoted++;
  if (token >= 0) {
    column.missing[token] = (column.missing[token] ?? 0) + 1;
    return;
  }
  const { bytes } = content;
  const kind = classify(bytes);
  column.classes[kind.class]++;
  if (bytes.includes(0x40)) column.withAt++;
  if (bytes.some((byte) => byte >= 0x80)) column.nonAscii++;
  column.lengthSum += bytes.length;
  column.lengthMin = Math.min(column.lengthMin, bytes.length);
  column.lengthMax = Math.max(column.lengthMax, bytes.length);
  if (!Number.isNaN(kind.number)) addNumeric(column, kind.number);
  const hash = hashOf(bytes);
  addHash(column.registers, hash);
  addValue(column, hash, { count: 1, first: record, class: kind.class });
}

function addNumeric(column: ColumnState, number: number): void {
  column.min = Math.min(column.min, number);
  column.max = Math.max(column.max, number);
  if (number < 0) column.negative++;
  column.sum = addNumber(column.sum, number);
  column.squares = addSquare(column.squares, number);
  if (number === 0) column.zero++;
  else addBucket(column, bucketOf(number, column.level), 1);
}

/**
 * The bucket of a number at a level: exponent and the first 8 bits of the mantissa, `level` bits less; above zero for positive numbers, below for
 * negative ones. Bucket `b` > 0 begins at the double whose upper 20 bits are `(b - 1) << level`.
 */
export function bucketOf(number: number, level: number): number {
  const upper = new DataView(new ArrayBuffer(8));
  upper.setFloat64(0, Math.abs(number));
  const bucket = (upper.getUint32(0) >>> 12 >>> level) + 1;
  return number < 0 ? -bucket : bucket;
}

export function addBucket(column: ColumnState, bucket: number, count: number): void {
  column.buckets.set(bucket, (column.buckets.get(bucket) ?? 0) + count);
}

/** Coarsens the buckets to `level`, which is not below the present one. */
export function coarsen(column: ColumnState, level: number): void {
  const old = [...column.buckets];
  column.buckets.clear();
  for (const [bucket, count] of old) addBucket(column, coarser(bucket, level - column.level), count);
  column.level = level;
}

export function coarser(bucket: number, levels: number): number {
  return Math.sign(bucket) * (((Math.abs(bucket) - 1) >> levels) + 1);
}

/** Register: the upper bits of the hash. Rank: one more than the number of zeros that follow them. */
export function addHash(registers: Uint8Array, hash: bigint): void {
  const bits = Math.log2(registers.length);
  const register = Number(hash >> BigInt(64 - bits));
  const rest = (hash << BigInt(bits)) & ((1n << 64n) - 1n);
  const rank = Math.min(64 - bits, 64 - rest.toString(2).length + (rest === 0n ? 1 : 0)) + 1;
  registers[register] = Math.max(registers[register] ?? 0, rank);
}

export function addValue(column: ColumnState, hash: bigint, value: Value): void {
  const known = column.values.get(hash);
  if (!known) column.values.set(hash, { ...value });
  else {
    known.count += value.count;
    known.first = Math.min(known.first, value.first);
  }
}

/** The state cut to its size: a function of the cells alone, whatever way they came in. */
export function settle(column: ColumnState, size: SummarySize): void {
  while (column.buckets.size > size.buckets) coarsen(column, column.level + 1);
  const sorted = [...column.values].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length > size.values) column.complete = false;
  column.values.clear();
  for (const [hash, value] of sorted.slice(0, size.values)) column.values.set(hash, value);
}
