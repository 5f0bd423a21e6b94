import type { Task } from '../../core/compute.ts';
import { count, type Message, number, say } from '../../core/message.ts';
import type { BenchmarkJob, PairEvent, Study } from '../../protocol/training.ts';
import { scoresOf } from '../metrics.ts';
import { dataShapeOf, encode, type Prepared, splitOf, targetIn } from '../prepare.ts';
import { fit } from '../runNetwork.ts';
import { withSettings } from '../settings.ts';
import type { Split } from '../split.ts';
import { type Difference, differenceOf, rounded } from '../summarise.ts';
import type { Table } from '../table.ts';
import type { Target } from '../target.ts';
import { predictOn } from '../train.ts';
import type { Laboratory } from './laboratory.ts';

type Comparison = Extract<Study, { readonly is: 'comparison' }>;

/** Two versions of a dataset, and which rows of them are the same record. */
interface Versions {
  readonly before: Table;
  readonly after: Table;
  /** For each row of `after` its row of `before`; -1 where that was not read. */
  readonly rowOf: Int32Array;
}

/**
 * Trains on both versions with the same seeds and settings. A split is drawn once a seed, for the records both have: neither version is tested on what
 * the other was trained on. What the second version left out is trained on by the first alone, as it would be in practice.
 */
export async function comparison({ repeats, other }: Comparison, laboratory: Laboratory, begin: (of: number, notices: readonly Message[]) => void): Promise<void> {
  const { table: before, context } = laboratory;
  const after = await context.ports.load({ ...context.job, file: other.file }, context.cancellation);
  const versions = { before, after, rowOf: rowsOf(before, after, other.deleted ?? []) };
  begin(repeats * 2, noticesOf(versions, other.deleted));
  const pairs: PairEvent[] = [];
  for (let i = 0; i < repeats && !context.cancellation.cancelled; i++) {
    const seed = context.seed + i;
    const scores = await trainPair(versions, laboratory, seed);
    if (!scores) continue;
    const pair: PairEvent = { kind: 'pair', seed, ...scores };
    pairs.push(pair);
    context.emit(pair);
  }
  const { inputs } = laboratory.data.train;
  const difference = differenceOf(pairs, laboratory.data.test.inputs.rows / inputs.rows);
  if (difference) context.emit({ kind: 'diagnosis', run: null, id: 'comparison', message: context.ports.words(verdictOf(difference, laboratory.data.task)) });
}

/** What the pairs say, and no more than that. */
function verdictOf({ mean, low, high, pairs }: Difference, task: Task): Message {
  const [change, from, to, n] = [number(rounded(mean)), number(rounded(low)), number(rounded(high)), number(pairs)];
  if (low > 0) return task === 'classification'
    ? say`The second version is better: accuracy changes by ${change} (95% interval ${from} to ${to}, ${n} pairs).`
    : say`The second version is better: R² changes by ${change} (95% interval ${from} to ${to}, ${n} pairs).`;
  if (high < 0) return task === 'classification'
    ? say`The second version is worse: accuracy changes by ${change} (95% interval ${from} to ${to}, ${n} pairs).`
    : say`The second version is worse: R² changes by ${change} (95% interval ${from} to ${to}, ${n} pairs).`;
  return task === 'classification'
    ? say`No difference can be told: accuracy changes by ${change} (95% interval ${from} to ${to}, ${n} pairs).`
    : say`No difference can be told: R² changes by ${change} (95% interval ${from} to ${to}, ${n} pairs).`;
}

function noticesOf({ before, after, rowOf }: Versions, deleted: readonly number[] | undefined): readonly Message[] {
  const shared = rowOf.filter(row => row >= 0).length;
  const only = before.rows - shared;
  return [
    say`Both versions are tested on the same rows, drawn from ${count(shared, 'row')} they share, against the labels of the second.`,
    ...(only > 0 ? [say`${count(only, 'row')} that only the first version has are trained on by it; where they repeat tested rows, its score is flattered.`] : []),
    ...(deleted === undefined && before.fileRows !== after.fileRows
      ? [say`The files have ${count(before.fileRows, 'row')} and ${count(after.fileRows, 'row')}; rows of the same number are taken for the same record.`] : []),
  ];
}

