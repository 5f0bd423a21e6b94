import assert from 'node:assert/strict';
import test from 'node:test';
import type { Backend, Trainable } from '../../server/src/core/compute.ts';
import { backends } from '../../server/src/bench/backends/registry.generated.ts';
import { addEvent, EMPTY_REPORT, headlineOf, type Report, type RunReport } from '../../server/src/bench/report.ts';
import type { BenchmarkEvent } from '../../server/src/protocol/training.ts';
import { eventsOf, portsFor, separableTable, slopedTable, tableOf } from './tables.ts';

const reportOf = (events: readonly BenchmarkEvent[]): Report => events.reduce(addEvent, EMPTY_REPORT);

function runOf(report: Report, model: string): RunReport {
  const run = report.runs.find(each => each.training.model === model);
  assert.ok(run, `no run of ${model}`);
  return run;
}

function scoreOf(report: Report, model: string): number {
  const { result } = runOf(report, model);
  assert.ok(result, `${model} has no result`);
  return headlineOf(result.scores);
}

test('models learn classes that the baseline cannot', async () => {
  const report = reportOf(await eventsOf({}, portsFor(separableTable(900))));
  assert.deepEqual([...(report.prepared?.classes ?? [])].sort(), ['adelie', 'chinstrap', 'gentoo']);
  assert.ok(scoreOf(report, 'majority-class') < 0.5);
  assert.ok(scoreOf(report, 'linear') > 0.95);
  assert.ok(scoreOf(report, 'mlp') > 0.95);
  const { points, verified, result } = runOf(report, 'mlp');
  assert.equal(points[0]?.epoch, 0);
  assert.ok((points.at(-1)?.validationLoss ?? NaN) < (points[0]?.validationLoss ?? NaN) / 10);
  assert.ok((verified?.difference ?? NaN) < 1e-5);
  assert.ok((result?.peakBytes ?? 0) > 0 && (result?.seconds ?? 0) > 0);
  assert.equal(report.done?.cancelled, false);
});

test('models learn a number in its own unit', async () => {
  const report = reportOf(await eventsOf({ target: 'price' }, portsFor(slopedTable(900))));
  assert.equal(report.prepared?.task, 'regression');
  assert.ok(Math.abs(scoreOf(report, 'majority-class')) < 0.05);
  assert.ok(scoreOf(report, 'linear') > 0.99);
  assert.ok(scoreOf(report, 'mlp') > 0.99);
  const { result } = runOf(report, 'mlp');
  assert.ok(result?.scores.task === 'regression' && result.scores.rmse < 10);
});

test('the same seed gives the same curves and scores, another seed others', async () => {
  const curvesOf = async (seed: number) => {
    const report = reportOf(await eventsOf({ seed, maxEpochs: 4 }, portsFor(separableTable(300))));
    return report.runs.map(({ points, result }) => [points.map(({ seconds, ...numbers }) => numbers), result?.scores, result?.bestEpoch]);
  };
  const first = await curvesOf(1);
  assert.deepEqual(await curvesOf(1), first);
  assert.notDeepEqual(await curvesOf(2), first);
});

test('a cancelled run keeps what it has and says so', async () => {
  const cancellation = { cancelled: false };
  const events: BenchmarkEvent[] = [];
  const ports = portsFor(separableTable(2000), { pause: () => new Promise(resolve => setImmediate(() => { cancellation.cancelled ||= events.filter(each => each.kind === 'epoch').length >= 3; resolve(); })) });
  const { runBenchmark } = await import('../../server/src/bench/run.ts');
  await runBenchmark({ file: 'table.csv', target: 'species', backends: ['tfjs-wasm'] }, ports, event => events.push(event), cancellation);
  const report = reportOf(events);
  assert.equal(report.done?.cancelled, true);
  assert.equal(report.runs.length, 2);
  assert.ok(runOf(report, 'linear').points.length >= 3);
  assert.equal(runOf(report, 'linear').result?.stopped, 'cancelled');
});

test('the time budget ends a run', async () => {
  const report = reportOf(await eventsOf({ secondsPerModel: 0.05, maxEpochs: 1000, models: ['mlp'] }, portsFor(separableTable(2000))));
  assert.equal(runOf(report, 'mlp').result?.stopped, 'time');
});

