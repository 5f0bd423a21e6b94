import { columnsOf, type DataShape, type ExampleShape, type Matrix, type Task, Unable } from '../core/compute.ts';
import { count, list, type Message, name, say } from '../core/message.ts';
import type { BenchmarkJob } from '../protocol/training.ts';
import { encodeRows, type Encoder, fitEncoder } from './encode.ts';
import { imageView } from './kinds/image.ts';
import { isSeries, seriesView } from './kinds/series.ts';
import { isProse, textView } from './kinds/text.ts';
import type { Feature, View } from './kinds/view.ts';
import { createRandom, shuffle } from './random.ts';
import { type Split, type SplitBy, splitRows } from './split.ts';
import { type ColumnKind, kindOf, MISSING, type Table, type TableColumn } from './table.ts';
import { rowsThemselves, type Target, type TargetCodec, targetOf } from './target.ts';

/** Matrices ready for training. */
export interface Prepared {
  readonly target: Target;
  readonly codec: TargetCodec;
  readonly train: Part;
  readonly validation: Part;
  readonly test: Part;
  /** Columns learned from, and which columns of the matrix each became. */
  readonly features: readonly Feature[];
  readonly example: ExampleShape;
  readonly inputs: number;
  /** Rows of the file that were read. */
  readonly fileRows: number;
  readonly outputs: number;
  readonly task: Task;
  /** What was sampled, left out or filled in. */
  readonly notices: readonly Message[];
}

export interface Part {
  readonly inputs: Matrix;
  /** One-hot, or the standardised target: what the loss is taken of. */
  readonly targets: Matrix;
  /** Class indices, or the target in its own unit: what scores are taken of. */
  readonly truth: Float64Array;
}

/** The first of the ways in which `prepareAll` sees a dataset. */
export function prepare(table: Table, job: BenchmarkJob): Prepared {
  const [first] = prepareAll(table, job);
  if (!first) throw new Unable(noColumn());
  return first;
}

/**
 * Splits, fits every encoder on the training rows alone, and encodes: once for each way of seeing the dataset, the split being the same. Throws `Unable`
 * where there is nothing to learn or to learn from.
 */
export function prepareAll(table: Table, job: BenchmarkJob): readonly Prepared[] {
  const target = targetIn(table, job);
  return encode(table, job, target, splitOf(table, job, target));
}

/** What is to be predicted in a table; throws `Unable` where it cannot be. */
export function targetIn(table: Table, job: BenchmarkJob): Target {
  if (job.task === 'generation') return rowsThemselves(table);
  const column = find(table, job.target);
  if (!column) throw new Unable(say`There is no column named ${name(job.target)}.`);
  return targetOf(column, table, job.task);
}

/** The rows of a table for training, validation and test, told by the job's seed. */
export function splitOf(table: Table, job: BenchmarkJob, target: Target): Split {
  const seed = job.seed ?? 1;
  return splitRows(spared(target.rows, table.columns.length, seed), howToSplit(table, job, target), createRandom(seed, STREAM));
}

/** The matrices of a split, for each way of seeing the dataset. */
export function encode(table: Table, job: BenchmarkJob, target: Target, split: Split): readonly Prepared[] {
  if ([split.train, split.validation, split.test].some(part => part.length === 0)) {
    throw new Unable(say`The rows cannot be split into training, validation and test data: there are too few groups.`);
  }
  const views = viewsOf(table, job, split.train);
  if (views.length === 0) throw new Unable(noColumn());
  return views.map(view => {
    const codec = target.fit(split.train, view);
    const part = (of: Uint32Array): Part => ({ inputs: view.matrix(of), ...codec.encode(of) });
    return {
      target, codec, task: target.task, outputs: target.outputs || columnsOf(view.example),
      train: part(split.train), validation: part(split.validation), test: part(split.test),
      features: view.features, example: view.example, fileRows: table.fileRows, inputs: columnsOf(view.example),
      notices: [...tableNotices(table), ...target.notices, ...identifyingNotices(job), ...view.notices, ...splitNotices(job)],
    };
  });
}

/** What a model knows of it. */
export const dataShapeOf = ({ task, train, example, outputs }: Prepared): DataShape => ({ task, rows: train.inputs.rows, example, outputs });

const noColumn = (): Message => say`No column is left to learn from.`;

/** Pictures are learned from alone; a table as its numbers and categories, as the prose of a column, as the series in one. */
function viewsOf(table: Table, job: BenchmarkJob, training: Uint32Array): readonly View[] {
  if (table.pictures) return [imageView(table.pictures, training)];
  const chosen = choose(table, job, training);
  if (job.task === 'generation') return tableView(chosen.filter(({ kind }) => kind === 'numeric'), chosen, training);
  const texts = chosen.filter(({ kind }) => kind === 'text' || kind === 'categorical').map(({ column }) => column);
  const [series] = texts.filter(isSeries);
  const [prose] = texts.filter(column => column !== series && isProse(column)).sort((a, b) => lengthOf(b) - lengthOf(a));
  const own = chosen.filter(({ column }) => column !== series && column !== prose);
  return [
    ...tableView(own, own, training),
    ...(series ? [seriesView(series, training)] : []),
    ...(prose ? [textView(prose, training)] : []),
  ];
}

