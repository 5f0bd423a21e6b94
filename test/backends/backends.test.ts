import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import test from 'node:test';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import type { Backend, Network } from '../../server/src/core/compute.ts';
import { backends } from '../../server/src/bench/backends/registry.generated.ts';
import { models } from '../../server/src/bench/models/registry.generated.ts';
import { dataShapeOf, prepareAll, type Prepared } from '../../server/src/bench/prepare.ts';
import { train } from '../../server/src/bench/train.ts';
import { firstLosses, largestDifference } from '../../server/src/bench/verify.ts';
import { initialWeights } from '../../server/src/bench/weights.ts';
import { english, picturesTable, separableTable, seriesTable, slopedTable, surroundings, textsTable } from '../training/tables.ts';

/** One small dataset of every task and kind. */
const EXAMPLES: Readonly<Record<string, readonly Prepared[]>> = {
  'classes of a table': prepareAll(separableTable(300), { file: '', target: 'species' }),
  'numbers of a table': prepareAll(slopedTable(300), { file: '', target: 'price' }),
  'classes of pictures': prepareAll(picturesTable(120), { file: '', target: 'class' }),
  'classes of texts': prepareAll(textsTable(200), { file: '', target: 'label' }),
  'numbers of series': prepareAll(seriesTable(120), { file: '', target: 'level' }),
  'rows of a table': prepareAll(slopedTable(300), { file: '', target: '', task: 'generation' }),
};
const reference = backendOf('tfjs-cpu');

function backendOf(id: string): Backend {
  const backend = backends.find(each => each.id === id);
  assert.ok(backend, `no backend ${id}`);
  return backend;
}

function networksOf(what: string): readonly { readonly id: string; readonly network: Network; readonly data: Prepared }[] {
  return (EXAMPLES[what] ?? []).flatMap(data => models.filter(model => model.fits(data.task, data.example.kind)).flatMap(model => {
    const recipe = model.build(dataShapeOf(data));
    return recipe.kind === 'network' ? [{ id: model.id, network: recipe.network, data }] : [];
  }));
}

test('every model is chosen for some data', () => {
  const chosen = new Set(Object.keys(EXAMPLES).flatMap(what => networksOf(what).map(({ id }) => id)));
  assert.deepEqual([...chosen].sort(), models.map(({ id }) => id).filter(id => id !== 'majority-class').sort());
});

for (const backend of backends.filter(each => each.id !== reference.id)) {
  for (const what of Object.keys(EXAMPLES)) {
    test(`${backend.id} computes the losses of ${reference.id}: ${what}`, async context => {
      const reason = await backend.whyUnavailable(surroundings);
      if (reason) return context.skip(english(reason));
      for (const { id, network, data } of networksOf(what)) {
        const expected = await firstLosses(await reference.load(surroundings), network, data.train, 3);
        const losses = await firstLosses(await backend.load(surroundings), network, data.train, 3);
        const difference = largestDifference(losses, expected);
        assert.ok(difference <= 1e-5, `${id} differs by ${difference}: ${losses.join(' ')} against ${expected.join(' ')}`);
      }
    });
  }
}

test('weights go out and come back unchanged, and decide what is predicted', async () => {
  for (const id of ['tfjs-cpu', 'tfjs-wasm']) {
    const [first] = networksOf('classes of a table');
    assert.ok(first);
    const trainable = await (await backendOf(id).load(surroundings)).compile(first.network, initialWeights(first.network, 5));
    const { inputs, targets } = first.data.train;
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
  const [first] = networksOf('numbers of a table');
  assert.ok(first);
  const session = await backendOf('tfjs-wasm').load(surroundings);
  const before = tf.memory().numTensors;
  const trainable = await session.compile(first.network, initialWeights(first.network, 5));
  await train(trainable, first.data, { batchSize: 32, maxEpochs: 3, patience: 9 }, {
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
