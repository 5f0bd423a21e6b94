import { test } from 'node:test';
import assert from 'node:assert/strict';
import { type Incoming, type Published, TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const DATA = 'id,size\n' + Array.from({ length: 30 }, (_, i) => `${i},${i === 12 ? 999 : i}\n`).join('');

function describe(maximum: number): string {
  const fields = [{ name: 'id', type: 'integer' }, { name: 'size', type: 'integer', constraints: { maximum } }];
  return JSON.stringify({ name: 'x', resources: [{ name: 'data', path: 'data.csv', schema: { fields } }] }, null, 2);
}

const isFound = ({ diagnostics }: Published): boolean => diagnostics.some(({ code }) => code === 'out-of-range');
const isPublishedFor = (file: string) => ({ method, params }: Incoming): boolean => (
  method === 'textDocument/publishDiagnostics' && JSON.stringify(params).includes(`${file}","diag`));

test('a mismatch is shown in the data and at the node, and editing either side settles both', async () => {
  const folder = makeFolder({ 'data.csv': DATA, 'datapackage.json': describe(100) });
  const client = await TestClient.start(folder.uri);
  const [data, description] = [folder.at('data.csv'), folder.at('datapackage.json')];
  client.open(data, DATA);
  const inData = await client.diagnostics(data, isFound);
  assert.ok(inData.diagnostics.some(({ code, range }) => code === 'out-of-range' && range.start.line === 13));
  assert.ok(!client.received.some(isPublishedFor('datapackage.json')), 'the description is not open');

  client.open(description, describe(100), 'json');
  const inDescription = await client.diagnostics(description, isFound);
  const line = describe(100).split('\n').findIndex(each => each.includes('"maximum"'));
  const lines = inDescription.diagnostics.filter(({ code }) => code === 'out-of-range').map(({ range }) => range.start.line);
  assert.deepEqual(lines, [line]);

  client.notify('textDocument/didChange', { textDocument: { uri: description, version: 2 }, contentChanges: [{ text: describe(1000) }] });
  const since = client.received.length;
  await client.diagnostics(description, published => published.version === 2 && !isFound(published));
  await client.diagnostics(data, published => !isFound(published), since);
  await client.stop();
});

test('a description that is opened alone is held against its data on the disk; the data itself is not shown', async () => {
  const folder = makeFolder({ 'data.csv': DATA, 'datapackage.json': describe(100) });
  const client = await TestClient.start(folder.uri);
  client.open(folder.at('datapackage.json'), describe(100), 'json');
  await client.diagnostics(folder.at('datapackage.json'), isFound);
  assert.ok(!client.received.some(isPublishedFor('data.csv')));
  await client.stop();
});
