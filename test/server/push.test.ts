import { test } from 'node:test';
import assert from 'node:assert/strict';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

test('a document is opened, checked, edited and checked again; closed, its findings go', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('a.csv');
  client.open(uri, 'id,word\n1,one\n2,two,too many\n3,six\n');
  const first = await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
  const [ragged] = first.diagnostics;
  assert.equal(ragged?.code, 'ragged-row');
  assert.equal(ragged?.source, 'lintel');
  assert.equal(ragged?.range.start.line, 2);
  assert.equal(first.version, 1);

  client.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 2, character: 5 }, end: { line: 2, character: 14 } }, text: '' }],
  });
  const second = await client.diagnostics(uri, ({ version }) => version === 2);
  assert.deepEqual(second.diagnostics.filter(each => each.code === 'ragged-row'), []);

  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.diagnostics(uri, ({ diagnostics, version }) => diagnostics.length === 0 && version === undefined);
  assert.equal(await client.stop(), 0);
});
