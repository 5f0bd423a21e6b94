import type { Matrix, Trainable } from '../core/compute.ts';
import type { ColumnImportance, ImportanceEvent } from '../protocol/training.ts';
import { headline, scoresOf } from './metrics.ts';
import type { Feature } from './kinds/view.ts';
import type { Part, Prepared } from './prepare.ts';
import { createRandom, type Random, range, shuffle } from './random.ts';
import { predictOn, type TrainingLimits } from './train.ts';

type Measured = Omit<ImportanceEvent, 'kind' | 'run'>;

/**
 * Permutation importance on the test rows (Breiman 2001; scikit-learn's `permutation_importance` with 5 repeats): a column's cells are dealt out anew
 * among the rows, all columns of the matrix it became together, and the fall of the score is what it is worth. Stops at a deadline and says how many
 * columns were left.
 */
export async function importanceOf(network: Trainable, data: Prepared, limits: TrainingLimits): Promise<Measured> {
  const test = firstRows(data.test, MOST_ROWS);
  const deadline = limits.now() + MOST_MS;
  const random = createRandom(limits.seed, STREAM);
  const scoreOn = async (inputs: Matrix): Promise<number> => headline(scoresOf(data.task, await predictOn(network, data, { ...test, inputs }, limits), test.truth));
  const whole = await scoreOn(test.inputs);
  const columns: ColumnImportance[] = [];
  for (const feature of data.features) {
    if (limits.cancellation.cancelled || limits.now() > deadline) break;
    const drops: number[] = [];
    for (let i = 0; i < REPEATS; i++) drops.push(whole - await scoreOn(permuted(test.inputs, feature, random)));
    if (!limits.cancellation.cancelled) columns.push({ column: feature.column, ...spreadOf(drops) });
  }
  columns.sort((a, b) => b.drop - a.drop);
  return { columns, rows: test.inputs.rows, repeats: REPEATS, left: data.features.length - columns.length };
}

const STREAM = 6;
const REPEATS = 5;
const MOST_ROWS = 5000;
/** Longest the whole may take. */
const MOST_MS = 4000;

/** The parts are shuffled, so the first rows are as good as any. */
function firstRows({ inputs, targets, truth }: Part, most: number): Part {
  const cut = ({ rows, columns, values }: Matrix): Matrix => ({ rows: Math.min(rows, most), columns, values: values.subarray(0, Math.min(rows, most) * columns) });
  return { inputs: cut(inputs), targets: cut(targets), truth: truth.subarray(0, most) };
}

function permuted({ rows, columns, values }: Matrix, { from, width }: Feature, random: Random): Matrix {
  const dealt = values.slice();
  shuffle(range(rows), random).forEach((source, row) => {
    dealt.set(values.subarray(source * columns + from, source * columns + from + width), row * columns + from);
  });
  return { rows, columns, values: dealt };
}

/** Mean, and standard deviation of the population, as scikit-learn tells it. */
function spreadOf(drops: readonly number[]): { readonly drop: number; readonly deviation: number } {
  const drop = drops.reduce((sum, each) => sum + each, 0) / drops.length;
  return { drop, deviation: Math.sqrt(drops.reduce((sum, each) => sum + (each - drop) ** 2, 0) / drops.length) };
}
