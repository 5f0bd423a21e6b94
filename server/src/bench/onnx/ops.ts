import type { Ops } from '../network/ops.ts';
import type { Graph, Value } from './graph.ts';
import type { Maker } from './maker.ts';
import { createPictures } from './pictures.ts';
import { createProducts } from './products.ts';
import { createShapes } from './shapes.ts';
import type { Tracked } from './tape.ts';

/** Operations that write an ONNX graph, and with it the way back. */
export interface OnnxOps extends Ops<Tracked> {
  leaf(value: Value, learns: boolean): Tracked;
}

export function onnxOps(graph: Graph): OnnxOps {
  let order = 0;
  const leaf = (value: Value, learns: boolean): Tracked => ({ value, planes: false, order: order++, learns });
  const maker: Maker = {
    graph,
    track: (value, of, back, planes = false) => ({ value, planes, order: order++, learns: of.some(each => each.learns), back }),
    scalar: value => graph.numbers(Float32Array.of(value), []),
    each: (operator, ...inputs) => graph.node(operator, inputs, inputs.map(({ shape }) => shape).reduce(widest)),
    narrowed: (slope, shape) => narrowed(graph, slope, shape),
  };
  const [shapes, pictures] = [createShapes(maker), createPictures(maker)];
  const curve = curves(maker);
  return {
    leaf,
    sizes: x => (x.planes ? [0, 2, 3, 1].map(axis => x.value.shape[axis] ?? 0) : x.value.shape),
    constant: value => leaf(maker.scalar(value), false),
    ...arithmetic(maker, pictures.alike),
    ...curve,
    ...createProducts(maker, shapes.plain),
    ...shapes,
    ...pictures.ops,
  };
}

/** Sizes of two shapes aligned at the right, a size of 1 being repeated. */
function widest(a: readonly number[], b: readonly number[]): readonly number[] {
  const length = Math.max(a.length, b.length);
  const size = (shape: readonly number[], i: number): number => shape[shape.length - length + i] ?? 1;
  return Array.from({ length }, (_, i) => Math.max(size(a, i), size(b, i)));
}

function narrowed(graph: Graph, slope: Value, shape: readonly number[]): Value {
  const shift = slope.shape.length - shape.length;
  const axes = slope.shape.flatMap((size, axis) => ((shape[axis - shift] ?? 1) === 1 && (size > 1 || axis < shift) ? [axis] : []));
  if (axes.length === 0) return slope;
  const kept = slope.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const sum = graph.node('ReduceSum', [slope, graph.integers(axes)], kept, { keepdims: 1 });
  return shift === 0 ? sum : graph.node('Reshape', [sum, graph.integers(shape)], shape);
}

type Arithmetic = Pick<Ops<Tracked>, 'add' | 'sub' | 'mul' | 'div'>;

function arithmetic({ track, each, narrowed: narrow }: Maker, alike: (a: Tracked, b: Tracked) => readonly [Tracked, Tracked]): Arithmetic {
  type Slopes = (slope: Value, a: Value, b: Value) => readonly [Value, () => Value];
  const define = (operator: string, slopes: Slopes) => (left: Tracked, right: Tracked): Tracked => {
    const [a, b] = alike(left, right);
    return track(each(operator, a.value, b.value), [a, b], (slope, give) => {
      const [byA, byB] = slopes(slope, a.value, b.value);
      if (a.learns) give(a, narrow(byA, a.value.shape));
      if (b.learns) give(b, narrow(byB(), b.value.shape));
    }, a.planes || b.planes);
  };
  return {
    add: define('Add', slope => [slope, () => slope]),
    sub: define('Sub', slope => [slope, () => each('Neg', slope)]),
    mul: define('Mul', (slope, a, b) => [each('Mul', slope, b), () => each('Mul', slope, a)]),
    div: define('Div', (slope, a, b) => {
      const byA = each('Div', slope, b);
      return [byA, () => each('Neg', each('Div', each('Mul', byA, a), b))];
    }),
  };
}

type Curves = Pick<Ops<Tracked>, 'relu' | 'sigmoid' | 'tanh' | 'exp' | 'sqrt' | 'softplus'>;

/** Functions of one number. `slope` is given the result and the argument. */
function curves({ track, each, scalar }: Maker): Curves {
  const define = (operator: string, derivative: (slope: Value, y: Value, x: Value) => Value) => (x: Tracked): Tracked => {
    const y = each(operator, x.value);
    return track(y, [x], (slope, give) => give(x, derivative(slope, y, x.value)), x.planes);
  };
  const one = scalar(1);
  return {
    // 1 where the result is positive, 0 where it is 0.
    relu: define('Relu', (slope, y) => each('Mul', slope, each('Sign', y))),
    sigmoid: define('Sigmoid', (slope, y) => each('Mul', slope, each('Mul', y, each('Sub', one, y)))),
    tanh: define('Tanh', (slope, y) => each('Mul', slope, each('Sub', one, each('Mul', y, y)))),
    exp: define('Exp', (slope, y) => each('Mul', slope, y)),
    sqrt: define('Sqrt', (slope, y) => each('Div', each('Mul', slope, scalar(0.5)), y)),
    softplus: define('Softplus', (slope, _y, x) => each('Mul', slope, each('Sigmoid', x))),
  };
}
