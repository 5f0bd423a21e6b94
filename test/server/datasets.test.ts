import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckReport, Requests } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

type Listed = Requests['lintel/datasets']['result'];

test('datasets are listed with their splits and descriptions, unread ones without findings', async () => {
  const folder = makeFolder({
    'train.csv': 'a,b\n1,2\n3\n', 'test.csv': 'a,b\n1,2\n', 'notes.txt': 'x', 'data/验证集/part-1.csv': 'a\n1\n',
    'datapackage.json': '{ "resources": [{ "name": "train", "path": "train.csv" }] }',
  });
  const client = await TestClient.start(folder.uri);
  const { entries, more } = await client.request<Listed>('lintel/datasets', null);
  const told = entries.map(({ uri, split, descriptionUri, findings }) => [decodeURIComponent(uri.slice(folder.uri.length + 1)), split, descriptionUri !== null, findings]);
  assert.deepEqual(told.sort(), [
    ['data/验证集/part-1.csv', 'validation data', false, null], ['test.csv', 'test data', false, null], ['train.csv', 'training data', true, null],
  ]);
  assert.equal(more, 0);
  await client.stop();
});

test('a dataset that was checked has its findings by rule, the worst first, with their first place', async () => {
  const folder = makeFolder({ 'x.csv': 'a,b\n1,2\n3\n4,5\n6\n' });
  const client = await TestClient.start(folder.uri);
  await client.request<CheckReport>('lintel/checkFile', { uri: folder.at('x.csv') });
  const [entry] = (await client.request<Listed>('lintel/datasets', null)).entries;
  const ragged = entry?.findings?.find(({ rule }) => rule === 'ragged-row');
  assert.equal(entry?.findings?.[0]?.severity, 'error');
  assert.equal(ragged?.range.start.line, 2);
  assert.match(ragged?.title ?? '', /cells/);
  await client.stop();
});

test('without a folder there are no datasets', async () => {
  const client = await TestClient.start(null);
  assert.deepEqual(await client.request<Listed>('lintel/datasets', null), { entries: [], more: 0 });
  await client.stop();
});
