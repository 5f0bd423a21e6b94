import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

/** Renames the first field of the description of a file. */
async function renameIn(files: Readonly<Record<string, string>>, description: object): Promise<string> {
  const folder = makeFolder({ ...files, 'datapackage.json': JSON.stringify(description) });
  const client = await TestClient.start(folder.uri, { capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
  const uri = folder.at('datapackage.json');
  client.open(uri, JSON.stringify(description), 'json');
  const character = JSON.stringify(description).indexOf('"width"') + 2;
  const edit = await client.request<object>('textDocument/rename', { textDocument: { uri }, position: { line: 0, character }, newName: 'breadth' }).catch((cause: Error) => cause.message);
  await client.stop();
  return typeof edit === 'string' ? edit : JSON.stringify(edit);
}

const describing = (path: string, more: object = {}): object => ({ resources: [{ name: 'data', path, ...more, schema: { fields: [{ name: 'width', type: 'integer' }] } }] });

test('a column of JSON Lines is not renamed in its description alone', async () => {
  assert.match(await renameIn({ 'data.jsonl': '{"width":1}\n{"width":2}\n' }, describing('data.jsonl')), /‘width’ cannot be renamed in ‘data.jsonl’/);
});

test('a column that only the description names is renamed there', async () => {
  const edit = await renameIn({ 'data.csv': '1\n2\n3\n' }, describing('data.csv', { dialect: { header: false } }));
  assert.match(edit, /datapackage\.json/);
  assert.doesNotMatch(edit, /data\.csv/);
});

test('a column of a CSV file is renamed in both', async () => {
  const edit = await renameIn({ 'data.csv': 'width\n1\n2\n' }, describing('data.csv'));
  assert.match(edit, /data\.csv/);
  assert.match(edit, /datapackage\.json/);
});
