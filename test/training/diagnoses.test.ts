import assert from 'node:assert/strict';
import test from 'node:test';
import { addEvent, EMPTY_REPORT, type Report } from '../../server/src/bench/report.ts';
import { createRandom } from '../../server/src/bench/random.ts';
import { diagnoses } from '../../server/src/bench/diagnoses/registry.generated.ts';
import { defineModel } from '../../server/src/core/compute.ts';
import type { TrainedFacts } from '../../server/src/core/diagnosis.ts';
import type { BenchmarkJob } from '../../server/src/protocol/training.ts';
import type { Table } from '../../server/src/bench/table.ts';
import { eventsOf, portsFor, separableTable, slopedTable, tableOf } from './tables.ts';

async function diagnosed(table: Table, job: Partial<BenchmarkJob>): Promise<Report> {
  return (await eventsOf({ maxEpochs: 60, ...job }, portsFor(table))).reduce(addEvent, EMPTY_REPORT);
}

const idsOf = ({ diagnoses: found }: Report, model = 'mlp'): readonly string[] => found.filter(({ run }) => run === `${model}@tfjs-wasm`).map(({ id }) => id);

/** Two classes that nothing foretells, and columns of noise. */
function noise(rows: number, columns: number, leak = false): Table {
  const random = createRandom(5);
  const labels = Array.from({ length: rows }, () => (random.below(2) === 0 ? 'no' : 'yes'));
  return tableOf({
    ...Object.fromEntries(Array.from({ length: columns }, (_, i) => [`n${i}`, Array.from({ length: rows }, () => random.next())])),
    ...(leak && { refunded: labels.map(label => (label === 'yes' ? 1 : 0) + random.next() / 10) }),
    species: labels,
  });
}

test('healthy trainings are not diagnosed with anything', async () => {
  assert.deepEqual((await diagnosed(separableTable(900), { maxEpochs: 100 })).diagnoses, []);
  const random = createRandom(3);
  const cells = Array.from({ length: 900 }, () => [random.next(), random.next(), random.next()] as const);
  const price = tableOf({ a: cells.map(([a]) => a), b: cells.map(([, b]) => b), price: cells.map(([a, b, c]) => 7 * a - 5 * b + c) });
  assert.deepEqual((await diagnosed(price, { target: 'price', maxEpochs: 100, models: ['mlp', 'majority-class'] })).diagnoses, []);
});

test('labels that nothing foretells are learned by heart, and give no signal', async () => {
  const report = await diagnosed(noise(240, 30), {});
  assert.ok(idsOf(report).includes('overfitting'), String(idsOf(report)));
  assert.ok(idsOf(report).includes('no-signal'), String(idsOf(report)));
  const sentence = report.diagnoses.find(({ id }) => id === 'overfitting');
  assert.match(sentence?.message ?? '', /^Overfitting: after epoch \d+ the validation loss rose by [\d.]+% to [\d.]+, while the training loss fell to/);
  assert.deepEqual(sentence?.variant?.settings, { units: 0.5, l2: 1e-3 });
});

test('the variant against overfitting narrows the gap', async () => {
  const gapOf = async (settings: BenchmarkJob['settings']): Promise<number> => {
    const report = await diagnosed(noise(240, 30), { models: ['mlp'], ...(settings && { settings }) });
    const last = report.runs[0]?.points.at(-1);
    return (last?.validationLoss ?? NaN) - (last?.trainLoss ?? NaN);
  };
  assert.ok(await gapOf({ units: 0.5, l2: 1e-2 }) < await gapOf(undefined));
});

test('a network that was still learning is told from one that is done', async () => {
  const report = await diagnosed(separableTable(600), { settings: { rate: 0.02 }, maxEpochs: 12 });
  assert.ok(idsOf(report).includes('slow-convergence'), String(idsOf(report)));
});

