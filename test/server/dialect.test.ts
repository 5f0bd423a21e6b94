// How a file is read can be said where the project sees it; where the cursor is, and every finding there is, can be asked for.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CodeLens, WorkspaceEdit } from 'vscode-languageserver';
import type { CellFacts, DatasetFacts, DialectChange, Refused } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { type Folder, makeFolder } from './harness/folder.ts';
import { write } from './harness/write.ts';

const CAPABLE = { workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } };
const PRICES = `name;price\n${Array.from({ length: 30 }, (_, i) => `thing ${i};${i}.5\n`).join('')}`;
type Answer = { readonly changed: string } | Refused;

async function started(folder: Folder, options: object = {}): Promise<TestClient> {
  return TestClient.start(folder.uri, { capabilities: CAPABLE, initializationOptions: options }, {
    'workspace/applyEdit': ({ edit }: { readonly edit: WorkspaceEdit }) => {
      write(edit);
      return { applied: true };
    },
  });
}

async function change(client: TestClient, folder: Folder, wanted: DialectChange): Promise<Answer> {
  const answer = await client.request<Answer>('lintel/changeDialect', { uri: folder.at('a.csv'), change: wanted });
  if ('changed' in answer) client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: answer.changed, type: 2 }] });
  await client.request('lintel/checkFile', { uri: folder.at('a.csv') });
  return answer;
}

const dialect = async (client: TestClient, folder: Folder): Promise<DatasetFacts['dialect']> =>
  (await client.request<DatasetFacts>('lintel/dataset', { uri: folder.at('a.csv') })).dialect;

