import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import test, { after, before } from 'node:test';
import * as esbuild from 'esbuild';
import { addEvent, EMPTY_REPORT } from '../../server/src/bench/report.ts';
import { type Ending, type RunningBenchmark, startBenchmark } from '../../server/src/bench/spawn.ts';
import type { BenchmarkEvent, BenchmarkJob } from '../../server/src/protocol/training.ts';

const WASM = 'tfjs-backend-wasm-simd.wasm';
const penguins: BenchmarkJob = { file: resolve('examples/penguins/penguins.csv'), target: 'Species', backends: ['tfjs-wasm'], maxEpochs: 6 };
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lintel-bench-'));
  await esbuild.build({
    entryPoints: ['server/src/bench/main.ts'], outfile: join(folder, 'bench.js'), bundle: true, platform: 'node', format: 'cjs', target: 'node20',
    external: ['@tensorflow/tfjs-node'], logLevel: 'error',
  });
  await copyFile(join('node_modules/@tensorflow/tfjs-backend-wasm/dist', WASM), join(folder, WASM));
});
after(() => rm(folder, { recursive: true, force: true }));

interface Finished {
  readonly events: readonly BenchmarkEvent[];
  readonly ending: Ending;
}

/** Runs a script of the folder as the benchmark process; `react` may act on events. */
async function finish(job: BenchmarkJob, react: (event: BenchmarkEvent, run: RunningBenchmark) => void = () => {}, script = 'bench.js'): Promise<Finished> {
  const events: BenchmarkEvent[] = [];
  const program = { spawn, executable: process.execPath, script: join(folder, script), environment: process.env };
  const run = startBenchmark(program, job, event => {
    events.push(event);
    react(event, run);
  });
  return { ending: await run.ended, events };
}

test('a process reads a file, trains, and tells all of it in order', async () => {
  const { events, ending } = await finish(penguins);
  assert.deepEqual({ ...ending, complaints: '' }, { complete: true, cancelled: false, exit: '0', complaints: '' });
  const kinds = events.map(event => event.kind).filter((kind, i, all) => kind !== all[i - 1]);
  assert.deepEqual(kinds, ['started', 'prepared', 'training', 'model', 'training', 'verified', 'epoch', 'model', 'importance', 'training', 'verified', 'epoch', 'model', 'importance', 'diagnosis', 'done']);
  const report = events.reduce(addEvent, EMPTY_REPORT);
  assert.deepEqual(report.prepared?.rows, { file: 344, used: 344, train: 220, validation: 55, test: 69 });
  assert.deepEqual(report.prepared?.classes, ['Adelie', 'Gentoo', 'Chinstrap']);
  for (const { training, result } of report.runs) assert.equal(result?.scores.task, 'classification', training.run);
});

test('every text is in the reader’s language', async () => {
  const { events } = await finish({ ...penguins, models: ['majority-class'], locale: 'zh-cn' });
  const report = events.reduce(addEvent, EMPTY_REPORT);
  assert.equal(report.started?.labels['accuracy'], '准确率');
  assert.equal(report.runs[0]?.training.title, '最多的类别');
  assert.match(report.prepared?.notices.join(' ') ?? '', /缺失的单元格/);
});

const endless: BenchmarkJob = { ...penguins, models: ['mlp'], secondsPerModel: 600 };

test('a cancelled process stops by itself and keeps what it has', async () => {
  let asked = 0;
  const { events, ending } = await finish(endless, (event, run) => {
    if (event.kind !== 'epoch' || asked > 0) return;
    asked = performance.now();
    run.cancel();
  });
  const took = performance.now() - asked;
  assert.equal(ending.complete, true);
  assert.ok(took < 1500, `took ${took} ms`);
  assert.equal(events.reduce(addEvent, EMPTY_REPORT).done?.cancelled, true);
});

test('what cannot be read ends in a sentence', async () => {
  for (const [job, sentence] of [
    [{ ...penguins, file: resolve('examples/penguins/nothing.csv') }, 'The file ‘nothing.csv’ is not there, or is not a file.'],
    [{ ...penguins, file: resolve('examples/penguins') }, 'The folder ‘penguins’ holds no images sorted into a folder for each class.'],
    [{ ...penguins, target: 'Colour' }, 'There is no column named ‘Colour’.'],
  ] as const) {
    const { events, ending } = await finish(job);
    assert.equal(ending.complete, true);
    assert.equal(events.reduce(addEvent, EMPTY_REPORT).failure, sentence);
  }
});

test('a process that crashes leaves what it had told', async () => {
  await writeFile(join(folder, 'crash.js'), 'process.stdin.once("data", () => { console.log(\'{"kind":"done-not"}\\n{"kind":"unavailable","backend":"a","title":"A","message":"b"}\'); process.stderr.write("deep trouble", () => process.exit(9)); });');
  const { events, ending } = await finish(penguins, undefined, 'crash.js');
  assert.deepEqual(ending, { complete: false, cancelled: false, exit: '9', complaints: 'deep trouble' });
  assert.deepEqual(events.map(event => event.kind), ['unavailable']);
});

test('a process that does not listen is ended', async () => {
  await writeFile(join(folder, 'deaf.js'), 'console.log(\'{"kind":"unavailable","backend":"a","title":"A","message":"b"}\'); process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);');
  const { ending } = await finish(penguins, (_, run) => run.cancel(), 'deaf.js');
  assert.deepEqual([ending.complete, ending.cancelled], [false, true]);
});

test('a program that is not there ends at once', async () => {
  const run = startBenchmark({ spawn, executable: join(folder, 'no-such-node'), script: '', environment: {} }, penguins, () => {});
  assert.match((await run.ended).exit, /ENOENT/);
});
