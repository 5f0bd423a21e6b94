import type { Classes, MissingRule } from './classes.ts';
import { forEachClass, overall, type Sensitive } from './groups.ts';

/** A tree over the values of a column: each leaf stands for a code, and all leaves may lie at any depth. */
export interface Hierarchy {
  /** The code of a leaf; left out for inner nodes. */
  readonly code?: number;
  readonly children?: readonly Hierarchy[];
}

/**
 * t-closeness by the hierarchical distance of the worst class: the sum over inner nodes of height(N) / H times the smaller of what its children have too
 * much and too little (Li et al. 2007, section 5). Values the tree does not hold are passed over.
 */
export function hierarchicalT(classes: Classes, sensitive: Sensitive, tree: Hierarchy, missing: MissingRule = 'own-category'): number {
  const whole = overall(classes, sensitive, missing);
  const height = heightOf(tree);
  let greatest = 0;
  forEachClass(classes, sensitive, missing, ({ counts, total }) => {
    const extra = (code: number): number => (whole.counts[code] ?? 0) / whole.total - (counts[code] ?? 0) / total;
    greatest = Math.max(greatest, costOf(tree, extra, height).cost);
  });
  return greatest;
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
