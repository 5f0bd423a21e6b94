import type { PredictivePower } from '../../core/sample.ts';
import type { InParts } from '../inParts.ts';
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
export function* powerOverClasses(explaining: Explaining, classes: Coded): InParts<PredictivePower | undefined> {
  const rows = rowsOf(explaining, i => (classes.codes[i] ?? -1) >= 0);
  const n = rows.length;
  if (n < LEAST) return undefined;
  const codes = pick(classes.codes, rows, new Int32Array(n));
  let [hits, commonest] = [0, 0];
  for (const { trains, tree } of foldsOf(rows, explaining)) {
    const [fallback = -1] = modesOf(trains, codes, classes.levels, ROOT);
    const modes = modesOf(trains, codes, classes.levels, tree);
    for (let at = 0; at < n; at++) {
      if (trains[at] === 1) continue;
      const mode = modes[tree.leafOf[at] ?? -1] ?? -1;
      if ((mode < 0 ? fallback : mode) === codes[at]) hits++;
      if (fallback === codes[at]) commonest++;
    }
    yield;
  }
  const [accuracy, baseline] = [hits / n, commonest / n];
  return baseline === 1 ? undefined : { score: Math.max(0, (accuracy - baseline) / (1 - baseline)), accuracy, baseline, n, of: 'classes' };
}

/** How well a quantity is predicted by one column: how much of the mean absolute error of the median it takes away, cross-validated. */
export function* powerOverQuantity(explaining: Explaining, quantity: Float64Array): InParts<PredictivePower | undefined> {
  const rows = rowsOf(explaining, i => Number.isFinite(quantity[i] ?? NaN));
  const n = rows.length;
  if (n < LEAST) return undefined;
  const values = pick(quantity, rows, new Float64Array(n));
  let [error, usual] = [0, 0];
  for (const { trains, tree } of foldsOf(rows, explaining)) {
    const [middle = 0] = mediansOf(trains, values, ROOT);
    const medians = mediansOf(trains, values, tree);
    let [missed, base] = [0, 0];
    for (let at = 0; at < n; at++) {
      if (trains[at] === 1) continue;
      const value = values[at] ?? 0;
      missed += Math.abs(value - (medians[tree.leafOf[at] ?? -1] ?? middle));
      base += Math.abs(value - middle);
    }
    [error, usual] = [error + missed, usual + base];
    yield;
  }
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

/** The entries of some rows. A loop, because `from` of typed arrays goes through an iterator. */
function pick<T extends Int32Array | Float64Array>(entries: T, rows: Uint32Array, into: T): T {
  for (let at = 0; at < rows.length; at++) into[at] = entries[rows[at] ?? 0] ?? 0;
  return into;
}

/** Which of the rows that are looked at train, by position, and what grew on them. */
interface Fold {
  /** 1 where the row trains, 0 where it tests. */
  readonly trains: Uint8Array;
  readonly tree: Tree;
}

/** Rows go to folds by a hash of their place, so that the order of the file does not. */
function* foldsOf(rows: Uint32Array, explaining: Explaining): Iterable<Fold> {
  const folds = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) folds[at] = mix(rows[at] ?? 0, FOLD_SEED) % FOLDS;
  const numbers = explaining.numbers && pick(explaining.numbers, rows, new Float64Array(rows.length));
  const categories: Tree = { leaves: explaining.levels, leafOf: pick(explaining.codes, rows, new Int32Array(rows.length)) };
  for (let fold = 0; fold < FOLDS; fold++) {
    const trains = new Uint8Array(rows.length);
    for (let at = 0; at < rows.length; at++) trains[at] = folds[at] === fold ? 0 : 1;
    yield { trains, tree: numbers ? grow(numbers, trains) : categories };
  }
}

/** Leaves of a tree of one level; some may have no row that trains. */
interface Tree {
  readonly leaves: number;
  /** By position. */
  readonly leafOf: Int32Array;
}

/** Stands for no tree at all: all rows are in one leaf. */
const ROOT: Tree | undefined = undefined;

/** One leaf a stretch between quantiles of the rows that train. */
function grow(numbers: Float64Array, trains: Uint8Array): Tree {
  const training = new Float64Array(numbers.length);
  let n = 0;
  let ascends = true;
  for (let at = 0, last = -Infinity; at < numbers.length; at++) {
    if (trains[at] !== 1) continue;
    const number = numbers[at] ?? 0;
    ascends &&= last <= number;
    training[n++] = last = number;
  }
  // Numbers of rows mostly are in order already.
  const sorted = ascends ? training.subarray(0, n) : training.subarray(0, n).sort();
  const cuts = Float64Array.from(new Set(Array.from({ length: LEAVES - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / LEAVES)] ?? 0)));
  const leafOf = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) leafOf[at] = below(cuts, numbers[at] ?? 0);
  return { leaves: cuts.length + 1, leafOf };
}

/** How many cuts are at or below a number. */
function below(cuts: Float64Array, number: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts of leaf and class that fit into one array; beyond that they are few of very many. */
const MOST_COUNTED = 1 << 18;

/** Commonest class of each leaf, the first to be as common where two are equally so; -1 for leaves without rows. */
function modesOf(trains: Uint8Array, codes: Int32Array, levels: number, tree: Tree | undefined): Int32Array {
  const leaves = tree?.leaves ?? 1;
  const times = leaves * levels <= MOST_COUNTED ? new CountArray(leaves * levels) : new CountMap();
  const modes = new Int32Array(leaves).fill(-1);
  const best = new Uint32Array(leaves);
  for (let at = 0; at < codes.length; at++) {
    if (trains[at] !== 1) continue;
    const [leaf, code] = [tree?.leafOf[at] ?? 0, codes[at] ?? -1];
    const count = times.more(leaf * levels + code);
    if (count > (best[leaf] ?? 0)) {
      best[leaf] = count;
      modes[leaf] = code;
    }
  }
  return modes;
}

class CountArray {
  readonly #counts: Uint32Array;

  constructor(size: number) {
    this.#counts = new Uint32Array(size);
  }

  more(key: number): number {
    return (this.#counts[key] = (this.#counts[key] ?? 0) + 1);
  }
}

class CountMap {
  readonly #counts = new Map<number, number>();

  more(key: number): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }
}

/** Median of each leaf over the rows that train; `undefined` for leaves without any. */
function mediansOf(trains: Uint8Array, values: Float64Array, tree: Tree | undefined): readonly (number | undefined)[] {
  const ends = new Uint32Array((tree?.leaves ?? 1) + 1);
  for (let at = 0; at < values.length; at++) if (trains[at] === 1) ends[(tree?.leafOf[at] ?? 0) + 1] = (ends[(tree?.leafOf[at] ?? 0) + 1] ?? 0) + 1;
  for (let leaf = 1; leaf < ends.length; leaf++) ends[leaf] = (ends[leaf] ?? 0) + (ends[leaf - 1] ?? 0);
  const [byLeaf, next] = [new Float64Array(ends.at(-1) ?? 0), ends.slice()];
  for (let at = 0; at < values.length; at++) {
    if (trains[at] !== 1) continue;
    const leaf = tree?.leafOf[at] ?? 0;
    const slot = next[leaf] ?? 0;
    byLeaf[slot] = values[at] ?? 0;
    next[leaf] = slot + 1;
  }
  return Array.from({ length: ends.length - 1 }, (_, leaf) => medianOf(byLeaf.subarray(ends[leaf], ends[leaf + 1])));
}

function medianOf(values: Float64Array): number | undefined {
  const sorted = values.sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
