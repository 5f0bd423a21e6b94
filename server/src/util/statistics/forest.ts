import type { IsolationForest } from '../../core/forest.ts';
import { seeded } from '../mix.ts';

const TREES = 100;
/** Rows each tree is grown on. */
const SUBSAMPLE = 256;
const DEPTH = Math.ceil(Math.log2(SUBSAMPLE));
const SEED = 0xf0_4e57;

/**
 * Grows a forest on columns of numbers of equal length, NaN where there is none. The same numbers give the same forest. `undefined` where there are
 * fewer than two rows or none of the columns varies.
 */
export function growForest(columns: readonly number[], numbers: readonly Float64Array[]): IsolationForest | undefined {
  const rows = numbers[0]?.length ?? 0;
  const medians = Float64Array.from(numbers, medianOf);
  const filled = numbers.map((column, i) => column.map(number => (Number.isFinite(number) ? number : medians[i] ?? 0)));
  if (rows < 2 || filled.every(column => column.every(number => number === column[0]))) return undefined;
  const nodes = new Nodes();
  const random = seeded(SEED);
  const size = Math.min(SUBSAMPLE, rows);
  const roots = Array.from({ length: TREES }, () => {
    const root = nodes.add();
    growTree(root, { rows: draw(rows, size, random), depth: 0 }, filled, nodes, random);
    return root;
  });
  return { columns, medians, roots: Int32Array.from(roots), usual: usualPath(size), ...nodes.arrays() };
}

/** Anomaly score of one row in (0, 1]: near 1 strange, well below 0.5 usual. Cells without a number count as the median. */
export function scoreRow({ roots, features, splits, lefts, medians, usual }: IsolationForest, row: Float64Array): number {
  let length = 0;
  for (let root of roots) {
    for (let feature = features[root] ?? -1; feature >= 0; feature = features[root] ?? -1) {
      const number = row[feature] ?? NaN;
      const known = Number.isFinite(number) ? number : medians[feature] ?? 0;
      root = (lefts[root] ?? 0) + (known < (splits[root] ?? 0) ? 0 : 1);
    }
    length += splits[root] ?? 0;
  }
  return 2 ** (-length / roots.length / usual);
}

/** Mean length of the path of an unsuccessful search in a binary search tree of `n` keys: c(n) of the paper. */
export function usualPath(n: number): number {
  if (n <= 1) return 0;
  return n === 2 ? 1 : 2 * (Math.log(n - 1) + EULER) - (2 * (n - 1)) / n;
}
const EULER = 0.5772156649015329;

/** Grows in number; becomes arrays when all are there. */
class Nodes {
  readonly #features: number[] = [];
  readonly #splits: number[] = [];
  readonly #lefts: number[] = [];

  add(): number {
    this.#splits.push(0);
    this.#lefts.push(0);
    return this.#features.push(-1) - 1;
  }

  leaf(node: number, path: number): void {
    this.#splits[node] = path;
  }

  /** Makes an inner node of a leaf; returns its left child, which the right one follows. */
  cut(node: number, feature: number, split: number): number {
    const left = this.add();
    this.add();
    this.#features[node] = feature;
    this.#splits[node] = split;
    this.#lefts[node] = left;
    return left;
  }

  arrays(): Pick<IsolationForest, 'features' | 'splits' | 'lefts'> {
    return { features: Int16Array.from(this.#features), splits: Float64Array.from(this.#splits), lefts: Int32Array.from(this.#lefts) };
  }
}

interface Part {
  readonly rows: Uint32Array;
  readonly depth: number;
}

function growTree(node: number, { rows, depth }: Part, columns: readonly Float64Array[], nodes: Nodes, random: () => number): void {
  const varying = depth < DEPTH && rows.length > 1 ? varyingOf(rows, columns) : [];
  const chosen = varying[Math.floor(random() * varying.length)];
  if (!chosen) return nodes.leaf(node, depth + usualPath(rows.length));
  const { column, low, high } = chosen;
  const split = low + random() * (high - low) || high;
  const isBelow = (row: number): boolean => (columns[column]?.[row] ?? 0) < split;
  const left = nodes.cut(node, column, split);
  growTree(left, { rows: rows.filter(isBelow), depth: depth + 1 }, columns, nodes, random);
  growTree(left + 1, { rows: rows.filter(row => !isBelow(row)), depth: depth + 1 }, columns, nodes, random);
}

interface Extent {
  readonly column: number;
  readonly low: number;
  readonly high: number;
}

function varyingOf(rows: Uint32Array, columns: readonly Float64Array[]): readonly Extent[] {
  return columns.flatMap((numbers, column) => {
    let [low, high] = [Infinity, -Infinity];
    for (const row of rows) {
      const number = numbers[row] ?? 0;
      if (number < low) low = number;
      if (number > high) high = number;
    }
    return low < high ? [{ column, low, high }] : [];
  });
}

/** Different rows below `limit`, drawn without order (Floyd). */
function draw(limit: number, wanted: number, random: () => number): Uint32Array {
  const drawn = new Set<number>();
  for (let next = limit - wanted; next < limit; next++) {
    const candidate = Math.floor(random() * (next + 1));
    drawn.add(drawn.has(candidate) ? next : candidate);
  }
  return Uint32Array.from(drawn);
}

function medianOf(numbers: Float64Array): number {
  const sorted = numbers.filter(number => Number.isFinite(number)).sort();
  return sorted[sorted.length >> 1] ?? 0;
}
