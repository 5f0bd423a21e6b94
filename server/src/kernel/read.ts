import type { CellClass } from '../core/kernel.ts';
import { CELL_CLASSES } from '../core/kernel.ts';
import type { ColumnSummary, DistinctSummary, PresentClass, TableSummary, ValueSummary } from '../core/summary.ts';
import { estimateDistinct } from './distinct.ts';
import { ExportedBytes } from './exportedBytes.ts';
import { readNumbers } from './numbers.ts';

const HEADER_WORDS = 6;
const PRESENT = CELL_CLASSES.filter(isPresent);

/** What an exported summary says. */
export function readExported(exported: Uint8Array): TableSummary {
  const from = new ExportedBytes(exported);
  const [, columns = 0, tokens = 0, , , registerBits = 0] = Array.from({ length: HEADER_WORDS }, () => from.u32());
  const records = from.u64();
  return { records, columns: Array.from({ length: columns }, () => readColumn(from, tokens, registerBits)) };
}

function readColumn(from: ExportedBytes, tokens: number, registerBits: number): ColumnSummary {
  const missingBySpelling = from.counts(tokens);
  const counts = from.counts(PRESENT.length);
  const [quoted = 0, withAt = 0, nonAscii = 0, lengthSum = 0] = from.counts(4);
  const [shortest, longest] = [from.u32(), from.u32()];
  const missing = sum(missingBySpelling);
  const present = sum(counts);
  const [integer = 0, float = 0, boolean = 0, date = 0, datetime = 0, text = 0, digits = 0] = counts;
  const numbers = integer + float === 0 ? undefined : readNumbers(from, integer, float);
  const { values, distinct } = readValues(from, registerBits);
  return {
    cells: missing + present,
    missing,
    missingBySpelling,
    classes: { integer, float, boolean, date, datetime, text, digits },
    quoted,
    withAt,
    nonAscii,
    length: present === 0 ? { min: 0, max: 0, mean: 0 } : { min: shortest, max: longest, mean: lengthSum / present },
    numbers,
    distinct,
    values,
  };
}

function readValues(from: ExportedBytes, registerBits: number): { readonly values: readonly ValueSummary[]; readonly distinct: DistinctSummary } {
  const count = from.u32();
  const complete = from.u32() === 1;
  const values = Array.from({ length: count }, () => ({
    hash: from.hash(),
    count: from.u64(),
    firstRecord: from.u64(),
    class: PRESENT[from.u32() - 1] ?? 'text',
  }));
  if (complete) return { values, distinct: { count, exact: true, relativeError: 0 } };
  const registers = from.bytes(2 ** registerBits);
  return { values, distinct: { count: estimateDistinct(registers), exact: false, relativeError: 1.04 / Math.sqrt(registers.length) } };
}

function isPresent(name: CellClass): name is PresentClass {
  return name !== 'missing' && name !== 'absent';
}

function sum(counts: readonly number[]): number {
  return counts.reduce((a, b) => a + b, 0);
}
