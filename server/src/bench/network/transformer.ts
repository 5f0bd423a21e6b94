import type { Layer } from '../../core/compute.ts';
import { meanOf, type Ops, square } from './ops.ts';
import type { LayerPlan } from './plan.ts';

/** One encoder layer (Vaswani et al. 2017): attention among all places, then a dense layer at each, normalised after each addition. */
export function transformer([length = 0, width = 0]: readonly number[], { heads, units }: Extract<Layer, { is: 'transformer' }>): LayerPlan {
  const kernel = (rows: number, columns: number) => ({ shape: [rows, columns], start: 'spread' }) as const;
  const [zero, one] = [{ shape: [width], start: 'zero' }, { shape: [width], start: 'one' }] as const;
  return {
    weights: [kernel(width, 3 * width), kernel(width, width), one, zero, kernel(width, units), { shape: [units], start: 'zero' }, kernel(units, width), zero, one, zero],
    shape: [length, width],
    apply(ops, x, [qkv, out, gain1, shift1, up, upBias, down, downBias, gain2, shift2]) {
      if (!qkv || !out || !gain1 || !shift1 || !up || !upBias || !down || !downBias || !gain2 || !shift2) return x;
      const seen = normalised(ops, ops.add(x, ops.matmul(attention(ops, ops.matmul(x, qkv), heads), out)), gain1, shift1);
      const thought = ops.add(ops.matmul(ops.relu(ops.add(ops.matmul(seen, up), upBias)), down), downBias);
      return normalised(ops, ops.add(seen, thought), gain2, shift2);
    },
  };
}

/** Scaled dot-product attention of several heads; `qkv` holds queries, keys and values side by side. */
function attention<T>(ops: Ops<T>, qkv: T, heads: number): T {
  const [rows = 0, length = 0, columns = 0] = ops.sizes(qkv);
  const width = columns / 3;
  const byHead = ops.split(qkv, 3, 2).map(part => ops.transpose(ops.reshape(part, [rows, length, heads, width / heads]), [0, 2, 1, 3]));
  const [queries, keys, values] = byHead;
  if (queries === undefined || keys === undefined || values === undefined) return qkv;
  const scores = ops.mul(ops.matmul(queries, keys, true), ops.constant(1 / Math.sqrt(width / heads)));
  return ops.reshape(ops.transpose(ops.matmul(ops.softmax(scores), values), [0, 2, 1, 3]), [rows, length, width]);
}

/** Layer normalisation over the last size (Ba et al. 2016). */
function normalised<T>(ops: Ops<T>, x: T, gain: T, shift: T): T {
  const last = [ops.sizes(x).length - 1];
  const centred = ops.sub(x, meanOf(ops, x, last, true));
  const deviation = ops.sqrt(ops.add(meanOf(ops, square(ops, centred), last, true), ops.constant(1e-5)));
  return ops.add(ops.mul(ops.div(centred, deviation), gain), shift);
}
