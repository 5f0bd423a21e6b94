import type { Classes, MissingRule } from './classes.ts';
import { forEachClass, overall, type Sensitive } from './groups.ts';

/** A tree over the values of a column: each leaf stands for a code, and all leaves may lie at any depth. */
export interface Hierarchy {
  /** The code of a leaf; left out for inner nodes. */
  readonly code?: number;
  readonly children?: readonly Hierarchy[];
}

/** The tree of a value hierarchy: for each text the more general ones above it, finest first. Texts without a code are no leaves. */
export function treeOfLevels(levels: Readonly<Record<string, readonly string[]>>, codeOf: (text: string) => number): Hierarchy {
  const root: Branch = { children: new Map(), codes: [] };
  for (const [text, above] of Object.entries(levels)) {
    const code = codeOf(text);
    if (code === 0) continue;
    let node = root;
    for (const label of [...above].reverse()) {
      const next = node.children.get(label) ?? { children: new Map(), codes: [] };
      node.children.set(label, next);
      node = next;
    }
    node.codes.push(code);
  }
  return toHierarchy(root);
}

interface Branch {
  readonly children: Map<string, Branch>;
  readonly codes: number[];
}

function toHierarchy({ children, codes }: Branch): Hierarchy {
  const below = [...children.values()].map(toHierarchy);
  const [only] = below;
  // A level at which all values are one adds no distance.
  if (below.length === 1 && codes.length === 0 && only?.children) return only;
  return { children: [...below, ...codes.map(code => ({ code }))] };
}

/**
 * t-closeness by the hierarchical distance of the worst class: the sum over inner nodes of height(N) / H times the smaller of what its children have too
 * much and too little (Li et al. 2007, section 5). Values the tree does not hold are passed over.
 */
export function hierarchicalT(classes: Classes, sensitive: Sensitive, tree: Hierarchy, missing: MissingRule = 'own-category'): number {
  let greatest = 0;
  forEachHierarchicalT(classes, sensitive, tree, missing, distance => {
    greatest = Math.max(greatest, distance);
  });
  return greatest;
}

/** The same for each class. */
export function forEachHierarchicalT(
  classes: Classes, sensitive: Sensitive, tree: Hierarchy, missing: MissingRule, use: (distance: number, index: number) => void,
): void {
  const whole = overall(classes, sensitive, missing);
  const height = heightOf(tree);
  forEachClass(classes, sensitive, missing, ({ counts, total }, index) => {
    const extra = (code: number): number => (whole.counts[code] ?? 0) / whole.total - (counts[code] ?? 0) / total;
    use(costOf(tree, extra, height).cost, index);
  });
}

function heightOf({ children = [] }: Hierarchy): number {
  return children.reduce((most, child) => Math.max(most, 1 + heightOf(child)), 0);
}

function costOf(node: Hierarchy, extra: (code: number) => number, height: number): { readonly extra: number; readonly cost: number } {
  const own = node.code === undefined ? 0 : extra(node.code);
  let [positive, negative, cost] = [Math.max(0, own), Math.max(0, -own), 0];
  for (const child of node.children ?? []) {
    const below = costOf(child, extra, height);
    cost += below.cost;
    if (below.extra > 0) positive += below.extra;
    else negative -= below.extra;
  }
  if (node.children && height > 0) cost += (heightOf(node) / height) * Math.min(positive, negative);
  return { extra: positive - negative, cost };
}
