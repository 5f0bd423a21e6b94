import { classesOf } from '../measures/classes.ts';
import type { Combinations, Demand, Group } from './demand.ts';
import { holdsFor, sizeOf } from './test.ts';
import type { Tree } from './tree.ts';

/** Nodes of a lattice that are searched at most: columns with fewer levels, or fewer columns, stay below it. */
export const MOST_NODES = 250_000;

/** A way to generalise all values of each column to one level, and the groups that come of it. */
export interface Generalisation {
  readonly levels: readonly number[];
  readonly groups: readonly Group[];
  /** By combination, 1 where its rows are left out. */
  readonly left: Uint8Array;
  readonly leftRows: number;
  /** Mean over all cells of the quasi-identifiers, in [0, 1]; cells of rows that are left out count 1. */
  readonly loss: number;
}

export const nodesOf = (trees: readonly Tree[]): number => trees.reduce((product, { height }) => product * height, 1);

/**
 * The full-domain generalisation with the least loss of all that keep what is demanded: `undefined` where none does. Which nodes of the lattice do is found
 * by binary search along greedy paths, each answer holding for all nodes above or below as far as the demand is monotone (Kohlmayer et al., Flash: efficient,
 * stable and optimal k-anonymity, 2012); of those, nodes are tried by what they lose without leaving rows out, which is the least they can lose, until
 * none can be better. Ties go to the first in order, so that the same table always gives the same result.
 */
export function leastLoss(combinations: Combinations, trees: readonly Tree[], demand: Demand): Generalisation | undefined {
  const search = new Search(combinations, trees, demand);
  const isMonotone = demand.suppression === 0 || (demand.diversity.length === 0 && demand.closeness.length === 0);
  if (isMonotone) search.tagAll();
  return search.best();
}

class Search {
  readonly #combinations: Combinations;
  readonly #trees: readonly Tree[];
  readonly #demand: Demand;
  /** How far apart in numbers neighbours along each column are. */
  readonly #steps: readonly number[];
  /** By column and level: the mean loss without rows that are left out. */
  readonly #losses: readonly (readonly number[])[];
  readonly #tried = new Map<number, Generalisation | undefined>();
  /** 0 unknown, 1 keeps the demand, 2 does not. */
  readonly #tags: Uint8Array;

  constructor(combinations: Combinations, trees: readonly Tree[], demand: Demand) {
    this.#combinations = combinations;
    this.#trees = trees;
    this.#demand = demand;
    let step = 1;
    this.#steps = trees.map(({ height }) => { const own = step; step *= height; return own; });
    this.#tags = new Uint8Array(step);
    this.#losses = trees.map((tree, column) => tree.losses.map((_, level) => meanLoss(tree, level, column, combinations)));
  }

