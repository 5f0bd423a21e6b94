import type { Ops } from '../network/ops.ts';
import type { Value } from './graph.ts';
import type { Maker } from './maker.ts';
import { transposed } from './shapes.ts';
import type { Tracked } from './tape.ts';

interface Pictures {
  readonly ops: Pick<Ops<Tracked>, 'convolve' | 'maxPool'>;
  /** Two operands that lie the same way: a number for each channel stands where the channels do. */
  alike(a: Tracked, b: Tracked): readonly [Tracked, Tracked];
}

/** Operations on pictures. ONNX computes them channel by channel, so they stay that way until somebody needs them otherwise. */
export function createPictures(maker: Maker): Pictures {
  const { graph, track } = maker;
  const planar = (x: Tracked): Tracked => (x.planes ? x : transposed(maker, x, [0, 3, 1, 2], true));
  const perChannel = (x: Tracked): Tracked => {
    if (x.value.shape.length === 0) return x;
    if (x.value.shape.length > 1) return planar(x);
    const shape = [x.value.shape[0] ?? 0, 1, 1];
    const flat = x.value.shape;
    return track(graph.node('Reshape', [x.value, graph.integers(shape)], shape), [x], (slope, give) => give(x, graph.node('Reshape', [slope, graph.integers(flat)], flat)));
  };
  return {
    alike: (a, b) => (a.planes || b.planes ? [perChannel(a), perChannel(b)] : [a, b]),
    ops: {
      convolve: (x, filter) => convolve(maker, planar(x), transposed(maker, filter, [3, 2, 0, 1])),
      maxPool: (x, size) => maxPool(maker, planar(x), size),
    },
  };
}

function convolve({ graph, track }: Maker, x: Tracked, filter: Tracked): Tracked {
  const [batch = 0, , height = 0, width = 0] = x.value.shape;
  const [filters = 0, , size = 0] = filter.value.shape;
  // As TensorFlow has it, the odd pixel comes after.
  const [before, after] = [Math.floor((size - 1) / 2), Math.ceil((size - 1) / 2)];
  const pads = [before, before, after, after];
  const shape = [batch, filters, height, width];
  return track(graph.node('Conv', [x.value, filter.value], shape, { kernel_shape: [size, size], pads }), [x, filter], (slope, give) => {
    if (x.learns) give(x, graph.node('ConvTranspose', [slope, filter.value], x.value.shape, { kernel_shape: [size, size], pads }));
    if (filter.learns) give(filter, byFilter({ graph }, x.value, slope, { size, before, after }));
  }, true);
}

interface Taps {
  readonly size: number;
  readonly before: number;
  readonly after: number;
}

/** One product of matrices: the picture moved to every place of the filter, times the slope. A convolution with so large a filter is far slower. */
function byFilter({ graph }: Pick<Maker, 'graph'>, x: Value, slope: Value, { size, before, after }: Taps): Value {
  const [batch = 0, channels = 0, height = 0, width = 0] = x.shape;
  const [, filters = 0] = slope.shape;
  const pixels = batch * height * width;
  const perChannel = graph.node('Transpose', [x], [channels, batch, height, width], { perm: [1, 0, 2, 3] });
  const padded = graph.node('Pad', [perChannel, graph.integers([0, 0, before, before, 0, 0, after, after])], [channels, batch, height + size - 1, width + size - 1]);
  const moved = Array.from({ length: size * size }, (_, place) => {
    const [y, left] = [Math.floor(place / size), place % size];
    const part = graph.node('Slice', [padded, graph.integers([y, left]), graph.integers([y + height, left + width]), graph.integers([2, 3])], [channels, batch, height, width]);
    return graph.node('Reshape', [part, graph.integers([channels, pixels])], [channels, pixels]);
  });
  const columns = graph.node('Concat', moved, [size * size * channels, pixels], { axis: 0 });
  const rows = graph.node('Reshape', [
    graph.node('Transpose', [slope], [batch, height, width, filters], { perm: [0, 2, 3, 1] }), graph.integers([pixels, filters]),
  ], [pixels, filters]);
  const product = graph.node('MatMul', [columns, rows], [size * size * channels, filters]);
  const placed = graph.node('Reshape', [product, graph.integers([size, size, channels, filters])], [size, size, channels, filters]);
  return graph.node('Transpose', [placed], [filters, channels, size, size], { perm: [3, 2, 0, 1] });
}

/** The slope goes to the pixel that was the largest, the first of equal ones. */
function maxPool({ graph, track }: Maker, x: Tracked, size: number): Tracked {
  const [batch = 0, channels = 0, height = 0, width = 0] = x.value.shape;
  const shape = [batch, channels, Math.floor(height / size), Math.floor(width / size)];
  const window = { kernel_shape: [size, size], strides: [size, size] };
  const [largest, places] = graph.nodes('MaxPool', [x.value], [shape, shape], window);
  if (!largest || !places) throw new Error('MaxPool has two results');
  return track(largest, [x], (slope, give) => give(x, graph.node('MaxUnpool', [slope, places, graph.integers(x.value.shape)], x.value.shape, window)), true);
}
