import type { Ops } from '../network/ops.ts';
import type { Value } from './graph.ts';
import type { Maker } from './maker.ts';
import type { Tracked } from './tape.ts';

type Products = Pick<Ops<Tracked>, 'matmul' | 'softmax' | 'logSoftmax'>;

/** Products of matrices, and what is normalised over the last size. */
export function createProducts(maker: Maker, plain: (x: Tracked) => Tracked): Products {
  const { graph, track, each } = maker;
  const summed = (x: Value): Value => graph.node('ReduceSum', [x, graph.integers([x.shape.length - 1])], [...x.shape.slice(0, -1), 1], { keepdims: 1 });
  const define = (operator: string, derivative: (slope: Value, y: Value) => Value) => (given: Tracked): Tracked => {
    const x = plain(given);
    const y = graph.node(operator, [x.value], x.value.shape, { axis: x.value.shape.length - 1 });
    return track(y, [x], (slope, give) => give(x, derivative(slope, y)));
  };
  return {
    matmul(left, right, transposeB = false) {
      const [a, b] = [plain(left), plain(right)];
      return a.value.shape.length === b.value.shape.length && a.value.shape.length > 2 ? batched(maker, a, b, transposeB) : tall(maker, a, b, transposeB);
    },
    softmax: define('Softmax', (slope, y) => each('Mul', each('Sub', slope, summed(each('Mul', slope, y))), y)),
    logSoftmax: define('LogSoftmax', (slope, y) => each('Sub', slope, each('Mul', each('Exp', y), summed(slope)))),
  };
}

/** One matrix for all rows: whatever comes before the last size of `a` counts as rows. */
function tall({ graph, track }: Maker, a: Tracked, b: Tracked, transposeB: boolean): Tracked {
  const inner = a.value.shape.at(-1) ?? 0;
  const columns = b.value.shape[transposeB ? 0 : 1] ?? 0;
  const rows = a.value.shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const flat = (x: Value, width: number): Value => (x.shape.length === 2 ? x : graph.node('Reshape', [x, graph.integers([rows, width])], [rows, width]));
  const high = (x: Value, shape: readonly number[]): Value => (shape.length === 2 ? x : graph.node('Reshape', [x, graph.integers(shape)], shape));
  const matrix = flat(a.value, inner);
  const product = graph.node('Gemm', [matrix, b.value], [rows, columns], { transB: transposeB ? 1 : 0 });
  return track(high(product, [...a.value.shape.slice(0, -1), columns]), [a, b], (slope, give) => {
    const steep = flat(slope, columns);
    if (a.learns) give(a, high(graph.node('Gemm', [steep, b.value], [rows, inner], { transB: transposeB ? 0 : 1 }), a.value.shape));
    if (!b.learns) return;
    if (transposeB) give.product(b, steep, matrix);
    else give.product(b, matrix, steep);
  });
}

/** A matrix for each of a batch. */
function batched({ graph, track }: Maker, a: Tracked, b: Tracked, transposeB: boolean): Tracked {
  const lead = a.value.shape.slice(0, -2);
  const size = (x: Value, fromEnd: number): number => x.shape.at(-fromEnd) ?? 0;
  const turned = (x: Value): Value => {
    const axes = x.shape.map((_, axis) => axis);
    return graph.node('Transpose', [x], [...lead, size(x, 1), size(x, 2)], { perm: [...axes.slice(0, -2), ...axes.slice(-2).reverse()] });
  };
  const product = (x: Value, y: Value): Value => graph.node('MatMul', [x, y], [...lead, size(x, 2), size(y, 1)]);
  return track(product(a.value, transposeB ? turned(b.value) : b.value), [a, b], (slope, give) => {
    if (a.learns) give(a, product(slope, transposeB ? b.value : turned(b.value)));
    if (b.learns) give(b, transposeB ? product(turned(slope), a.value) : product(turned(a.value), slope));
  });
}
