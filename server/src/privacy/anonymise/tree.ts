import type { Levels } from '../../core/transform.ts';
import type { Group } from './demand.ts';
import { ANY, codesIn, type Cut, type Dimension } from './dimension.ts';

/**
 * The values of a column and the more general ones above them. Level 0 are the values, the highest level is one value for all. Missing values stand by
 * themselves below the highest level.
 */
export interface Tree {
  /** Number of levels. */
  readonly height: number;
  /** For each level the node of each code, as a number. */
  readonly nodes: readonly Uint32Array[];
  /** For each level what the nodes are called. */
  readonly labels: readonly (readonly string[])[];
  /** For each level the share of the other values a node may stand for, in [0, 1] (Iyengar 2002): (values below - 1) / (values - 1). */
  readonly losses: readonly Float64Array[];
}

export function treeOf(texts: readonly string[], levels: Levels): Tree {
  const [first = []] = levels.values();
  const above = first.map((_, i) => texts.map(text => levels.get(text)?.[i] ?? ANY));
  // The texts of a hierarchy may agree above though they differ below; a node is what it is called and all that is above it.
  const paths = [texts, ...above].map((_, level, all) => texts.map((_, i) => all.slice(level).map(row => row[i]).join('\u0000')));
  const leaves = [...levels.keys()];
  const leafPaths = (level: number): readonly string[] => leaves.map(leaf => [leaf, ...(levels.get(leaf) ?? [])].slice(level).join('\u0000'));
  const named = paths.map((row, level) => numbered(row, leafPaths(level), [texts, ...above][level] ?? [], leaves.length));
  const root = { nodes: new Uint32Array(texts.length + 1), labels: [ANY], losses: new Float64Array([1]) };
  const last = named.at(-1);
  const own = last && last.labels.length === 2 && last.labels[1] === ANY && !leaves.includes(ANY) ? named.slice(0, -1) : named;
  const all = [...own, root];
  return { height: all.length, nodes: all.map(one => one.nodes), labels: all.map(one => one.labels), losses: all.map(one => one.losses) };
}

interface NumberedLevel {
  readonly nodes: Uint32Array;
  readonly labels: readonly string[];
  readonly losses: Float64Array;
}

/** Nodes of one level in the order their values stand in; node 0 is that of missing values. */
function numbered(paths: readonly string[], leafPaths: readonly string[], labels: readonly string[], leaves: number): NumberedLevel {
  const numbers = new Map<string, number>();
  const names = [''];
  const nodes = new Uint32Array(paths.length + 1);
  paths.forEach((path, i) => {
    let node = numbers.get(path);
    if (node === undefined) {
      node = names.push(labels[i] ?? '') - 1;
      numbers.set(path, node);
    }
    nodes[i + 1] = node;
  });
  const below = new Float64Array(names.length);
  for (const path of leafPaths) {
    const node = numbers.get(path);
    if (node !== undefined) below[node] = (below[node] ?? 0) + 1;
  }
  return { nodes, labels: names, losses: below.map(count => (leaves < 2 ? 0 : Math.max(0, count - 1) / (leaves - 1))) };
}

/** A dimension by a hierarchy: a group is cut into the values below the one that covers it (LeFevre et al. 2006, section 3). */
export class Branching implements Dimension {
  readonly #tree: Tree;
  readonly #codes: Uint32Array;

  constructor(tree: Tree, codes: Uint32Array) {
    this.#tree = tree;
    this.#codes = codes;
  }

  width(group: Group): number {
    const { level, node } = this.#cover(group);
    return level === 0 ? 0 : this.#tree.losses[level]?.[node] ?? 0;
  }

  * cuts(group: Group): Iterable<Cut> {
    const { level } = this.#cover(group);
    if (level === 0) return;
    const below = this.#tree.nodes[level - 1] ?? new Uint32Array();
    const parts = new Map<number, number>();
    for (const code of codesIn(this.#codes, group)) {
      const node = below[code] ?? 0;
      if (!parts.has(node)) parts.set(node, parts.size);
    }
    yield { parts: parts.size, partOf: code => parts.get(below[code] ?? 0) ?? 0 };
  }

  text(group: Group): string {
    const { level, node } = this.#cover(group);
    return this.#tree.labels[level]?.[node] ?? ANY;
  }

  /** The lowest level at which all of the group is one value. */
  #cover(group: Group): { readonly level: number; readonly node: number } {
    const codes = [...codesIn(this.#codes, group)];
    for (let level = 0; level < this.#tree.height; level++) {
      const nodes = this.#tree.nodes[level] ?? new Uint32Array();
      const node = nodes[codes[0] ?? 0] ?? 0;
      if (codes.every(code => nodes[code] === node)) return { level, node };
    }
    return { level: this.#tree.height - 1, node: 0 };
  }
}
