import type { Batch, Matrix, Network, Trainable } from '../../../core/compute.ts';
import { kernelsOf, noiseOf, outputsOf, weightsOf } from '../../network/network.ts';
import { adamNumbers, normGraphs, predictGraph, stepGraphs } from '../../onnx/step.ts';
import type { Ort, OrtSession, OrtTensor } from './package.ts';

/** A network as graphs for ONNX Runtime, one for each number of rows it is given. */
export function compileOnnx(ort: Ort, network: Network, start: readonly Float32Array[], threads: number): Trainable {
  const state = createState(ort, network, start);
  const steps = sessionsOf(ort, rows => stepGraphs(network, rows), threads);
  const norms = sessionsOf(ort, rows => normGraphs(network, rows), threads);
  const predictions = sessionsOf(ort, rows => [predictGraph(network, rows)], threads);
  const scalar = (value: number): OrtTensor => new ort.Tensor('float32', Float32Array.of(value), []);
  let taken = 0;
  return {
    noise: noiseOf(network),
    async step(batch) {
      const { rate, floor } = adamNumbers(network.optimizer.rate, ++taken);
      const feeds = { ...batchFeeds(ort, batch), rate: scalar(rate), floor: scalar(floor) };
      let total = 0;
      for (const session of await steps.of(batch.inputs.rows)) total += numberOf(await state.step(session, feeds));
      return total;
    },
    async gradients(batch) {
      const feeds = { ...batchFeeds(ort, batch), ...state.feeds() };
      const found = new Map<string, number>();
      for (const session of await norms.of(batch.inputs.rows)) {
        if (session.outputNames.length === 0) continue;
        const results = await session.run(chosen(feeds, session.inputNames), Object.fromEntries(session.outputNames.map(name => [name, null])));
        for (const [name, norm] of Object.entries(results)) found.set(name, numberOf(norm));
      }
      return kernelsOf(network).flatMap(at => found.get(`n${at}`) ?? []);
    },
    async predict(inputs) {
      const columns = outputsOf(network);
      const outputs = new Float32Array(inputs.rows * columns);
      const lot = Math.min(LOT, inputs.rows);
      const [session] = await predictions.of(lot);
      for (let from = 0; session && from < inputs.rows; from += lot) {
        const { p } = await session.run({ ...chosen(state.feeds(), session.inputNames), x: padded(ort, inputs, from, lot) }, { p: null });
        outputs.set(floatsOf(p).subarray(0, Math.min(lot, inputs.rows - from) * columns), from * columns);
      }
      return outputs;
    },
    weights: async () => state.weights(),
    restore: async weights => state.restore(weights),
    dispose() {
      for (const cache of [steps, norms, predictions]) cache.release();
    },
  };
}

/** Rows predicted at once; the last lot is filled up with zeros, so that one graph serves all. */
const LOT = 256;

/** Numbers too small for 32 bits count as 0: processors may be many times slower with them. */
const OPTIONS = { interOpNumThreads: 1, graphOptimizationLevel: 'all', logSeverityLevel: 3, extra: { session: { set_denormal_as_zero: '1' } } };

interface Sessions {
  of(rows: number): Promise<readonly OrtSession[]>;
  release(): void;
}

function sessionsOf(ort: Ort, graphs: (rows: number) => readonly Uint8Array[], threads: number): Sessions {
  const known = new Map<number, Promise<readonly OrtSession[]>>();
  const create = (rows: number): Promise<readonly OrtSession[]> =>
    Promise.all(graphs(rows).map(bytes => ort.InferenceSession.create(bytes, { ...OPTIONS, intraOpNumThreads: threads })));
  return {
    of(rows) {
      const sessions = known.get(rows) ?? create(rows);
      known.set(rows, sessions);
      return sessions;
    },
    release() {
      for (const sessions of known.values()) void sessions.then(all => all.forEach(session => void session.release()));
    },
  };
}

interface State {
  feeds(): Readonly<Record<string, OrtTensor>>;
  /** Runs a step; what it moved is what is fed from then on. Resolves to the loss. */
  step(session: OrtSession, feeds: Readonly<Record<string, OrtTensor>>): Promise<OrtTensor | undefined>;
  weights(): readonly Float32Array[];
  restore(weights: readonly Float32Array[]): void;
}

/** Weights and moments, each twice: a step reads one and writes the other, so nothing is allocated while training. */
function createState(ort: Ort, network: Network, start: readonly Float32Array[]): State {
  const now = new Map<string, OrtTensor>();
  const next = new Map<string, OrtTensor>();
  weightsOf(network).forEach(({ shape }, i) => {
    const size = shape.reduce((product, each) => product * each, 1);
    for (const kind of ['w', 'm', 'v']) {
      now.set(`${kind}${i}`, new ort.Tensor('float32', kind === 'w' ? Float32Array.from(start[i] ?? []) : new Float32Array(size), shape));
      next.set(`${kind}${i}`, new ort.Tensor('float32', new Float32Array(size), shape));
    }
  });
  const feeds = (): Readonly<Record<string, OrtTensor>> => Object.fromEntries(now);
  const weight = (i: number): Float32Array => floatsOf(now.get(`w${i}`));
  return {
    feeds,
    async step(session, batch) {
      const moved = session.outputNames.filter(name => name.endsWith('\'')).map(name => name.slice(0, -1));
      const { loss } = await session.run(chosen({ ...batch, ...feeds() }, session.inputNames), { loss: null, ...Object.fromEntries(moved.map(name => [`${name}'`, next.get(name) ?? null])) });
      for (const name of moved) {
        const [old, fresh] = [now.get(name), next.get(name)];
        if (old && fresh) now.set(name, fresh), next.set(name, old);
      }
      return loss;
    },
    weights: () => weightsOf(network).map((_, i) => Float32Array.from(weight(i))),
    restore: weights => weights.forEach((values, i) => weight(i).set(values)),
  };
}

function batchFeeds(ort: Ort, { inputs, targets, noise }: Batch): Readonly<Record<string, OrtTensor>> {
  const tensor = ({ rows, columns, values }: Matrix): OrtTensor => new ort.Tensor('float32', values, [rows, columns]);
  return { x: tensor(inputs), y: tensor(targets), ...(noise && { z: tensor(noise) }) };
}

/** What a graph reads. */
const chosen = (feeds: Readonly<Record<string, OrtTensor>>, names: readonly string[]): Readonly<Record<string, OrtTensor>> =>
  Object.fromEntries(names.flatMap(name => (feeds[name] ? [[name, feeds[name]]] : [])));

function padded(ort: Ort, { rows, columns, values }: Matrix, from: number, lot: number): OrtTensor {
  const lotValues = new Float32Array(lot * columns);
  lotValues.set(values.subarray(from * columns, Math.min(rows, from + lot) * columns));
  return new ort.Tensor('float32', lotValues, [lot, columns]);
}

function floatsOf(tensor: OrtTensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error('ONNX Runtime gave something else than 32-bit floating point numbers');
}

const numberOf = (tensor: OrtTensor | undefined): number => floatsOf(tensor)[0] ?? NaN;
