import type { Ops } from '../network/ops.ts';
import type { Value } from './graph.ts';
import type { Maker } from './maker.ts';
import type { Tracked } from './tape.ts';

type Shapes = Pick<Ops<Tracked>, 'reshape' | 'transpose' | 'split' | 'sum' | 'lookUp'> & {
  /** The same with channels last, where it is a picture that lies channel by channel. */
  plain(x: Tracked): Tracked;
};

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Operations that move numbers about, and sums. */
export function createShapes(maker: Maker): Shapes {
  const { graph, track } = maker;
  const reshaped = (x: Value, shape: readonly number[]): Value => graph.node('Reshape', [x, graph.integers(shape)], shape);
  const plain = (x: Tracked): Tracked => (x.planes ? transposed(maker, x, [0, 2, 3, 1]) : x);
  return {
    plain,
    reshape(given, shape) {
      const x = plain(given);
      return track(reshaped(x.value, shape), [x], (slope, give) => give(x, reshaped(slope, x.value.shape)));
    },
    transpose: (x, order) => transposed(maker, plain(x), order),
    split: (x, parts, axis) => split(maker, plain(x), parts, axis),
    sum(given, axes, keep = false) {
      const x = plain(given);
      const kept = x.value.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
      const shape = keep ? kept : x.value.shape.filter((_, axis) => !axes.includes(axis));
      const sum = graph.node('ReduceSum', [x.value, graph.integers(axes)], shape, { keepdims: keep ? 1 : 0 });
      return track(sum, [x], (slope, give) => {
        const high = keep ? slope : reshaped(slope, kept);
        give(x, graph.node('Expand', [high, graph.integers(x.value.shape)], x.value.shape));
      });
    },
    lookUp(table, ids) {
      const [, width = 0] = table.value.shape;
      const numbers = graph.node('Cast', [ids.value], ids.value.shape, { to: INT64 });
      return track(graph.node('Gather', [table.value, numbers], [...ids.value.shape, width]), [table], (slope, give) => {
        const rows = sizeOf(ids.value.shape);
        const zeros = graph.numbers(new Float32Array(sizeOf(table.value.shape)), table.value.shape);
        give(table, graph.node('ScatterND', [zeros, reshaped(numbers, [rows, 1]), reshaped(slope, [rows, width])], table.value.shape, { reduction: 'add' }));
      });
    },
  };
}

const INT64 = 7;

/** The axes in another order; `planes` says how the result lies. */
export function transposed({ graph, track }: Maker, x: Tracked, order: readonly number[], planes = false): Tracked {
  const back = order.map((_, axis) => order.indexOf(axis));
  const value = graph.node('Transpose', [x.value], order.map(axis => x.value.shape[axis] ?? 0), { perm: order });
  return track(value, [x], (slope, give) => give(x, graph.node('Transpose', [slope], x.value.shape, { perm: back })), planes);
}

/** Parts of equal size. Their slopes are put together again when the way back has passed all of them. */
function split({ graph, track }: Maker, x: Tracked, parts: number, axis: number): readonly Tracked[] {
  const shape = x.value.shape.map((size, at) => (at === axis ? size / parts : size));
  const slopes: (Value | undefined)[] = Array.from({ length: parts }, () => undefined);
  const whole = track(x.value, [x], (_slope, give) => {
    const zeros = graph.numbers(new Float32Array(sizeOf(shape)), shape);
    give(x, graph.node('Concat', slopes.map(slope => slope ?? zeros), x.value.shape, { axis }));
  });
  const sizes = graph.integers(Array.from({ length: parts }, () => shape[axis] ?? 0));
  return graph.nodes('Split', [x.value, sizes], slopes.map(() => shape), { axis }).map((value, i) => track(value, [x], (slope, give) => {
    // The first that comes marks the whole as reached.
    if (slopes.every(each => each === undefined)) give(whole, slope);
    slopes[i] = slope;
  }));
}