/** Records of `after` count on without those that were deleted before them. */
function rowsOf(before: Table, after: Table, deleted: readonly number[]): Int32Array {
  const rowOfRecord = new Map(Array.from(before.records, (record, row) => [record, row]));
  const rowOf = new Int32Array(after.rows).fill(-1);
  let gone = 0;
  for (const row of Array.from(after.records.keys()).sort((a, b) => (after.records[a] ?? 0) - (after.records[b] ?? 0))) {
    const record = after.records[row] ?? 0;
    while (gone < deleted.length && (deleted[gone] ?? 0) <= record + gone) gone++;
    rowOf[row] = rowOfRecord.get(record + gone) ?? -1;
  }
  return rowOf;
}

async function trainPair(versions: Versions, laboratory: Laboratory, seed: number): Promise<Pick<PairEvent, 'before' | 'after' | 'rows'> | undefined> {
  const job: BenchmarkJob = { ...laboratory.context.job, seed };
  const [first, second] = [targetIn(versions.before, job), targetIn(versions.after, job)];
  const splits = sharedSplits(versions, first, splitOf(versions.after, job, second));
  if (splits.after.test.length === 0) return undefined;
  const { kind } = laboratory.data.example;
  const seen = (views: readonly Prepared[]): Prepared | undefined => views.find(({ example }) => example.kind === kind);
  const [old, fresh] = [seen(encode(versions.before, job, first, splits.before)), seen(encode(versions.after, job, second, splits.after))];
  if (!old || !fresh) return undefined;
  const guessed = await guesses(old, seed, laboratory);
  const improved = guessed && await guesses(fresh, seed, laboratory);
  return improved && {
    before: scoresOf(fresh.task, translated(guessed, old, fresh), fresh.test.truth, fresh.outputs),
    after: scoresOf(fresh.task, improved, fresh.test.truth, fresh.outputs), rows: splits.after.test.length,
  };
}

/** The split of the second version, its test rows being records whose target both know, and the same split of the first. */
function sharedSplits({ rowOf }: Versions, first: Target, split: Split): { readonly before: Split; readonly after: Split } {
  const known = new Set(first.rows);
  const isShared = (row: number): boolean => known.has(rowOf[row] ?? -1);
  const inFirst = (rows: Uint32Array): Uint32Array => rows.filter(isShared).map(row => rowOf[row] ?? 0);
  // In the same order, so that equal data gives equal trainings; what only the first version has comes last.
  const [train, validation, test] = [inFirst(split.train), inFirst(split.validation), inFirst(split.test)];
  const placed = new Set([...train, ...validation, ...test]);
  return {
    before: { train: Uint32Array.from([...train, ...first.rows.filter(row => !placed.has(row))]), validation, test },
    after: { ...split, test: split.test.filter(isShared) },
  };
}

/** Predictions for the test rows; nothing where it was cancelled. The network is built for the width of its own matrix. */
async function guesses(data: Prepared, seed: number, { plan: { model, recipe }, loaded: { session }, context }: Laboratory): Promise<Float64Array | undefined> {
  const built = model.build(dataShapeOf(data));
  if (built.kind === 'constant') return undefined;
  let guessed: Float64Array | undefined;
  await fit({ ...withSettings(built, context.job.settings), schedule: recipe.schedule }, session, data, seed, context, {
    async onEnd(network, { stopped }, limits) {
      if (stopped !== 'cancelled') guessed = await predictOn(network, data, data.test, limits);
    },
  });
  return guessed;
}

/** Classes are numbered by frequency in each version, so a guess is carried over by its text; one that the second version does not know hits nothing. */
function translated(guessed: Float64Array, from: Prepared, to: Prepared): Float64Array {
  if (from.task !== 'classification') return guessed;
  const places = new Map(to.target.classes.map((text, i) => [text, i]));
  return guessed.map(index => places.get(from.target.classes[index] ?? '') ?? -1);
}
