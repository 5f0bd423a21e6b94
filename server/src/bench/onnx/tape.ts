import type { Graph, Value } from './graph.ts';

/** A value of a forward pass, with what is needed to go back from it. */
export interface Tracked {
  readonly value: Value;
  /** Pictures lie channel by channel, as ONNX computes them; everybody else sees the channels last. */
  readonly planes: boolean;
  /** Place in the order of computing; the way back goes in the opposite one. */
  readonly order: number;
  /** Whether it depends on a weight. */
  readonly learns: boolean;
  /** Passes a slope on to what it was computed of. Left out for weights and constants. */
  readonly back?: (slope: Value, give: Give) => void;
}

/** Hands a slope to a value. */
export interface Give {
  (to: Tracked, slope: Value): void;
  /** The product of a transposed matrix with another, which is added to others of its kind by one product of taller matrices. */
  product(to: Tracked, left: Value, right: Value): void;
}

/** Slopes of a number by some weights, by reverse accumulation. A weight on which it does not depend has none. */
export function slopesOf(graph: Graph, loss: Tracked, weights: readonly Tracked[]): readonly (Value | undefined)[] {
  const slopes = new Map<Tracked, Value>();
  const products = new Map<Tracked, { readonly left: Value; readonly right: Value }[]>();
  const open = new Map<number, Tracked>();
  const give: Give = Object.assign((to: Tracked, slope: Value): void => {
    if (!to.learns) return;
    const before = slopes.get(to);
    slopes.set(to, before ? graph.node('Add', [before, slope], slope.shape) : slope);
    open.set(to.order, to);
  }, {
    product(to: Tracked, left: Value, right: Value): void {
      if (to.back) return give(to, transposedProduct(graph, left, right));
      products.set(to, [...(products.get(to) ?? []), { left, right }]);
    },
  });
  give(loss, graph.numbers(Float32Array.of(1), loss.value.shape));
  for (let order = loss.order; order >= 0; order--) {
    const at = open.get(order);
    const slope = at && slopes.get(at);
    if (at && slope) at.back?.(slope, give);
  }
  for (const [to, pairs] of products) give(to, transposedProduct(graph, stacked(graph, pairs.map(({ left }) => left)), stacked(graph, pairs.map(({ right }) => right))));
  return weights.map(weight => slopes.get(weight));
}

const transposedProduct = (graph: Graph, left: Value, right: Value): Value => graph.node('Gemm', [left, right], [left.shape[1] ?? 0, right.shape[1] ?? 0], { transA: 1 });

function stacked(graph: Graph, parts: readonly Value[]): Value {
  const [first, ...rest] = parts;
  if (!first) throw new Error('nothing to stack');
  if (rest.length === 0) return first;
  return graph.node('Concat', parts, [parts.reduce((sum, { shape }) => sum + (shape[0] ?? 0), 0), ...first.shape.slice(1)], { axis: 0 });
}
