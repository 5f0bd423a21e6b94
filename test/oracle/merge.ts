import type { SummarySpec } from '../../server/src/core/kernel.ts';
import type { ColumnState } from './column.ts';
import { addBucket, addHash, addValue, coarsen, coarser, PRESENT } from './column.ts';
import { Bytes, takeInteger } from './exported.ts';
import type { TableState } from './exported.ts';

/** Adds an exported summary to a table. */
export function mergeExported(spec: SummarySpec, table: TableState, exported: Uint8Array): void {
  const from = new Bytes(exported);
  for (let word = 0; word < 6; word++) from.take(4);
  table.records += from.number(8);
  for (const column of table.columns) mergeColumn(spec, column, from);
}

function mergeColumn(spec: SummarySpec, column: ColumnState, from: Bytes): void {
  column.missing.forEach((count, token) => (column.missing[token] = count + from.number(8)));
  const before = column.classes.integer + column.classes.float;
  for (const name of PRESENT) column.classes[name] += from.number(8);
  column.quoted += from.number(8);
  column.withAt += from.number(8);
  column.nonAscii += from.number(8);
  column.lengthSum += from.number(8);
  column.lengthMin = Math.min(column.lengthMin, from.number(4));
  column.lengthMax = Math.max(column.lengthMax, from.number(4));
  if (column.classes.integer + column.classes.float > before) mergeNumbers(column, from);
  mergeValues(spec, column, from);
}

function mergeNumbers(column: ColumnState, from: Bytes): void {
  column.min = Math.min(column.min, from.double());
  column.max = Math.max(column.max, from.double());
  column.negative += from.number(8);
  column.zero += from.number(8);
  column.sum += takeInteger(from);
  column.squares += takeInteger(from);
  const level = from.number(4);
  if (level > column.level) coarsen(column, level);
  for (let left = from.number(4); left > 0; left--) {
    const bucket = Number(BigInt.asIntN(32, from.take(4)));
    addBucket(column, coarser(bucket, column.level - level), from.number(8));
  }
}

/** A value that only one side kept is counted in full there, or it is not among the smallest of the union and will be cut. */
function mergeValues(spec: SummarySpec, column: ColumnState, from: Bytes): void {
  const size = from.number(4);
  const complete = from.number(4) === 1;
  for (let left = size; left > 0; left--) {
    const hash = from.take(8);
    const count = from.number(8);
    const first = from.number(8);
    addValue(column, hash, { count, first, class: PRESENT[from.number(4) - 1] ?? 'text' });
    if (complete) addHash(column.registers, hash);
  }
  if (complete) return;
  column.complete = false;
  for (let i = 0; i < 1 << spec.size.registerBits; i++) column.registers[i] = Math.max(column.registers[i] ?? 0, from.number(1));
}
