import type { SummarySpec } from '../../server/src/core/kernel.ts';
import type { ColumnState } from './column.ts';
import { PRESENT } from './column.ts';

export const MAGIC = 0x314c544c;

export interface TableState {
  records: number;
  readonly columns: ColumnState[];
}

/** Numbers written or read one after the other, lowest byte first. */
export class Bytes {
  readonly #bytes: number[];
  #at = 0;

  constructor(bytes: Iterable<number> = []) {
    this.#bytes = [...bytes];
  }

  put(value: bigint, bytes: number): void {
    for (let i = 0; i < bytes; i++) this.#bytes.push(Number((value >> BigInt(8 * i)) & 255n));
  }

  u32(value: number): void {
    this.put(BigInt(value), 4);
  }

  u64(value: number): void {
    this.put(BigInt(value), 8);
  }

  f64(value: number): void {
    this.#bytes.push(...new Uint8Array(new Float64Array([value]).buffer));
  }

  take(bytes: number): bigint {
    let value = 0n;
    for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.#bytes[this.#at + i] ?? 0);
    this.#at += bytes;
    return value;
  }

  number(bytes: number): number {
    return Number(this.take(bytes));
  }

  double(): number {
    const bytes = Uint8Array.from(this.#bytes.slice(this.#at, this.#at + 8));
    this.#at += 8;
    return new DataView(bytes.buffer).getFloat64(0, true);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/**
 * The exported form, all numbers with the lowest byte first. Table: u32 mark, columns, null tokens, values, buckets, register bits; u64 records; columns.
 * Column: u64 missing by token, cells by class, quoted, with at, non-ASCII, sum of lengths; u32 shortest, longest; numbers, if any; values; registers,
 * if the values are not complete (else they follow from the values).
 */
export function encode(spec: SummarySpec, table: TableState): Uint8Array {
  const out = new Bytes();
  const { values, buckets, registerBits } = spec.size;
  for (const word of [MAGIC, spec.columns, spec.nullTokens.length, values, buckets, registerBits]) out.u32(word);
  out.u64(table.records);
  for (const column of table.columns) {
    for (const count of column.missing) out.u64(count);
    for (const name of PRESENT) out.u64(column.classes[name]);
    for (const count of [column.quoted, column.withAt, column.nonAscii, column.lengthSum]) out.u64(count);
    for (const length of [column.lengthMin, column.lengthMax]) out.u32(length);
    if (column.classes.integer + column.classes.float > 0) putNumbers(out, column);
    out.u32(column.values.size);
    out.u32(Number(column.complete));
    for (const [hash, value] of column.values) {
      out.put(hash, 8);
      out.u64(value.count);
      out.u64(value.first);
      out.u32(PRESENT.indexOf(value.class) + 1);
    }
    if (!column.complete) for (const rank of column.registers) out.put(BigInt(rank), 1);
  }
  return out.done();
}

/** f64 least, greatest; u64 negative, zero; the two sums; u32 level, buckets; i32 bucket and u64 count of each, ascending. */
function putNumbers(out: Bytes, column: ColumnState): void {
  out.f64(column.min);
  out.f64(column.max);
  out.u64(column.negative);
  out.u64(column.zero);
  putInteger(out, column.sum);
  putInteger(out, column.squares);
  out.u32(column.level);
  out.u32(column.buckets.size);
  for (const [bucket, count] of [...column.buckets].sort(([a], [b]) => a - b)) {
    out.put(BigInt(bucket), 4);
    out.u64(count);
  }
}

/** An integer in two's complement, the fewest 32-bit digits that do: u32 how many zero digits were left out below, u32 how many follow, the digits. */
function putInteger(out: Bytes, value: bigint): void {
  if (value === 0n) return out.put(0n, 8);
  let zeros = 0;
  let rest = value;
  while ((rest & 0xffffffffn) === 0n) {
    rest >>= 32n;
    zeros++;
  }
  let digits = 1;
  while (BigInt.asIntN(32 * digits, rest) !== rest) digits++;
  out.u32(zeros);
  out.u32(digits);
  out.put(rest, 4 * digits);
}

export function takeInteger(from: Bytes): bigint {
  const zeros = from.number(4);
  const digits = from.number(4);
  return BigInt.asIntN(32 * digits, from.take(4 * digits)) << BigInt(32 * zeros);
}
