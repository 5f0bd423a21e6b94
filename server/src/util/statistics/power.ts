import type { PredictivePower } from '../../core/sample.ts';
import { mix } from '../mix.ts';
import type { Coded } from './contingency.ts';

/** A column that explains: its codes, and its numbers where it is a quantity. */
export interface Explaining extends Coded {
  readonly numbers: Float64Array | undefined;
}

const FOLDS = 4;
/** Leaves that quantities are cut into, at their quantiles. */
const LEAVES = 32;
const FOLD_SEED = 0x5eed;
/** Fewer pairs than this are not judged. */
const LEAST = 40;

/** How well classes are predicted by one column: Goodman and Kruskal's lambda, cross-validated. `undefined` where there is too little to learn. */
export function powerOverClasses(explaining: Explaining, classes: Coded): PredictivePower | undefined {
  const rows = rowsOf(explaining, i => (classes.codes[i] ?? -1) >= 0);
  const n = rows.length;
  if (n < LEAST) return undefined;
  const [hits, commonest] = foldsOf(rows).reduce(([right, usual], fold) => {
    const { leaves, leafOf } = grow(explaining, fold.training);
    const fallback = modeOf(fold.training, classes, () => 0, 1)[0] ?? -1;
    const modes = modeOf(fold.training, classes, leafOf, leaves);
    const guess = (i: number): number => (modes[leafOf(i)] ?? -1) < 0 ? fallback : modes[leafOf(i)] ?? fallback;
    return [right + count(fold.test, i => guess(i) === classes.codes[i]), usual + count(fold.test, i => fallback === classes.codes[i])];
  }, [0, 0]);
  const [accuracy, baseline] = [hits / n, commonest / n];
  return baseline === 1 ? undefined : { score: Math.max(0, (accuracy - baseline) / (1 - baseline)), accuracy, baseline, n, of: 'classes' };
}

/** How well a quantity is predicted by one column: how much of the mean absolute error of the median it takes away, cross-validated. */
export function powerOverQuantity(explaining: Explaining, quantity: Float64Array): PredictivePower | undefined {
  const rows = rowsOf(explaining, i => Number.isFinite(quantity[i] ?? NaN));
  const n = rows.length;
  if (n < LEAST) return undefined;
  const [error, usual] = foldsOf(rows).reduce(([sum, base], fold) => {
    const { leaves, leafOf } = grow(explaining, fold.training);
    const middle = median(Float64Array.from(fold.training, i => quantity[i] ?? 0));
    const medians = mediansOf(fold.training, quantity, leafOf, leaves);
    const miss = (i: number, guess: number | undefined): number => Math.abs((quantity[i] ?? 0) - (guess ?? middle));
    return [sum + total(fold.test, i => miss(i, medians[leafOf(i)])), base + total(fold.test, i => miss(i, middle))];
  }, [0, 0]);
  if (usual === 0) return undefined;
  const score = Math.max(0, 1 - error / usual);
  return { score, accuracy: score, baseline: 0, n, of: 'quantity' };
}

function rowsOf({ codes, numbers }: Explaining, hasOther: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(codes.length);
  let n = 0;
  for (let i = 0; i < codes.length; i++) if ((numbers ? Number.isFinite(numbers[i] ?? NaN) : (codes[i] ?? -1) >= 0) && hasOther(i)) rows[n++] = i;
  return rows.subarray(0, n);
}

interface Fold {
  readonly training: Uint32Array;
  readonly test: Uint32Array;
}

/** Rows go to folds by a hash of their place, so that the order of the file does not. */
const foldsOf = (rows: Uint32Array): readonly Fold[] => Array.from({ length: FOLDS }, (_, fold) => ({
  training: rows.filter(i => mix(i, FOLD_SEED) % FOLDS !== fold),
  test: rows.filter(i => mix(i, FOLD_SEED) % FOLDS === fold),
}));

interface Tree {
  readonly leaves: number;
  /** Leaf of a row; may have had no row in training. */
  leafOf(row: number): number;
}

/** One leaf a category, or one a stretch between quantiles of the training rows. */
function grow({ codes, levels, numbers }: Explaining, training: Uint32Array): Tree {
  if (!numbers) return { leaves: levels, leafOf: i => codes[i] ?? -1 };
  const sorted = Float64Array.from(training, i => numbers[i] ?? 0).sort();
  const cuts = [...new Set(Array.from({ length: LEAVES - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / LEAVES)] ?? 0))];
  return { leaves: cuts.length + 1, leafOf: i => below(cuts, numbers[i] ?? 0) };
}

/** How many cuts are at or below a number. */
function below(cuts: readonly number[], number: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Commonest class of each leaf, the first where two are equally common; -1 for leaves without rows. */
function modeOf(rows: Uint32Array, { codes, levels }: Coded, leafOf: (row: number) => number, leaves: number): Int32Array {
  const counts = new Map<number, number>();
  const modes = new Int32Array(leaves).fill(-1);
  const best = new Uint32Array(leaves);
  for (const i of rows) {
    const [leaf, code] = [leafOf(i), codes[i] ?? -1];
    const times = (counts.get(leaf * levels + code) ?? 0) + 1;
    counts.set(leaf * levels + code, times);
    if (times > (best[leaf] ?? 0)) {
      best[leaf] = times;
      modes[leaf] = code;
    }
  }
  return modes;
}

function mediansOf(rows: Uint32Array, quantity: Float64Array, leafOf: (row: number) => number, leaves: number): readonly (number | undefined)[] {
  const byLeaf = Array.from({ length: leaves }, (): number[] => []);
  for (const i of rows) byLeaf[leafOf(i)]?.push(quantity[i] ?? 0);
  return byLeaf.map(values => (values.length > 0 ? median(Float64Array.from(values)) : undefined));
}

function median(values: Float64Array): number {
  const sorted = values.sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] ?? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function count(rows: Uint32Array, holds: (row: number) => boolean): number {
  let found = 0;
  for (const i of rows) if (holds(i)) found++;
  return found;
}

function total(rows: Uint32Array, of: (row: number) => number): number {
  let sum = 0;
  for (const i of rows) sum += of(i);
  return sum;
}
