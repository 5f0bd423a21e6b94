import type * as core from '@tensorflow/tfjs-core';
import type { Cell, Ops } from '../network/ops.ts';

type Tensor = core.Tensor;

/** What is needed of TensorFlow.js, whichever package brings it. */
export type Tf = Pick<typeof core, Used>;

type Used =
  | 'engine' | 'enableProdMode' | 'ready' | 'setBackend' | 'tensor' | 'tensor2d' | 'scalar' | 'tidy' | 'variable' | 'variableGrads' | 'train' | 'customGrad'
  | 'add' | 'sub' | 'mul' | 'div' | 'matMul' | 'relu' | 'sigmoid' | 'tanh' | 'exp' | 'sqrt' | 'softplus' | 'softmax' | 'logSoftmax' | 'sum' | 'reshape' | 'transpose'
  | 'split' | 'gather' | 'cast' | 'conv2d' | 'maxPool' | 'square' | 'stack';

/** A whole recurrent layer as one step of the tape. */
export type Recurrent = (cell: Cell, projected: Tensor, weights: readonly Tensor[]) => Tensor;

/** Operations of TensorFlow.js; derivatives come from its tape. */
export function tfjsOps(tf: Tf, recurrent?: Recurrent): Ops<Tensor> {
  return {
    sizes: x => x.shape,
    constant: value => tf.scalar(value),
    add: (a, b) => tf.add(a, b),
    sub: (a, b) => tf.sub(a, b),
    mul: (a, b) => tf.mul(a, b),
    div: (a, b) => tf.div(a, b),
    matmul: (a, b, transposeB) => matmul(tf, a, b, transposeB),
    relu: x => tf.relu(x),
    sigmoid: x => tf.sigmoid(x),
    tanh: x => tf.tanh(x),
    exp: x => tf.exp(x),
    sqrt: x => tf.sqrt(x),
    softplus: x => tf.softplus(x),
    softmax: x => tf.softmax(x),
    logSoftmax: x => tf.logSoftmax(x),
    sum: (x, axes, keep) => tf.sum(x, [...axes], keep),
    reshape: (x, sizes) => tf.reshape(x, [...sizes]),
    transpose: (x, order) => tf.transpose(x, [...order]),
    split: (x, parts, axis) => tf.split(x, parts, axis),
    lookUp: (table, ids) => tf.gather(table, tf.cast(ids, 'int32')),
    convolve: (x, filter) => tf.conv2d<core.Tensor4D>(rankFour(tf, x), rankFour(tf, filter), 1, 'same'),
    maxPool: (x, size) => tf.maxPool<core.Tensor4D>(rankFour(tf, x), size, size, 'valid'),
    ...(recurrent && { recurrent }),
  };
}

/** One matrix for all of a batch is one product of a taller matrix. */
function matmul(tf: Tf, a: Tensor, b: Tensor, transposeB = false): Tensor {
  if (a.shape.length === b.shape.length) return tf.matMul(a, b, false, transposeB);
  const tall = tf.reshape(a, [-1, a.shape.at(-1) ?? 0]);
  return tf.reshape(tf.matMul(tall, b, false, transposeB), [...a.shape.slice(0, -1), b.shape[transposeB ? 0 : 1] ?? 0]);
}

/** Types of pictures carry their rank; reshaping to what it is costs nothing. */
const rankFour = (tf: Tf, x: Tensor): core.Tensor4D => {
  const [a = 0, b = 0, c = 0, d = 0] = x.shape;
  return tf.reshape<core.Rank.R4>(x, [a, b, c, d]);
};