test('a delimiter goes into a new configuration, a header into the same override, and both can be left to detection again', async () => {
  const folder = makeFolder({ 'a.csv': PRICES, 'b.csv': PRICES });
  const client = await started(folder);
  const file = `${folder.path}/lintel.config.yaml`;
  assert.deepEqual(await change(client, folder, { part: 'delimiter', value: ',' }), { changed: folder.at('lintel.config.yaml') });
  assert.deepEqual(await dialect(client, folder), { delimiter: ',', quote: '"', header: true, encoding: 'utf-8', declared: ['delimiter'] });
  writeFileSync(file, `# ours\n${readFileSync(file, 'utf8')}`);
  await change(client, folder, { part: 'header', value: false });
  assert.equal((readFileSync(file, 'utf8').match(/files/g) ?? []).length, 1, readFileSync(file, 'utf8'));
  assert.match(readFileSync(file, 'utf8'), /^# ours/);
  assert.deepEqual((await dialect(client, folder)).declared, ['delimiter', 'header']);
  await change(client, folder, { part: 'delimiter' });
  assert.deepEqual(await dialect(client, folder), { delimiter: ';', quote: '"', header: false, encoding: 'utf-8', declared: ['header'] });
  const other = await client.request<DatasetFacts>('lintel/dataset', { uri: folder.at('b.csv') });
  assert.deepEqual(other.dialect.declared, [], 'other files are read as before');
  assert.ok('refused' in await change(client, folder, { part: 'delimiter' }), 'nothing is left to take out');
  await client.stop();
});

test('what a later override says does not undo the change', async () => {
  const config = 'overrides:\n  - files: ./a.csv\n    read: { header: true }\n  - files: "*.csv"\n    read: { delimiter: "|" }\n';
  const folder = makeFolder({ 'a.csv': PRICES, 'lintel.config.yaml': config });
  const client = await started(folder);
  await change(client, folder, { part: 'delimiter', value: ';' });
  assert.equal((await dialect(client, folder)).delimiter, ';');
  await client.stop();
});

test('where a description says how the file is read, it is the one that changes', async () => {
  const resource = { name: 'a', path: 'a.csv', encoding: 'utf-8', schema: { fields: [{ name: 'name' }, { name: 'price' }] } };
  const folder = makeFolder({ 'a.csv': PRICES, 'datapackage.json': JSON.stringify({ name: 'a', resources: [resource] }, null, 2) });
  const client = await started(folder);
  assert.deepEqual(await change(client, folder, { part: 'header', value: false }), { changed: folder.at('datapackage.json') });
  const { resources } = JSON.parse(readFileSync(`${folder.path}/datapackage.json`, 'utf8'));
  assert.deepEqual(resources, [{ ...resource, dialect: { header: false } }]);
  assert.equal((await dialect(client, folder)).header, false);
  await client.stop();
});

test('what cannot be is refused in words: impossible delimiters, no trust, no folder', async () => {
  const folder = makeFolder({ 'a.csv': PRICES });
  const client = await started(folder);
  for (const wanted of [{ part: 'delimiter', value: 'ab' }, { part: 'delimiter', value: '，' }, { part: 'header', value: 'yes' }, { part: 'encoding', value: 'utf-77' }] as const) {
    assert.match(JSON.stringify(await change(client, folder, wanted)), /cannot be read like that/);
  }
  await client.stop();
  const restricted = await started(folder, { trusted: false });
  assert.match(JSON.stringify(await change(restricted, folder, { part: 'delimiter', value: ',' })), /not trusted/);
  await restricted.stop();
  const alone = await TestClient.start(null, { capabilities: CAPABLE });
  alone.open(folder.at('a.csv'), PRICES);
  assert.match(JSON.stringify(await change(alone, folder, { part: 'delimiter', value: ',' })), /Open the folder/);
  await alone.stop();
  assert.equal(existsSync(`${folder.path}/lintel.config.yaml`), false);
});

test('a cursor knows its column and row, in quotes, over line ends and in the header', async () => {
  const folder = makeFolder();
  const client = await started(folder);
  const uri = folder.at('a.csv');
  client.open(uri, `id,"a, b"\n${Array.from({ length: 40 }, (_, i) => `${i},"x\ny ${i}"\n`).join('')}`);
  const at = async (line: number, character: number): Promise<unknown[] | null> => {
    const cell = await client.request<CellFacts | null>('lintel/cellAt', { uri, position: { line, character } });
    return cell && [cell.row, cell.column, cell.columns, cell.name];
  };
  assert.deepEqual(await at(0, 6), [null, 2, 2, 'a, b']);
  assert.deepEqual(await at(1, 0), [1, 1, 2, 'id']);
  assert.deepEqual(await at(2, 3), [1, 2, 2, 'a, b']);
  assert.deepEqual(await at(80, 4), [40, 2, 2, 'a, b']);
  assert.equal(await at(81, 0), null, 'after the last record');
  await client.stop();
});

test('all findings come as text with their places, and the lens that offers them shows where an editor cuts', async () => {
  const folder = makeFolder();
  const client = await started(folder, { clientCommands: true, commands: ['lintel.showProfile'] });
  const uri = folder.at('a.csv');
  const lensesOf = async (): Promise<readonly (string | undefined)[]> =>
    (await client.request<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri } })).map(({ command }) => command?.title);
  client.open(uri, `a,b\n${'1,2\n1,2\n1,2,3\n'.repeat(10)}`);
  await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
  const few = await lensesOf();
  assert.ok(few.includes('Profile') && !few.includes('Show More Findings'), few.join());
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: `a,b\n${Array.from({ length: 6000 }, (_, i) => (i % 4 === 0 ? `${i},2,3\n` : `${i},2\n`)).join('')}` }] });
  await client.diagnostics(uri, ({ diagnostics, version }) => version === 2 && diagnostics.length === 1000);
  assert.ok((await lensesOf()).includes('Show More Findings'));
  const { text } = await client.request<{ text: string }>('lintel/findings', { uri });
  assert.match(text, /ragged-row/);
  assert.match(text, /^ {2}3602:\d+$/m);
  assert.match(text, /^ {2}and 500 places more$/m);
  assert.equal(await client.request('lintel/findings', { uri: folder.at('none.csv') }), null);
  await client.stop();
});
