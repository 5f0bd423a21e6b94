import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import test from 'node:test';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import type { Backend, Network, Task } from '../../server/src/core/compute.ts';
import { backends } from '../../server/src/bench/backends/registry.generated.ts';
import { models } from '../../server/src/bench/models/registry.generated.ts';
import { prepare } from '../../server/src/bench/prepare.ts';
import { train } from '../../server/src/bench/train.ts';
import { firstLosses, largestDifference } from '../../server/src/bench/verify.ts';
import { initialWeights } from '../../server/src/bench/weights.ts';
import { english, separableTable, slopedTable, surroundings } from '../training/tables.ts';

const data = {
  classification: prepare(separableTable(300), { file: '', target: 'species' }),
  regression: prepare(slopedTable(300), { file: '', target: 'price' }),
};
const TASKS: readonly Task[] = ['classification', 'regression'];
const reference = backendOf('tfjs-cpu');

function backendOf(id: string): Backend {
  const backend = backends.find(each => each.id === id);
  assert.ok(backend, `no backend ${id}`);
  return backend;
}

function networksOf(task: Task): readonly { readonly id: string; readonly network: Network }[] {
  const { train: { inputs }, outputs } = data[task];
  return models.filter(model => model.fits(task)).flatMap(model => {
    const recipe = model.build({ task, rows: inputs.rows, inputs: inputs.columns, outputs });
    return recipe.kind === 'network' ? [{ id: model.id, network: recipe.network }] : [];
  });
}

for (const backend of backends.filter(each => each.id !== reference.id)) {
  test(`${backend.id} computes the losses of ${reference.id}`, async context => {
    const reason = await backend.whyUnavailable(surroundings);
    if (reason) return context.skip(english(reason));
    for (const task of TASKS) {
      for (const { id, network } of networksOf(task)) {
        const expected = await firstLosses(await reference.load(surroundings), network, data[task].train, 3);
        const losses = await firstLosses(await backend.load(surroundings), network, data[task].train, 3);
        const difference = largestDifference(losses, expected);
        assert.ok(difference <= 1e-5, `${id} for ${task} differs by ${difference}: ${losses.join(' ')} against ${expected.join(' ')}`);
        assert.ok((losses[2] ?? NaN) < (losses[0] ?? NaN), `${id} for ${task} does not learn: ${losses.join(' ')}`);
      }
    }
  });
}

test('weights go out and come back unchanged, and decide what is predicted', async () => {
  for (const id of ['tfjs-cpu', 'tfjs-wasm']) {
    const [first] = networksOf('classification');
    assert.ok(first);
    const trainable = await (await backendOf(id).load(surroundings)).compile(first.network, initialWeights(first.network, 5));
    const { inputs, targets } = data.classification.train;
    const [weights, outputs] = [await trainable.weights(), await trainable.predict(inputs)];
    assert.deepEqual(weights, initialWeights(first.network, 5));
    await trainable.step({ inputs, targets });
    assert.notDeepEqual(await trainable.predict(inputs), outputs);
    await trainable.restore(weights);
    assert.deepEqual(await trainable.predict(inputs), outputs);
    trainable.dispose();
  }
});

test('training keeps no tensors', async () => {
  const [first] = networksOf('regression');
  assert.ok(first);
  const session = await backendOf('tfjs-wasm').load(surroundings);
  const before = tf.memory().numTensors;
  const trainable = await session.compile(first.network, initialWeights(first.network, 5));
  await train(trainable, data.regression, { batchSize: 32, maxEpochs: 3, patience: 9 }, {
    seed: 1, seconds: 9, maxEpochs: 3, goal: undefined, cancellation: { cancelled: false }, now: () => performance.now(), pause: async () => {}, memory: () => 0,
  }, () => {});
  trainable.dispose();
  assert.equal(tf.memory().numTensors, before);
});

test('the repaired product of matrices equals the reference, transposed or not, alone or in a batch', async () => {
  await backendOf('tfjs-wasm').load(surroundings);
  await reference.load(surroundings);
  const size = fc.integer({ min: 1, max: 9 });
  await fc.assert(fc.asyncProperty(size, size, size, fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean(), fc.boolean(), async (m, k, n, batch, ta, tb, flat) => {
    const lead = flat ? [] : [batch];
    const [a, b] = [numbers([...lead, ...(ta ? [k, m] : [m, k])], 1), numbers([...lead, ...(tb ? [n, k] : [k, n])], 2)];
    const [fast, right] = [await product('wasm', a, b, ta, tb), await product('cpu', a, b, ta, tb)];
    assert.deepEqual(fast.shape, right.shape);
    fast.values.forEach((value, i) => assert.ok(Math.abs(value - (right.values[i] ?? NaN)) <= 1e-5 * Math.max(1, Math.abs(value))));
  }), { numRuns: 60 });
});

interface Numbers {
  readonly shape: number[];
  readonly values: Float32Array;
}

function numbers(shape: number[], seed: number): Numbers {
  return { shape, values: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(seed * 31 + i * 1.7) * 2) };
}

async function product(backend: string, a: Numbers, b: Numbers, transposeA: boolean, transposeB: boolean): Promise<Numbers> {
  await tf.setBackend(backend);
  const result = tf.tidy(() => tf.matMul(tf.tensor(a.values, a.shape), tf.tensor(b.values, b.shape), transposeA, transposeB));
  const values = Float32Array.from(await result.data());
  result.dispose();
  return { shape: result.shape, values };
}

test('a backend that cannot run says why and what to do', async () => {
  const nowhere = { assets: tmpdir(), packages: [tmpdir()] };
  assert.match(english((await backendOf('tfjs-wasm').whyUnavailable(nowhere)) ?? { template: '', parts: [] }), /missing from the installation\. Reinstall/);
  const reason = await backendOf('tfjs-node').whyUnavailable(nowhere);
  assert.match(english(reason ?? { template: 'not installed npm install', parts: [] }), /not installed.*npm install|does not load.*Reinstall/);
});

test('every backend and model has a manual and translated texts', () => {
  for (const [kind, plugins] of [['backends', backends], ['models', models]] as const) {
    for (const { id } of plugins) assert.ok(existsSync(`server/src/bench/${kind}/${id}/README.md`), `${id} has no README.md`);
  }
});
