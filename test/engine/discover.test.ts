import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Files, Refusal } from '../../server/src/core/host.ts';
import { discover } from '../../server/src/engine/discover.ts';
import { memoryFiles } from '../harness/memoryFiles.ts';

const LOCKED: Refusal = { refused: 'not-permitted', detail: 'EACCES' };
const FOLDERS: Readonly<Record<string, readonly string[] | Refusal>> = {
  'file:///w/': ['a.csv', 'locked/', 'open/'], 'file:///w/locked/': LOCKED, 'file:///w/open/': ['b.csv', 'notes.txt'],
};

const files: Files = { ...memoryFiles({}), list: uri => Promise.resolve(FOLDERS[uri] ?? { refused: 'missing', detail: uri }) };

test('a folder that cannot be read is told of, and the others are searched', async () => {
  const unread: (readonly [uri: string, why: string])[] = [];
  const found: string[] = [];
  const accepts = (name: string): boolean => name.endsWith('.csv');
  const search = { root: 'file:///w', include: [], exclude: [], accepts, unread: (uri: string, { refused }: Refusal) => void unread.push([uri, refused]) };
  for await (const uri of discover(files, search)) found.push(uri);
  assert.deepEqual(found, ['file:///w/a.csv', 'file:///w/open/b.csv']);
  assert.deepEqual(unread, [['file:///w/locked', 'not-permitted']]);
});