  tagAll(): void {
    const order = Array.from(this.#tags.keys()).sort((a, b) => this.#heightOf(a) - this.#heightOf(b) || this.#least(a) - this.#least(b) || a - b);
    for (const node of order) if (this.#tags[node] === 0) this.#searchPath(this.#pathFrom(node));
  }

  best(): Generalisation | undefined {
    const least = Float64Array.from(this.#tags, (_, node) => this.#least(node));
    let best: Generalisation | undefined;
    for (const node of Array.from(this.#tags.keys()).sort((a, b) => (least[a] ?? 0) - (least[b] ?? 0) || a - b)) {
      if (best && (least[node] ?? 0) >= best.loss) break;
      const found = this.#tags[node] === 2 ? undefined : this.#try(node);
      if (found && (!best || found.loss < best.loss)) best = found;
    }
    return best;
  }

  /** Upwards through nodes of which nothing is known, along what loses least. */
  #pathFrom(node: number): readonly number[] {
    const path = [node];
    for (let at: number | undefined = node; at !== undefined;) {
      at = this.#above(at).filter(one => this.#tags[one] === 0).sort((a, b) => this.#least(a) - this.#least(b) || a - b)[0];
      if (at !== undefined) path.push(at);
    }
    return path;
  }

  #searchPath(path: readonly number[]): void {
    let [low, high] = [0, path.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const node = path[middle] ?? 0;
      const keeps = this.#try(node) !== undefined;
      this.#spread(node, keeps ? 1 : 2, keeps ? one => this.#above(one) : one => this.#below(one));
      if (keeps) high = middle - 1;
      else low = middle + 1;
    }
  }

  #spread(node: number, tag: 1 | 2, next: (node: number) => readonly number[]): void {
    const waiting = [node];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (this.#tags[at] === tag) continue;
      this.#tags[at] = tag;
      waiting.push(...next(at));
    }
  }

  #try(node: number): Generalisation | undefined {
    if (!this.#tried.has(node)) this.#tried.set(node, this.#generalise(this.#levelsOf(node)));
    return this.#tried.get(node);
  }

  #generalise(levels: readonly number[]): Generalisation | undefined {
    const { codes, count, weights, rows } = this.#combinations;
    const columns = codes.map((ofColumn, i) => {
      const nodes = this.#trees[i]?.nodes[levels[i] ?? 0] ?? new Uint32Array();
      return ofColumn.map(code => nodes[code] ?? 0);
    });
    const { order: members, starts, count: groupCount } = classesOf(columns, count);
    const groups = Array.from({ length: groupCount }, (_, i): Group => ({ members, from: starts[i] ?? 0, to: starts[i + 1] ?? 0 }));
    const kept = keptGroups(groups, this.#combinations, this.#demand);
    const leftRows = rows - kept.groups.reduce((sum, group) => sum + sizeOf(group, weights), 0);
    if (kept.groups.length === 0 || leftRows > this.#demand.suppression * rows + 1e-9) return undefined;
    return { levels, ...kept, leftRows, loss: this.#lossOf(levels, kept.left, leftRows) };
  }

  #lossOf(levels: readonly number[], left: Uint8Array, leftRows: number): number {
    const { codes, weights, rows, count } = this.#combinations;
    let sum = leftRows * codes.length;
    codes.forEach((ofColumn, i) => {
      const [nodes, losses] = [this.#trees[i]?.nodes[levels[i] ?? 0], this.#trees[i]?.losses[levels[i] ?? 0]];
      for (let one = 0; one < count; one++) if (left[one] === 0) sum += (weights[one] ?? 0) * (losses?.[nodes?.[ofColumn[one] ?? 0] ?? 0] ?? 0);
    });
    return sum / (rows * codes.length);
  }

  #levelsOf(node: number): readonly number[] {
    return this.#trees.map(({ height }, i) => Math.floor(node / (this.#steps[i] ?? 1)) % height);
  }

  #heightOf(node: number): number {
    return this.#levelsOf(node).reduce((sum, level) => sum + level, 0);
  }

  #least(node: number): number {
    return this.#levelsOf(node).reduce((sum, level, column) => sum + (this.#losses[column]?.[level] ?? 0), 0) / this.#trees.length;
  }

  #above(node: number): readonly number[] {
    return this.#levelsOf(node).flatMap((level, i) => (level + 1 < (this.#trees[i]?.height ?? 0) ? [node + (this.#steps[i] ?? 0)] : []));
  }

  #below(node: number): readonly number[] {
    return this.#levelsOf(node).flatMap((level, i) => (level > 0 ? [node - (this.#steps[i] ?? 0)] : []));
  }
}

function meanLoss({ nodes, losses }: Tree, level: number, column: number, { codes, weights, rows }: Combinations): number {
  let sum = 0;
  codes[column]?.forEach((code, i) => { sum += (weights[i] ?? 0) * (losses[level]?.[nodes[level]?.[code] ?? 0] ?? 0); });
  return rows === 0 ? 0 : sum / rows;
}

/** The groups that may stand, and which combinations are left out. Where shares of the whole table matter, leaving rows out changes them, so it is asked again. */
export function keptGroups(groups: readonly Group[], combinations: Combinations, demand: Demand): { readonly groups: readonly Group[]; readonly left: Uint8Array } {
  const left = new Uint8Array(combinations.count);
  let kept = groups;
  for (;;) {
    const holds = holdsFor(combinations, demand, one => left[one] === 1);
    const next = kept.filter(holds);
    if (next.length < kept.length) for (const { members, from, to } of kept.filter(group => !next.includes(group))) for (let i = from; i < to; i++) left[members[i] ?? 0] = 1;
    const isDone = next.length === kept.length || demand.closeness.length === 0;
    kept = next;
    if (isDone) return { groups: kept, left };
  }
}
