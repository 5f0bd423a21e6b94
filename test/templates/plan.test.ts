import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { carryOut, planWrite } from '../../server/src/scaffold/main.ts';
import { disk, temporaryFolder, tree } from './support/project.ts';

const files = new Map([['a.txt', 'a'], ['src/b c.txt', 'b'], ['年/#%.txt', 'c']]);
const uri = (folder: string): string => pathToFileURL(folder).href;

test('a project is written into a folder that is not there yet', async () => {
  const folder = join(temporaryFolder(), 'new', 'my "project" 年');
  const plan = await planWrite(disk, uri(folder), files);
  assert.deepEqual(plan.files.map(file => file.state), ['new', 'new', 'new']);
  assert.deepEqual((await carryOut(disk, plan)).written, [...files.keys()]);
  assert.deepEqual(tree(folder), [...files.keys()].sort());
  assert.equal(readFileSync(join(folder, '年/#%.txt'), 'utf8'), 'c');
});

test('what is there stays as it is, and is told before', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), 'mine');
  mkdirSync(join(folder, '年', '#%.txt'), { recursive: true });
  const plan = await planWrite(disk, uri(folder), files);
  assert.deepEqual(plan.files.map(file => file.state), ['different', 'new', 'different']);
  assert.deepEqual(await carryOut(disk, plan), { written: ['src/b c.txt'], kept: ['a.txt', '年/#%.txt'], failed: [] });
  assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), 'mine');
  assert.deepEqual((await planWrite(disk, uri(folder), files)).files.map(file => file.state), ['different', 'same', 'different']);
});

test('a file that appears after the preview is kept', async () => {
  const folder = temporaryFolder();
  const plan = await planWrite(disk, uri(folder), files);
  writeFileSync(join(folder, 'a.txt'), 'mine');
  assert.deepEqual((await carryOut(disk, plan)).kept, ['a.txt']);
  assert.equal(readFileSync(join(folder, 'a.txt'), 'utf8'), 'mine');
});

test('what cannot be written is told, and the rest is written', async () => {
  const folder = temporaryFolder();
  const refusal = { refused: 'not-permitted', detail: 'EACCES' } as const;
  const stubborn = { ...disk, write: async (at: string, bytes: Uint8Array) => (at.endsWith('a.txt') ? refusal : disk.write(at, bytes)) };
  const { written, failed } = await carryOut(stubborn, await planWrite(disk, uri(folder), files));
  assert.deepEqual(failed, [{ path: 'a.txt', refusal }]);
  assert.deepEqual(written, ['src/b c.txt', '年/#%.txt']);
});

test('a file where a folder should be refuses what belongs below it', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'src'), 'a file');
  const { failed, written } = await carryOut(disk, await planWrite(disk, uri(folder), files));
  assert.deepEqual(failed.map(({ path }) => path), ['src/b c.txt']);
  assert.deepEqual(written, ['a.txt', '年/#%.txt']);
});
