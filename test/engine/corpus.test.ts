import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCorpus } from '../../server/src/engine/corpus/openCorpus.ts';
import { FOLDER, memoryHost } from '../harness/memoryHost.ts';

test('a file that vanishes after the folder was listed counts as empty, and is named', async () => {
  const dataset = new Map([['notes/a.txt', { bytes: new TextEncoder().encode('\ufeffkept') }], ['notes/b.txt', { bytes: new TextEncoder().encode('gone') }]]);
  const opened = await openCorpus(`${FOLDER}notes/`, memoryHost(dataset).files, {});
  assert.ok(opened && 'source' in opened);
  const { documents } = opened.source;
  assert.ok(documents);
  dataset.delete('notes/b.txt');
  assert.equal(new TextDecoder().decode(await documents.read(0)), 'kept');
  assert.equal((await documents.read(1)).length, 0);
  assert.deepEqual([...documents.unread], ['b.txt']);
  assert.deepEqual([documents.cut.size, documents.more], [0, false]);
});