const lengthOf = ({ texts }: TableColumn): number => texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);

/** Numbers and categories side by side; no view where there are none. `all` says what was left out. */
function tableView(used: readonly Chosen[], all: readonly Chosen[], training: Uint32Array): readonly View[] {
  const encoders = used.flatMap(({ column, kind }) => fitEncoder(column, kind, training) ?? []);
  if (encoders.length === 0) return [];
  return [{
    example: { kind: 'table', shape: [encoders.reduce((sum, { width }) => sum + width, 0)] },
    features: featuresOf(encoders),
    matrix: rows => encodeRows(encoders, rows),
    notices: [...columnNotices(all), ...fillNotices(encoders)],
  }];
}

const STREAM = 3;

function featuresOf(encoders: readonly Encoder[]): readonly Feature[] {
  let from = 0;
  return encoders.map(({ column, width }) => ({ column, width, from: (from += width) - width }));
}

const find = (table: Table, wanted: string | undefined): TableColumn | undefined => table.columns.find(column => column.name === wanted);

/** Fewer rows where the matrix would not fit: at most 64 million values, every column counted as widely as it may become. */
function spared(rows: Uint32Array, columns: number, seed: number): Uint32Array {
  const limit = Math.max(1000, Math.floor(64e6 / Math.max(1, columns * 4)));
  return rows.length <= limit ? rows : shuffle(rows.slice(), createRandom(seed, STREAM + 1)).slice(0, limit);
}

function howToSplit(table: Table, job: BenchmarkJob, target: Target): SplitBy {
  const group = find(table, job.group);
  if (group) return { by: 'group', of: row => ((group.codes[row] ?? MISSING) >= 0 ? (group.codes[row] ?? 0) : -1 - row) };
  const time = find(table, job.time);
  if (time) return { by: 'time', of: row => time.numbers[row] || 0 };
  return { by: 'stratum', of: target.stratumOf };
}

interface Chosen {
  readonly column: TableColumn;
  readonly kind: ColumnKind;
}

/** The columns a model may see, with what they are. */
function choose(table: Table, job: BenchmarkJob, training: Uint32Array): readonly Chosen[] {
  const wanted = new Set(job.features ?? table.columns.map(column => column.name).filter(each => !job.identifying?.includes(each)));
  const barred = new Set([job.target, job.group, ...(job.ignore ?? [])]);
  return table.columns
    .filter(column => wanted.has(column.name) && !barred.has(column.name))
    .map(column => ({ column, kind: kindOf(column, training, table.records) }));
}

function tableNotices({ rows, fileRows, complete }: Table): readonly Message[] {
  if (!complete) return [say`The file is large: ${count(rows, 'row')} were drawn from its first ${count(fileRows, 'row')}.`];
  return rows < fileRows ? [say`${count(rows, 'row')} were drawn at random from ${count(fileRows, 'row')}.`] : [];
}

function identifyingNotices({ features, identifying = [], target }: BenchmarkJob): readonly Message[] {
  const left = features ? [] : identifying.filter(column => column !== target);
  return left.length === 0 ? [] : [say`Left out, as they tell persons apart: ${named(left)}.`];
}

function columnNotices(chosen: readonly Chosen[]): readonly Message[] {
  const of = (...kinds: readonly ColumnKind[]) => named(chosen.filter(({ kind }) => kinds.includes(kind)).map(({ column }) => column.name));
  const has = (...kinds: readonly ColumnKind[]): boolean => chosen.some(({ kind }) => kinds.includes(kind));
  return [
    ...(has('text') ? [say`Left out, free text or identifiers: ${of('text')}.`] : []),
    ...(has('constant', 'empty') ? [say`Left out, always the same or empty: ${of('constant', 'empty')}.`] : []),
    ...(has('row-number') ? [say`Left out, it only counts the rows: ${of('row-number')}.`] : []),
  ];
}

function fillNotices(encoders: readonly Encoder[]): readonly Message[] {
  const filled = encoders.filter(encoder => encoder.filled > 0);
  return filled.length === 0 ? [] : [say`Missing cells were filled in with what the training rows hold: ${named(filled.map(encoder => encoder.column))}.`];
}

function splitNotices(job: BenchmarkJob): readonly Message[] {
  if (job.group !== undefined) return [say`Rows with the same ${name(job.group)} stay in one split.`];
  return job.time === undefined ? [] : [say`The latest rows by ${name(job.time)} are the test data.`];
}

/** Names in a sentence: of many the first, and how many more. */
function named(columns: readonly string[]): ReturnType<typeof list> {
  const rest = columns.length - NAMED;
  return list(rest <= 1 ? columns.map(name) : [...columns.slice(0, NAMED).map(name), { kind: 'message', message: say`${rest} more` }]);
}

const NAMED = 8;