test('the time to a goal is recorded', async () => {
  const goal = async (share: number) => runOf(reportOf(await eventsOf({ goal: share, models: ['linear'] }, portsFor(separableTable(400)))), 'linear').result?.secondsToGoal;
  assert.ok(((await goal(0.8)) ?? 0) > 0);
  assert.equal(await goal(2), null);
});

/** A backend of which one part is replaced by something that fails. */
function broken(step: Trainable['step']): Backend {
  const cpu = backends.find(each => each.id === 'tfjs-cpu');
  assert.ok(cpu);
  return {
    ...cpu, id: 'broken', title: 'Broken',
    async load(surroundings) {
      const session = await cpu.load(surroundings);
      return { ...session, compile: async (network, weights) => ({ ...(await session.compile(network, weights)), step }) };
    },
  };
}

for (const [what, step, sentence] of [
  ['throws', () => Promise.reject(new Error('segment fault at 0x0\n    at step (backend.js:1:1)')), /^The computation failed: ‘segment fault at 0x0’$/],
  ['is out of memory', () => Promise.reject(new Error('Cannot enlarge memory arrays')), /^There was not enough memory/],
  ['computes something else', () => Promise.resolve(4), /computes other losses than the reference/],
  ['computes no number', () => Promise.resolve(NaN), /computes other losses than the reference/],
] as const) {
  test(`a backend that ${what} ends in a sentence, and the rest goes on`, async () => {
    const ports = portsFor(separableTable(200), { backends: [...backends, broken(step)] });
    const report = reportOf(await eventsOf({ backends: ['broken', 'tfjs-cpu'], maxEpochs: 1 }, ports));
    assert.match(report.runs.find(({ training }) => training.backend === 'broken')?.failure ?? '', sentence);
    assert.equal(report.runs.filter(({ training, result }) => training.backend === 'tfjs-cpu' && result).length, 2);
    assert.equal(report.failure, undefined);
    assert.ok(report.done);
  });
}

test('a loss that is no longer a number ends the run in a sentence', async () => {
  const cpuLosses = broken(() => Promise.resolve(NaN));
  const ports = portsFor(separableTable(200), { backends: [cpuLosses] });
  const report = reportOf(await eventsOf({ backends: ['broken'], maxEpochs: 2, models: ['mlp'] }, ports));
  assert.match(report.runs[0]?.failure ?? '', /In epoch 1 the loss is no longer a number/);
});

test('a backend that cannot run is named with its reason; without any, the baseline remains', async () => {
  const report = reportOf(await eventsOf({ backends: ['tfjs-wasm'] }, portsFor(separableTable(200), { surroundings: { assets: '/nowhere', packages: [] } })));
  assert.match(report.unavailable[0]?.message ?? '', /missing from the installation/);
  assert.deepEqual(report.runs.map(({ training }) => training.model), ['majority-class']);
  assert.match(report.failure ?? '', /only the baseline was measured/);
});

test('what cannot be learned is refused in a sentence', async () => {
  const refusal = async (target: string, table = tableOf({ a: Array.from({ length: 30 }, (_, i) => i % 7), same: Array(30).fill('x'), few: [1, 2, ...Array(28).fill(null)], id: Array.from({ length: 30 }, (_, i) => `u${i}`) })) =>
    reportOf(await eventsOf({ target, models: ['majority-class'] }, portsFor(table))).failure;
  assert.equal(await refusal('nothing'), 'There is no column named ‘nothing’.');
  assert.equal(await refusal('same'), '‘same’ has only one value, so there is nothing to learn.');
  assert.equal(await refusal('few'), 'Only 2 rows have a value in ‘few’; a benchmark needs at least 20 rows.');
  assert.match((await refusal('a', tableOf({ a: Array.from({ length: 30 }, (_, i) => i % 2) }))) ?? '', /^No column is left to learn from/);
  assert.match((await refusal('id', tableOf({ id: Array.from({ length: 300 }, (_, i) => `u${i}`), a: Array.from({ length: 300 }, (_, i) => i % 7) }))) ?? '', /300 values, too many to be classes/);
});
