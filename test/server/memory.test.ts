import assert from 'node:assert/strict';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { createDescriptions } from '../../server/src/engine/descriptions.ts';
import { Workspace } from '../../server/src/engine/workspace.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/settings.ts';
import type { Host } from '../../server/src/core/host.ts';
import { createNodeHost } from '../../server/src/host/node/host.ts';
import { nodeCache } from '../../server/src/host/node/cache.ts';
import { makeFolder, type Folder } from './harness/folder.ts';

const NO_LOG = { info: () => undefined, warn: () => undefined, error: (text: string, cause?: Error) => assert.fail(`${text} ${cause?.stack ?? ''}`) };
/** Long enough ago to be believed. */
const OLD = new Date('2024-05-05T05:05:05Z');

/** A start of the server: checks the whole folder and tells what was found and which data were read. */
async function start(folder: Folder, storage: string, mayWrite = true): Promise<{ readonly found: readonly string[]; readonly opened: readonly string[] }> {
  const host = createNodeHost(NO_LOG, { roots: () => [folder.uri], consented: () => false, mayWrite: () => mayWrite }, () => 1, storage);
  const opened: string[] = [];
  const files: Host['files'] = {
    ...host.files,
    open: uri => {
      if (/\.csv$/.test(uri)) opened.push(uri.slice(folder.uri.length + 1));
      return host.files.open(uri);
    },
  };
  const workspace = new Workspace({
    host: { ...host, files }, kernel: () => Promise.resolve(createKernel()), descriptions: createDescriptions(), encoding: 'utf-16',
    jobs: { after: (milliseconds, callback) => { const timer = setTimeout(callback, milliseconds); return () => clearTimeout(timer); }, failed: (_, cause) => assert.fail(cause), changed: () => undefined },
    watch: () => ({ progress: () => undefined, done: () => undefined }), checked: () => undefined,
  });
  workspace.configure(new Map([[folder.uri, DEFAULT_SETTINGS]]), DEFAULT_SETTINGS);
  await workspace.checkAll({ cancelled: false }, () => undefined);
  await workspace.jobs.idle();
  const found = workspace.store.uris().flatMap(uri => (workspace.store.get(uri)?.findings ?? []).map(({ rule, message, spots, count, primary, severity }) =>
    JSON.stringify([uri.slice(folder.uri.length), rule, severity, message, primary.range, spots.map(({ range }) => range), count])));
  return { found: [...found].sort(), opened: [...new Set(opened)].sort() };
}

function age(folder: Folder, ...names: readonly string[]): void {
  for (const name of names) utimesSync(join(folder.path, name), OLD, OLD);
}

const PEOPLE = `id,email,age\n${Array.from({ length: 60 }, (_, i) => `${i},person${i}@example.com,${i === 40 ? 999 : 20 + (i % 30)}`).join('\n')}\n`;
const RAGGED = 'a,b\n1,2\n3,4,5\n';

test('a file that is as it was is not read again at the next start, and finds the same', async () => {
  const folder = makeFolder({ 'people.csv': PEOPLE, 'ragged.csv': RAGGED });
  const storage = makeFolder().path;
  age(folder, 'people.csv', 'ragged.csv');
  const first = await start(folder, storage);
  assert.deepEqual(first.opened, ['people.csv', 'ragged.csv']);
  assert.ok(first.found.some(one => one.includes('ragged-row')));
  const second = await start(folder, storage);
  assert.deepEqual([second.opened, second.found], [[], first.found]);
  for (const name of readdirSync(storage)) assert.doesNotMatch(readFileSync(join(storage, name), 'utf8'), /person\d+@example/, 'values of personal columns stay out');
});

test('what changes anything that a check looked at makes it look again', async () => {
  const files = { 'data_train.csv': PEOPLE, 'data_test.csv': PEOPLE, 'ragged.csv': RAGGED };
  const changes: Readonly<Record<string, readonly [(folder: Folder) => void, readonly string[]]>> = {
    'the file, of the same size': [folder => folder.write('ragged.csv', RAGGED.replace('5', '6')), ['ragged.csv']],
    'a file it is held against': [folder => folder.write('data_train.csv', `${PEOPLE}99,new@example.com,44\n`), ['data_test.csv', 'data_train.csv']],
    'a description that is new': [folder => folder.write('datapackage.json', '{"name":"d","resources":[{"name":"r","path":"ragged.csv"}]}'), ['data_test.csv', 'data_train.csv', 'ragged.csv']],
    'the configuration': [folder => folder.write('lintel.config.yaml', 'rules:\n  ragged-row: off\n'), ['data_test.csv', 'data_train.csv', 'ragged.csv']],
  };
  for (const [what, [change, expected]] of Object.entries(changes)) {
    const folder = makeFolder(files);
    const storage = makeFolder().path;
    age(folder, ...Object.keys(files));
    await start(folder, storage);
    assert.deepEqual((await start(folder, storage)).opened, [], what);
    change(folder);
    const { opened, found } = await start(folder, storage);
    assert.deepEqual(opened, expected, what);
    assert.deepEqual(found, (await start(folder, makeFolder().path)).found, `${what}: as if nothing had been kept`);
  }
});

test('what changed just now, what is damaged and what may not be written is not believed', async () => {
  const folder = makeFolder({ 'ragged.csv': RAGGED });
  const storage = makeFolder().path;
  await start(folder, storage);
  assert.deepEqual((await start(folder, storage)).opened, ['ragged.csv'], 'a file of this second may change again');
  age(folder, 'ragged.csv');
  assert.deepEqual((await start(folder, storage, false)).opened, ['ragged.csv']);
  assert.deepEqual(readdirSync(storage), [], 'nothing is written without trust');
  const { found } = await start(folder, storage);
  const [name = ''] = readdirSync(storage);
  const text = readFileSync(join(storage, name), 'utf8');
  for (const damaged of ['', text.slice(0, -9), text.replace('ragged-row', 'ragged-rov'), '\n{']) {
    writeFileSync(join(storage, name), damaged);
    const again = await start(folder, storage);
    assert.deepEqual([again.opened, again.found], [['ragged.csv'], found]);
  }
});

test('the oldest entries go where there are too many bytes, and those of other builds', async () => {
  const builds = fileURLToPath(makeFolder({ 'findings-1/x.json': '', 'other/x.json': '' }).uri);
  const storage = join(builds, 'findings-2');
  const cache = nodeCache(storage, () => true, 25, 1);
  for (const [i, key] of ['a', 'b', 'c'].entries()) {
    await cache.write(key, '0123456789');
    utimesSync(join(storage, `${key}.json`), OLD, new Date(OLD.getTime() + i * 1000));
  }
  await cache.write('d', '0123456789');
  assert.deepEqual(readdirSync(storage), ['c.json', 'd.json']);
  assert.deepEqual(readdirSync(builds), ['findings-2', 'other'], 'nor those of other builds');
  assert.deepEqual([await cache.read('a'), await cache.read('d')], [undefined, '0123456789']);
});
