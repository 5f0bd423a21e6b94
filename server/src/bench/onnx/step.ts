import type { Network } from '../../core/compute.ts';
import { kernelsOf, noiseOf, objectivesOf, outputs, outputsOf, predictedFrom, sizeOf, weightsOf } from '../network/network.ts';
import { createGraph, type Graph, type Value } from './graph.ts';
import { onnxOps } from './ops.ts';
import { slopesOf, type Tracked } from './tape.ts';

/**
 * A step of training as one ONNX graph for each objective: forward, backward and Adam, all of ordinary operators. It reads `w<i>` (weights), `m<i>` and
 * `v<i>` (moments), `x`, `y`, `z` (noise), `rate` and `floor` (see `adam`), and gives `loss`, and `w<i>'`, `m<i>'`, `v<i>'` of the weights it moves.
 */
export function stepGraphs(network: Network, rows: number): readonly Uint8Array[] {
  return objectivesOf(network).map((_, index) => {
    const { graph, loss, slopes, own } = lossGraph(network, rows, index);
    const [rate, floor] = [graph.input('rate', []), graph.input('floor', [])];
    graph.result('loss', 'Identity', [loss.value], loss.value.shape);
    own.forEach(({ at, value }, i) => {
      const slope = slopes[i];
      if (slope) adam(graph, at, value, slope, { rate, floor });
    });
    return graph.bytes();
  });
}

/** The norms of the slopes by each kernel an objective moves, as `n<i>`. */
export function normGraphs(network: Network, rows: number): readonly Uint8Array[] {
  const kernels = new Set(kernelsOf(network));
  return objectivesOf(network).map((_, index) => {
    const { graph, slopes, own } = lossGraph(network, rows, index);
    own.forEach(({ at }, i) => {
      const slope = slopes[i];
      if (slope && kernels.has(at)) graph.result(`n${at}`, 'ReduceL2', [slope], [], { keepdims: 0 });
    });
    return graph.bytes();
  });
}

/** Raw outputs `p` for `x`. */
export function predictGraph(network: Network, rows: number): Uint8Array {
  const graph = createGraph();
  const ops = onnxOps(graph);
  const weights = weightsOf(network).map(({ shape }, i) => ops.leaf(graph.input(`w${i}`, shape), false));
  const predicted = outputs(ops, network, weights, ops.leaf(graph.input('x', [rows, predictedFrom(network)]), false));
  graph.result('p', 'Identity', [predicted.value], predicted.value.shape);
  return graph.bytes();
}

interface LossGraph {
  readonly graph: Graph;
  readonly loss: Tracked;
  readonly own: readonly { readonly at: number; readonly value: Value }[];
  readonly slopes: readonly (Value | undefined)[];
}

function lossGraph(network: Network, rows: number, index: number): LossGraph {
  const objective = objectivesOf(network)[index];
  if (!objective) throw new Error('there is no such objective');
  const graph = createGraph();
  const ops = onnxOps(graph);
  const weights = weightsOf(network).map(({ shape }, i) => ops.leaf(graph.input(`w${i}`, shape), i >= objective.from && i < objective.to));
  const columns = outputsOf(network);
  const noise = noiseOf(network);
  const matrix = (name: string, width: number): Tracked => ops.leaf(graph.input(name, [rows, width]), false);
  const loss = objective.loss(ops, weights, {
    inputs: matrix('x', network.critic ? columns : sizeOf(network.shape)),
    targets: matrix('y', columns),
    noise: noise > 0 ? matrix('z', noise) : undefined,
  });
  const moved = weights.slice(objective.from, objective.to);
  return { graph, loss, own: moved.map(({ value }, i) => ({ at: objective.from + i, value })), slopes: slopesOf(graph, loss, moved) };
}

const [DECAY_1, DECAY_2, EPSILON] = [0.9, 0.999, 1e-7];

/**
 * Adam (Kingma and Ba 2015). Every pass over the weights costs as much as a small product, so moments are kept without their factors of 1 minus the decay,
 * and those are put, with the corrections for the first steps, into two numbers.
 */
function adam(graph: Graph, at: number, weight: Value, slope: Value, { rate, floor }: { readonly rate: Value; readonly floor: Value }): void {
  const { shape } = weight;
  const each = (operator: string, ...inputs: readonly Value[]): Value => graph.node(operator, inputs, shape);
  const number = (value: number): Value => graph.numbers(Float32Array.of(value), []);
  const [first, second] = [graph.input(`m${at}`, shape), graph.input(`v${at}`, shape)];
  const mean = graph.result(`m${at}'`, 'Add', [each('Mul', first, number(DECAY_1)), slope], shape);
  const power = graph.result(`v${at}'`, 'Add', [each('Mul', second, number(DECAY_2)), each('Mul', slope, slope)], shape);
  graph.result(`w${at}'`, 'Sub', [weight, each('Div', each('Mul', mean, rate), each('Add', each('Sqrt', power), floor))], shape);
}

/** The two numbers for a step, the first being 1. */
export function adamNumbers(rate: number, step: number): { readonly rate: number; readonly floor: number } {
  const scale = Math.sqrt((1 - DECAY_2) / (1 - DECAY_2 ** step));
  return { rate: (rate * (1 - DECAY_1)) / (1 - DECAY_1 ** step) / scale, floor: EPSILON / scale };
}
