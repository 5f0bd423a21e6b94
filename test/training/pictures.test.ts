import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { Unable } from '../../server/src/core/compute.ts';
import { loadPictures } from '../../server/src/bench/pictures.ts';
import { addEvent, EMPTY_REPORT, headlineOf } from '../../server/src/bench/report.ts';
import { eventsOf, portsFor, seriesTable, slopedTable, textsTable } from './tables.ts';

const options = { seed: 1, maxRows: 1000, cancellation: { cancelled: false }, pause: async () => {}, now: () => performance.now() };
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lintel-pictures-'));
  for (const [kind, isBright] of [['dark', false], ['bright', true]] as const) {
    await mkdir(join(folder, 'set', kind), { recursive: true });
    for (let i = 0; i < 20; i++) await writeFile(join(folder, 'set', kind, `${i}.bmp`), bitmap(40, 30, isBright ? 200 + i : 20 + i));
  }
  await writeFile(join(folder, 'set', 'dark', 'broken.bmp'), 'no picture');
  await mkdir(join(folder, 'flat'));
  await writeFile(join(folder, 'flat', 'only.bmp'), bitmap(4, 4, 9));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A picture of one grey, 24 bits a pixel. */
function bitmap(width: number, height: number, grey: number): Uint8Array {
  const line = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(54 + line * height).fill(grey, 54);
  const view = new DataView(bytes.buffer);
  bytes.set([66, 77]);
  for (const [at, value] of [[2, bytes.length], [10, 54], [14, 40], [18, width], [22, height]] as const) view.setUint32(at, value, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  return bytes;
}

test('a folder for each class is a table of small pictures; what is no picture is left out', async () => {
  const table = await loadPictures(join(folder, 'set'), options);
  const [column] = table.columns;
  assert.deepEqual([table.rows, column?.name, [...(column?.texts ?? [])].sort()], [40, 'class', ['bright', 'dark']]);
  const { height = 0, width = 0, values = new Uint8Array() } = table.pictures ?? {};
  assert.equal(values.length, 40 * height * width);
  for (let row = 0; row < table.rows; row++) {
    const isBright = column?.texts[column.codes[row] ?? -1] === 'bright';
    assert.equal((values[row * height * width] ?? 0) > 128, isBright);
  }
});

test('fewer pictures are a sample of all, the same for the same seed', async () => {
  const some = await loadPictures(join(folder, 'set'), { ...options, maxRows: 10 });
  assert.equal(some.rows, 10);
  assert.deepEqual((await loadPictures(join(folder, 'set'), { ...options, maxRows: 10 })).records, some.records);
  assert.notDeepEqual((await loadPictures(join(folder, 'set'), { ...options, maxRows: 10, seed: 2 })).records, some.records);
});

test('a folder without classes is refused in words', async () => {
  await assert.rejects(loadPictures(join(folder, 'flat'), options), thrown => thrown instanceof Unable && /no images sorted into a folder for each class/.test(thrown.words.template));
});

for (const [what, table, job, least] of [
  ['texts', textsTable(400), { target: 'label' }, 0.9],
  ['series', seriesTable(400), { target: 'level' }, 0.5],
  ['rows', slopedTable(400), { target: '', task: 'generation' }, 0.7],
] as const) {
  test(`models learn ${what} better than the baseline`, async () => {
    const report = (await eventsOf({ ...job, maxEpochs: what === 'rows' ? 60 : 12 }, portsFor(table))).reduce(addEvent, EMPTY_REPORT);
    const scores = report.runs.map(({ training, result, failure }) => ({ model: training.model, failure, score: result ? headlineOf(result.scores) : NaN }));
    const baseline = scores.find(({ model }) => model === 'majority-class')?.score ?? NaN;
    assert.ok(scores.length >= 3, JSON.stringify(scores));
    assert.ok(scores.some(({ score }) => score >= least && score > baseline), JSON.stringify(scores));
    assert.ok(scores.every(({ failure }) => failure === undefined), JSON.stringify(scores));
    assert.ok(report.runs.every(({ importance }) => importance === undefined), 'there are no columns to hold against each other');
  });
}
