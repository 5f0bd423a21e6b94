import type { Layer, Network } from '../../core/compute.ts';
import { planOf } from './layers.ts';
import { meanOf, type Ops, square } from './ops.ts';
import type { Context, LayerPlan, WeightSpec } from './plan.ts';

/** Everything a network learns: its layers in order, then those of its critic. */
export const weightsOf = (network: Network): readonly WeightSpec[] => [...plansOf(network), ...criticOf(network)].flatMap(plan => plan.weights);

/** How many numbers a network learns. */
export const parameterCount = (network: Network): number => weightsOf(network).reduce((sum, { shape }) => sum + sizeOf(shape), 0);

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** Numbers of noise an example needs; 0 for networks that make no rows. */
export function noiseOf(network: Network): number {
  if (network.loss === 'adversarial') return sizeOf(network.shape);
  const sampled = network.layers.findIndex(layer => layer.is === 'sample');
  return sampled < 0 ? 0 : sizeOf(plansOf(network)[sampled]?.shape ?? []);
}

/** Columns of what a network gives. */
export const outputsOf = (network: Network): number => sizeOf(plansOf(network).at(-1)?.shape ?? network.shape);

/** Columns of what it is given to predict: noise where it makes rows. */
export const predictedFrom = (network: Network): number => noiseOf(network) || sizeOf(network.shape);

/** Tensors of a batch: `inputs` and `targets` as matrices, `noise` where the network needs it. */
export interface BatchOf<T> {
  readonly inputs: T;
  readonly targets: T;
  readonly noise: T | undefined;
}

/** A loss, and the weights that are moved to lessen it. */
export interface Objective {
  /** From and to which weight of `weightsOf`. */
  readonly from: number;
  readonly to: number;
  loss<T>(ops: Ops<T>, weights: readonly T[], batch: BatchOf<T>): T;
}

/** What one step of training lessens, one after the other. The loss of a step is their sum. */
export function objectivesOf(network: Network): readonly Objective[] {
  const all = weightsOf(network).length;
  if (!network.critic) return [{ from: 0, to: all, loss: (ops, weights, batch) => supervised(ops, network, weights, batch) }];
  const own = plansOf(network).flatMap(plan => plan.weights).length;
  const judge = <T>(ops: Ops<T>, weights: readonly T[], rows: T): T => through(ops, criticOf(network), rows, weights.slice(own), QUIET);
  const made = <T>(ops: Ops<T>, weights: readonly T[], noise: T): T => through(ops, plansOf(network), noise, weights, QUIET);
  // Goodfellow et al. 2014; the maker maximises the log of what the critic believes (section 3), which keeps gradients alive.
  return [
    {
      from: own, to: all,
      loss(ops, weights, { inputs, noise }) {
        const real = ops.softplus(ops.sub(ops.constant(0), judge(ops, weights, inputs)));
        return meanOf(ops, noise === undefined ? real : ops.add(real, ops.softplus(judge(ops, weights, made(ops, weights, noise)))), [0, 1]);
      },
    },
    {
      from: 0, to: own,
      loss: (ops, weights, { inputs, noise }) => meanOf(ops, ops.softplus(ops.sub(ops.constant(0), judge(ops, weights, made(ops, weights, noise ?? inputs)))), [0, 1]),
    },
  ];
}

/** Raw outputs for a matrix of examples; of noise, where the network makes rows. */
export function outputs<T>(ops: Ops<T>, network: Network, weights: readonly T[], inputs: T): T {
  const plans = plansOf(network);
  const sampled = network.layers.findIndex(layer => layer.is === 'sample');
  if (sampled < 0) return through(ops, plans, shaped(ops, network.shape, inputs), weights, QUIET);
  const before = plans.slice(0, sampled + 1).flatMap(plan => plan.weights).length;
  return through(ops, plans.slice(sampled + 1), inputs, weights.slice(before), QUIET);
}

const QUIET = { noise: undefined, penalise: () => {} };

const shaped = <T>(ops: Ops<T>, shape: readonly number[], inputs: T): T => (shape.length === 1 ? inputs : ops.reshape(inputs, [ops.sizes(inputs)[0] ?? 0, ...shape]));

function supervised<T>(ops: Ops<T>, network: Network, weights: readonly T[], { inputs, targets, noise }: BatchOf<T>): T {
  const penalties: T[] = [];
  const output = through(ops, plansOf(network), shaped(ops, network.shape, inputs), weights, { noise, penalise: amount => void penalties.push(amount) });
  if (network.l2) penalties.push(...kernelsOf(network).flatMap(at => weights[at] ?? []).map(kernel => penaltyOn(ops, kernel, network.l2 ?? 0)));
  return penalties.reduce((loss, penalty) => ops.add(loss, penalty), lossOf(ops, network.loss, output, targets));
}

function penaltyOn<T>(ops: Ops<T>, kernel: T, factor: number): T {
  return ops.mul(ops.sum(square(ops, kernel), ops.sizes(kernel).map((_, axis) => axis)), ops.constant(factor));
}

/** The mean over the batch (and over the target's one column). */
function lossOf<T>(ops: Ops<T>, loss: Network['loss'], output: T, targets: T): T {
  if (loss === 'softmax-cross-entropy') return meanOf(ops, ops.sum(ops.mul(targets, ops.sub(ops.constant(0), ops.logSoftmax(output))), [1]), [0]);
  const error = square(ops, ops.sub(output, targets));
  return loss === 'squared-error' ? meanOf(ops, error, [0, 1]) : meanOf(ops, ops.sum(error, [1]), [0]);
}

/** Places of the kernels among the weights: all that is a matrix or more and not a table of vectors. */
export const kernelsOf = (network: Network): readonly number[] => weightsOf(network).flatMap(({ start }, at) => (start === 'spread' ? [at] : []));

function through<T>(ops: Ops<T>, plans: readonly LayerPlan[], x: T, weights: readonly T[], context: Context<T>): T {
  let [value, used] = [x, 0];
  for (const plan of plans) {
    value = plan.apply(ops, value, weights.slice(used, used + plan.weights.length), context);
    used += plan.weights.length;
  }
  return value;
}

const plansOf = ({ layers, shape }: Network): readonly LayerPlan[] => chained(layers, shape);

function criticOf(network: Network): readonly LayerPlan[] {
  return network.critic ? chained(network.critic, [outputsOf(network)]) : [];
}

/** Activations rise with their argument, so the largest may be chosen before them: there are fewer to compute then, and to go back through. */
function chained(layers: readonly Layer[], shape: readonly number[]): readonly LayerPlan[] {
  const plans: LayerPlan[] = [];
  layers.forEach((layer, i) => {
    const before = layers[i - 1];
    const given = plans.at(-1)?.shape ?? shape;
    if (layer.is === 'convolution' && layers[i + 1]?.is === 'max-pool') plans.push(planOf({ ...layer, activation: 'linear' }, given));
    else plans.push(planOf(layer, given, before?.is === 'convolution' ? before.activation : 'linear'));
  });
  return plans;
}
