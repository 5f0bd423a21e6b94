import { count, name, say } from '../../core/message.ts';
import { momentsOf } from '../encode.ts';
import { quantile } from '../measure.ts';
import { range } from '../random.ts';
import type { TableColumn } from '../table.ts';
import { matrixOf, type View } from './view.ts';

/** Fewer numbers in a cell are coordinates or ranges. */
const LEAST_STEPS = 8;
const MOST_STEPS = 128;
const LOOKED_AT = 200;
const MOST = 0.9;

/** Whether the cells of a column are lists of numbers, in brackets or not. */
export function isSeries({ texts }: TableColumn): boolean {
  const some = texts.slice(0, LOOKED_AT);
  return some.length > 0 && some.filter(text => (numbersOf(text)?.length ?? 0) >= LEAST_STEPS).length >= MOST * some.length;
}

/** The lists as series of one length, standardised; shorter ones begin with zeros, of longer ones the end is kept. */
export function seriesView(column: TableColumn, training: Uint32Array): View {
  const known = column.texts.map(text => numbersOf(text) ?? []);
  const numbers = (row: number): readonly number[] => known[column.codes[row] ?? -1] ?? [];
  const lengths = Float64Array.from(training, row => numbers(row).length).sort();
  const steps = Math.max(1, Math.min(MOST_STEPS, quantile(lengths, 1)));
  const all = Float64Array.from(Array.from(training).flatMap(row => numbers(row).slice(-steps)));
  const { mean, deviation } = momentsOf(range(all.length), at => all[at] ?? 0);
  const cut = lengths.reduce((sum, each) => sum + (each > steps ? 1 : 0), 0);
  return {
    example: { kind: 'series', shape: [steps, 1] },
    features: [{ column: column.name, from: 0, width: steps }],
    matrix: rows => matrixOf(rows, steps, (row, target) => {
      const own = numbers(row).slice(-steps);
      own.forEach((value, i) => { target[steps - own.length + i] = (value - mean) / deviation; });
    }),
    notices: cut === 0 ? [] : [say`Of ${name(column.name)} the last ${count(steps, 'value')} are read; ${count(cut, 'row')} of the training rows have more.`],
  };
}

/** The numbers of a cell that holds nothing else. */
function numbersOf(text: string): readonly number[] | undefined {
  const parts = text.replace(/^\s*[[(]|[\])]\s*$/g, '').trim().split(/\s*[,;|]\s*|\s+/);
  const numbers = parts.map(part => (part === '' ? NaN : Number(part)));
  return numbers.every(Number.isFinite) ? numbers : undefined;
}
