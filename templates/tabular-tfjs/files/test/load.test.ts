import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { columnIndex, load } from '../src/load.ts';

async function loaded(bytes: string | Uint8Array, encoding: string) {
  const folder = await mkdtemp(join(tmpdir(), 'load-'));
  try {
    await writeFile(join(folder, 'data.csv'), bytes);
    return await load(join(folder, 'data.csv'), { delimiter: ',', encoding });
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('records that do not fit the header are left out and counted', async () => {
  assert.deepEqual(await loaded('a,b\n1,2\n3\n4,5,6\n', 'utf-8'), { header: ['a', 'b'], rows: [['1', '2']], ragged: 2 });
});

test('other encodings are read, and wrong ones refused', async () => {
  assert.deepEqual((await loaded(Uint8Array.of(0xc4, 0xea, 0x0a), 'gb18030')).header, ['年']);
  await assert.rejects(loaded(Uint8Array.of(0xc4, 0xea, 0x0a), 'utf-8'));
});

test('an empty file is refused', async () => {
  await assert.rejects(loaded('', 'utf-8'), /empty/);
});

test('a column must be there once', () => {
  const table = { header: ['a', 'b', 'b'], rows: [], ragged: 0 };
  assert.equal(columnIndex(table, 'a'), 0);
  assert.throws(() => columnIndex(table, 'b'), /more than one/);
  assert.throws(() => columnIndex(table, 'c'), /no column/);
});