test('a column that is the target under another name is an alarm', async () => {
  const report = await diagnosed(noise(400, 6, true), {});
  assert.match(report.diagnoses.find(({ id }) => id === 'too-good-score')?.message ?? '', /^Too good to be true: accuracy .* is lost without ‘refunded’/);
});

test('steps that are far too long are unstable, or explode', async () => {
  const report = await diagnosed(slopedTable(600), { target: 'price', models: ['mlp', 'majority-class'], settings: { rate: 300 } });
  const ids = idsOf(report);
  assert.ok(ids.includes('unstable-loss') || ids.includes('exploding-gradient'), String(ids));
});

test('seeds that score differently are an alarm', async () => {
  const report = await diagnosed(noise(60, 8), { models: ['mlp'], repeats: 4, maxEpochs: 8 });
  assert.equal(report.runs[0]?.repeats.length, 3);
  assert.ok(idsOf(report).includes('seed-instability'), String(idsOf(report)));
});

/** Very deep and very narrow: what reaches the first layer is next to nothing. */
const thread = defineModel({
  id: 'thread', title: () => 'Thread', fits: () => true,
  build: ({ example, outputs }) => ({
    kind: 'network',
    network: {
      shape: example.shape, loss: 'softmax-cross-entropy', optimizer: { is: 'adam', rate: 0.003 },
      layers: [...Array.from({ length: 24 }, () => ({ is: 'dense', units: 3, activation: 'relu' }) as const), { is: 'dense', units: outputs, activation: 'linear' }],
    },
    schedule: { batchSize: 32, maxEpochs: 60, patience: 60 },
  }),
});

test('a network too deep for its gradient is told', async () => {
  const report = (await eventsOf({ maxEpochs: 8 }, portsFor(separableTable(300), { models: [thread] }))).reduce(addEvent, EMPTY_REPORT);
  assert.deepEqual(idsOf(report, 'thread'), ['vanishing-gradient']);
});

/** A plain training, to be changed in one respect. */
const PLAIN: TrainedFacts = {
  task: 'classification', rows: { train: 640, test: 200 }, inputs: 4, parameters: 500, bestEpoch: 9, stopped: 'converged', scores: [0.8], baseline: 0.5, importance: [],
  points: Array.from({ length: 12 }, (_, epoch) => ({ epoch, trainLoss: 0.7 / (epoch + 1), validationLoss: 0.7 / (Math.min(epoch, 9) + 1), gradients: [0.4, 0.5] })),
};

test('each diagnosis stays silent one step short of its threshold', () => {
  const idsFor = (changes: Partial<TrainedFacts>): readonly string[] => diagnoses.filter(one => one.check({ ...PLAIN, ...changes })).map(({ id }) => id);
  assert.deepEqual(idsFor({}), []);
  assert.deepEqual(idsFor({ scores: [0.57] }), ['no-signal']);
  assert.deepEqual(idsFor({ scores: [0.58] }), []);
  const importance = [{ column: 'a', drop: 0.4, deviation: 0 }, { column: 'b', drop: 0.1, deviation: 0 }];
  assert.deepEqual(idsFor({ scores: [0.99], importance }), ['too-good-score']);
  assert.deepEqual(idsFor({ scores: [0.985], importance }), []);
  assert.deepEqual(idsFor({ scores: [0.99], importance: [importance[0] ?? { column: '', drop: 0, deviation: 0 }, { column: 'b', drop: 0.3, deviation: 0 }] }), []);
  assert.deepEqual(idsFor({ scores: [0.8, 0.85, 0.79] }), ['seed-instability']);
  assert.deepEqual(idsFor({ scores: [0.8, 0.84] }), []);
  const grown = (factor: number) => PLAIN.points.map((point, i) => ({ ...point, gradients: i === 5 ? [factor * 0.4, factor * 0.5] : point.gradients }));
  assert.deepEqual(idsFor({ points: grown(101) }), ['exploding-gradient']);
  assert.deepEqual(idsFor({ points: grown(90) }), []);
});
