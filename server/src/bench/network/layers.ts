import type { Activation, Layer } from '../../core/compute.ts';
import { meanOf, type Ops, square } from './ops.ts';
import type { LayerPlan } from './plan.ts';
import { recurrent } from './recurrent.ts';
import { transformer } from './transformer.ts';

/** The plan of a layer that is given examples of a shape. `after`: an activation that pooling takes over from the layer before it. */
export function planOf(layer: Layer, shape: readonly number[], after: Activation = 'linear'): LayerPlan {
  const last = shape.at(-1) ?? 0;
  switch (layer.is) {
    case 'dense': return dense(shape, last, layer.units, layer.activation);
    case 'convolution': return convolution(shape, layer);
    case 'max-pool': return maxPool(shape, layer.size, after);
    case 'flatten': return flatten(shape);
    case 'embedding': return embedding(shape, layer);
    case 'position': return position(shape);
    case 'lstm': case 'gru': return recurrent(layer.is, shape, layer.units);
    case 'transformer': return transformer(shape, layer);
    case 'average': return { weights: [], shape: shape.slice(1), apply: (ops, x) => meanOf(ops, x, [1]) };
    case 'sample': return sample(last / 2);
  }
}

function activated<T>(ops: Ops<T>, activation: Activation, x: T): T {
  return activation === 'linear' ? x : ops[activation](x);
}

function dense(shape: readonly number[], inputs: number, units: number, activation: Activation): LayerPlan {
  return {
    weights: [{ shape: [inputs, units], start: 'spread' }, { shape: [units], start: 'zero' }],
    shape: [...shape.slice(0, -1), units],
    apply: (ops, x, [kernel, bias]) => (kernel === undefined || bias === undefined ? x : activated(ops, activation, ops.add(ops.matmul(x, kernel), bias))),
  };
}

function convolution([height = 0, width = 0, channels = 0]: readonly number[], { filters, size, activation }: Extract<Layer, { is: 'convolution' }>): LayerPlan {
  return {
    weights: [{ shape: [size, size, channels, filters], start: 'spread' }, { shape: [filters], start: 'zero' }],
    shape: [height, width, filters],
    apply: (ops, x, [filter, bias]) => (filter === undefined || bias === undefined ? x : activated(ops, activation, ops.add(ops.convolve(x, filter), bias))),
  };
}

function maxPool([height = 0, width = 0, channels = 0]: readonly number[], size: number, after: Activation): LayerPlan {
  return {
    weights: [],
    shape: [Math.floor(height / size), Math.floor(width / size), channels],
    apply: (ops, x) => activated(ops, after, ops.maxPool(x, size)),
  };
}

function flatten(shape: readonly number[]): LayerPlan {
  const count = shape.reduce((product, size) => product * size, 1);
  return { weights: [], shape: [count], apply: (ops, x) => ops.reshape(x, [ops.sizes(x)[0] ?? 0, count]) };
}

function embedding(shape: readonly number[], { vocabulary, units }: Extract<Layer, { is: 'embedding' }>): LayerPlan {
  return {
    weights: [{ shape: [vocabulary, units], start: 'small' }],
    shape: [...shape, units],
    apply: (ops, x, [table]) => (table === undefined ? x : ops.lookUp(table, x)),
  };
}

function position(shape: readonly number[]): LayerPlan {
  return { weights: [{ shape, start: 'small' }], shape, apply: (ops, x, [places]) => (places === undefined ? x : ops.add(x, places)) };
}

/** Draws from a normal distribution by scaling standard normal numbers, so that the gradient passes (Kingma and Welling 2014, section 2.4). */
function sample(units: number): LayerPlan {
  return {
    weights: [],
    shape: [units],
    apply(ops, x, _weights, { noise, penalise }) {
      const [mean, logVariance] = ops.split(x, 2, 1);
      if (mean === undefined || logVariance === undefined) return x;
      const variance = ops.exp(logVariance);
      const distance = ops.sub(ops.sub(ops.add(square(ops, mean), variance), logVariance), ops.constant(1));
      penalise(meanOf(ops, ops.mul(ops.sum(distance, [1]), ops.constant(0.5)), [0]));
      return noise === undefined ? mean : ops.add(mean, ops.mul(ops.sqrt(variance), noise));
    },
  };
}
