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

test('the parts of a description fold, in JSON and in YAML', async () => {
  const json = '{\n  "name": "a",\n  "resources": [\n    {\n      "name": "b",\n      "path": "b.csv"\n    }\n  ]\n}\n';
  const yaml = 'name: a\nresources:\n  - name: b\n    path: b.csv\n    schema:\n      fields:\n        - name: x\n          type: integer\n';
  const folder = makeFolder({ 'datapackage.json': json, 'c.datapackage.yaml': yaml });
  const client = await TestClient.start(folder.uri);
  const foldsOf = async (file: string, text: string, language: string): Promise<readonly string[]> => {
    client.open(folder.at(file), text, language);
    const folds = await client.request<readonly { readonly startLine: number; readonly endLine: number }[]>('textDocument/foldingRange', { textDocument: { uri: folder.at(file) } });
    return folds.map(({ startLine, endLine }) => `${startLine}-${endLine}`);
  };
  assert.deepEqual(await foldsOf('datapackage.json', json, 'json'), ['0-7', '2-6', '3-5']);
  assert.deepEqual(await foldsOf('c.datapackage.yaml', yaml, 'yaml'), ['0-7', '1-7', '2-7', '4-7', '5-7', '6-7']);
  await client.stop();
});
