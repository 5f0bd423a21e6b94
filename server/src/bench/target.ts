import { type Matrix, type Task, Unable } from '../core/compute.ts';
import { count, type Message, name, say } from '../core/message.ts';
import { momentsOf } from './encode.ts';
import { range } from './random.ts';
import type { View } from './kinds/view.ts';
import { MISSING, type Table, type TableColumn, tallyOf } from './table.ts';

/** What is to be predicted. */
export interface Target {
  readonly task: Task;
  readonly column: string;
  /** Classes by frequency; empty for regression. */
  readonly classes: readonly string[];
  /** 0 where it is the row itself, as wide as it is seen. */
  readonly outputs: number;
  /** Rows where the target is known. */
  readonly rows: Uint32Array;
  stratumOf(row: number): number;
  /** Fixes the scale by what the training rows hold. */
  fit(training: Uint32Array, view: View): TargetCodec;
  readonly notices: readonly Message[];
}

export interface TargetCodec {
  /** `targets`: what the loss is taken of; `truth`: class indices, or the target in its own unit. */
  encode(rows: Uint32Array): { readonly targets: Matrix; readonly truth: Float64Array };
  /** The truth that raw outputs of a network stand for. */
  decode(outputs: Float32Array): Float64Array;
  /** What a model answers that looks at nothing but the training targets: their most frequent class, or their mean. */
  readonly constant: number;
}

const LEAST_ROWS = 20;
const MOST_CLASSES = 100;

/** Throws `Unable` where the column cannot be a target. */
export function targetOf(column: TableColumn, table: Table, wanted: Task | undefined): Target {
  const rows = range(table.rows);
  const tally = tallyOf(column, rows);
  const numeric = tally.numeric >= 0.9 * tally.present;
  const task = wanted ?? (numeric && tally.distinct > 20 ? 'regression' : 'classification');
  if (task === 'regression' && !numeric) throw new Unable(say`${name(column.name)} does not hold numbers, so it cannot be the target of a regression.`);
  const target = task === 'regression' ? regression(column, rows) : classification(column, rows);
  if (target.rows.length < LEAST_ROWS) {
    throw new Unable(say`Only ${count(target.rows.length, 'row')} have a value in ${name(column.name)}; a benchmark needs at least ${count(LEAST_ROWS, 'row')}.`);
  }
  return target;
}

/** Rows are to be made like those there are: nothing is predicted, so every row is its own target. */
export function rowsThemselves(table: Table): Target {
  const rows = range(table.rows);
  if (rows.length < LEAST_ROWS) throw new Unable(say`There are only ${count(rows.length, 'row')}; a benchmark needs at least ${count(LEAST_ROWS, 'row')}.`);
  return {
    task: 'generation', column: '', classes: [], outputs: 0, rows,
    stratumOf: () => 0,
    fit: (_training, view) => ({
      encode(some) {
        const targets = view.matrix(some);
        return { targets, truth: Float64Array.from(targets.values) };
      },
      decode: outputs => Float64Array.from(outputs),
      // Numbers are standardised: 0 is the mean of every column.
      constant: 0,
    }),
    notices: [],
  };
}

function droppedNotice(column: TableColumn, dropped: number): readonly Message[] {
  return dropped === 0 ? [] : [say`${count(dropped, 'row')} without a value in ${name(column.name)} were left out.`];
}

function classification(column: TableColumn, all: Uint32Array): Target {
  const counts = new Map<number, number>();
  for (const row of all) counts.set(column.codes[row] ?? MISSING, (counts.get(column.codes[row] ?? MISSING) ?? 0) + 1);
  const dropped = counts.get(MISSING) ?? 0;
  counts.delete(MISSING);
  if (counts.size < 2) throw new Unable(say`${name(column.name)} has only one value, so there is nothing to learn.`);
  if (counts.size > MOST_CLASSES) throw new Unable(say`${name(column.name)} has ${count(counts.size, 'value')}, too many to be classes. Choose another target.`);
  const codes = [...counts].sort(([a, many], [b, more]) => more - many || a - b).map(([code]) => code);
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  const classOf = (row: number): number => indexOf.get(column.codes[row] ?? MISSING) ?? 0;
  return {
    task: 'classification', column: column.name, outputs: codes.length,
    classes: codes.map(code => column.texts[code] ?? ''),
    rows: all.filter(row => (column.codes[row] ?? MISSING) !== MISSING),
    stratumOf: classOf,
    fit: training => classCodec(codes.length, classOf, training),
    notices: droppedNotice(column, dropped),
  };
}

function classCodec(classes: number, classOf: (row: number) => number, training: Uint32Array): TargetCodec {
  const counts = new Float32Array(classes);
  for (const row of training) counts[classOf(row)] = (counts[classOf(row)] ?? 0) + 1;
  return {
    encode(rows) {
      const values = new Float32Array(rows.length * classes);
      rows.forEach((row, i) => { values[i * classes + classOf(row)] = 1; });
      return { targets: { rows: rows.length, columns: classes, values }, truth: Float64Array.from(rows, classOf) };
    },
    decode: outputs => Float64Array.from({ length: outputs.length / classes }, (_, i) => largest(outputs, i * classes, classes)),
    constant: largest(counts, 0, classes),
  };
}

function largest(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((values[from + i] ?? 0) > (values[from + best] ?? 0)) best = i;
  return best;
}

/** The target is standardised for training, so that one learning rate serves every unit. */
function regression(column: TableColumn, all: Uint32Array): Target {
  const valueOf = (row: number): number => column.numbers[row] ?? NaN;
  const rows = all.filter(row => Number.isFinite(valueOf(row)));
  return {
    task: 'regression', column: column.name, outputs: 1, classes: [], rows,
    stratumOf: () => 0,
    fit(training) {
      const { mean, deviation } = momentsOf(training, valueOf);
      const scaled = (row: number): number => (valueOf(row) - mean) / deviation;
      return {
        encode: some => ({ targets: { rows: some.length, columns: 1, values: Float32Array.from(some, scaled) }, truth: Float64Array.from(some, valueOf) }),
        decode: outputs => Float64Array.from(outputs, output => output * deviation + mean),
        constant: mean,
      };
    },
    notices: droppedNotice(column, all.length - rows.length),
  };
}
