import assert from 'node:assert/strict';
import test from 'node:test';
import { createRandom } from '../../server/src/bench/random.ts';
import { addEvent, EMPTY_REPORT, type Report } from '../../server/src/bench/report.ts';
import { differenceOf, learningPoints } from '../../server/src/bench/summarise.ts';
import type { Table } from '../../server/src/bench/table.ts';
import type { BenchmarkJob, PairEvent } from '../../server/src/protocol/training.ts';
import { studentCentral, studentQuantile } from '../../server/src/util/statistics/studentT.ts';
import { eventsOf, portsFor, separableTable, tableOf } from './tables.ts';

async function reportOf(job: Partial<BenchmarkJob>, tables: Readonly<Record<string, Table>>): Promise<Report> {
  const ports = portsFor(tables['table.csv'] ?? tableOf({}), { load: ({ file }) => Promise.resolve(tables[file] ?? tableOf({})) });
  return (await eventsOf(job, ports)).reduce(addEvent, EMPTY_REPORT);
}

/** Two classes told apart by one number; a share of the labels is wrong. */
function mislabelled(rows: number, share: number): Table {
  const random = createRandom(11);
  const cells = Array.from({ length: rows }, () => {
    const yes = random.next() < 0.5;
    return { x: (yes ? 1 : -1) + (random.next() - 0.5) * 2, noise: random.next(), label: yes !== random.next() < share ? 'yes' : 'no' };
  });
  return tableOf({ x: cells.map(c => c.x), noise: cells.map(c => c.noise), species: cells.map(c => c.label) });
}

test('clean labels are told to be better, the same data to be no different', async () => {
  const study = (file: string): BenchmarkJob['study'] => ({ is: 'comparison', repeats: 5, other: { file, deleted: [] } });
  const tables = { 'table.csv': mislabelled(1500, 0.45), 'mended.csv': mislabelled(1500, 0), 'same.csv': mislabelled(1500, 0.45) };
  const better = await reportOf({ models: ['linear'], maxEpochs: 12, study: study('mended.csv') ?? { is: 'learning-curve', repeats: 1 } }, tables);
  assert.equal(better.study?.pairs.length, 5);
  assert.match(better.diagnoses[0]?.message ?? '', /^The second version is better: accuracy changes by 0\.\d+ \(95% interval/);
  const same = await reportOf({ models: ['linear'], maxEpochs: 12, study: study('same.csv') ?? { is: 'learning-curve', repeats: 1 } }, tables);
  for (const { before, after } of same.study?.pairs ?? []) assert.deepEqual(before, after);
  assert.match(same.diagnoses[0]?.message ?? '', /^No difference can be told: accuracy changes by 0 \(95% interval 0 to 0, 5 pairs\)/);
});

test('rows that were deleted are matched over, and never tested', async () => {
  const whole = mislabelled(300, 0.1);
  const deleted = Array.from({ length: 30 }, (_, i) => i * 7);
  const kept = Array.from({ length: 300 }, (_, row) => row).filter(row => !deleted.includes(row));
  const shorter: Table = {
    ...whole, rows: kept.length, fileRows: kept.length, records: Uint32Array.from(kept.keys()),
    columns: whole.columns.map(column => ({ ...column, numbers: Float64Array.from(kept, row => column.numbers[row] ?? NaN), codes: Int32Array.from(kept, row => column.codes[row] ?? -1) })),
  };
  const { study } = await reportOf({ study: { is: 'comparison', repeats: 2, other: { file: 'shorter.csv', deleted } }, maxEpochs: 5 }, { 'table.csv': whole, 'shorter.csv': shorter });
  assert.equal(study?.pairs.length, 2);
  assert.equal(study?.pairs[0]?.rows, 54);
  assert.match(study?.begun.notices.join(' ') ?? '', /drawn from 270 rows they share.* 30 rows that only the first version has/);
});

test('a learning curve rises where more rows help', async () => {
  const { study, diagnoses } = await reportOf({ study: { is: 'learning-curve', repeats: 2 }, maxEpochs: 15 }, { 'table.csv': separableTable(640) });
  const points = learningPoints(study?.points ?? []);
  assert.deepEqual(points.map(({ rows, seeds }) => [rows, seeds]), [[26, 2], [51, 2], [102, 2], [205, 2], [410, 2]].map(([rows = 0, seeds]) => [points.find(point => Math.abs(point.rows - rows) <= 2)?.rows, seeds]));
  assert.ok((points.at(-1)?.mean ?? 0) > (points[0]?.mean ?? 1));
  assert.match(diagnoses[0]?.message ?? '', /^More data (would help|of this kind would hardly help): from/);
});

test('a study without a backend ends in a sentence', async () => {
  const { failure } = await reportOf({ study: { is: 'learning-curve', repeats: 2 }, backends: ['tfjs-node'] }, { 'table.csv': separableTable(200) });
  assert.equal(failure, 'No backend can train here, so there is nothing to compare.');
});

test('quantiles of Student’s T are those of the tables', () => {
  for (const [freedom, expected] of [[1, 12.706204736], [2, 4.302652730], [4, 2.776445105], [9, 2.262157163], [30, 2.042272456]] as const) {
    assert.ok(Math.abs(studentQuantile(0.95, freedom) - expected) < 1e-8, `${freedom}`);
    assert.ok(Math.abs(studentCentral(studentQuantile(0.95, freedom), freedom) - 0.95) < 1e-12);
  }
});

test('the interval of a difference counts the rows the seeds share', () => {
  const pair = (seed: number, before: number, after: number): PairEvent => ({
    kind: 'pair', seed, rows: 100, before: { task: 'classification', accuracy: before, macroF1: 0 }, after: { task: 'classification', accuracy: after, macroF1: 0 },
  });
  const difference = differenceOf([pair(1, 0.8, 0.82), pair(2, 0.8, 0.84), pair(3, 0.8, 0.86)], 0.25);
  assert.ok(difference && Math.abs(difference.mean - 0.04) < 1e-12);
  // 4.302652730 times 0.02 times the root of 1/3 + 1/4.
  assert.ok(Math.abs(difference.high - difference.mean - 4.30265273 * 0.02 * Math.sqrt(1 / 3 + 0.25)) < 1e-9);
  assert.equal(differenceOf([pair(1, 0.8, 0.9)], 0.25), undefined);
});
