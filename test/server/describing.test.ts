import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { CompletionItem, DocumentLink, DocumentSymbol, Location, WorkspaceEdit } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const CAPABILITIES = {
  capabilities: {
    textDocument: { hover: { contentFormat: ['markdown'] }, rename: { prepareSupport: true }, completion: { completionItem: { snippetSupport: true } } },
    workspace: { workspaceEdit: { documentChanges: true } },
  },
};
const DATA = `id,colour\n${Array.from({ length: 30 }, (_, i) => `${i},${i % 3 ? 'red' : 'blue'}\n`).join('')}`;
const JSON_TEXT = JSON.stringify({
  name: 'p', resources: [
    { name: 'data', path: 'data.csv', schema: { fields: [{ name: 'id', type: 'integer' }, { name: 'colour', type: 'string' }], primaryKey: ['id'] } },
    { name: 'more', path: 'more.csv', schema: { fields: [{ name: 'ref', type: 'integer' }], foreignKeys: [{ fields: ['ref'], reference: { resource: 'data', fields: ['id'] } }] } },
  ],
}, null, 2);
const FILES = { 'data.csv': DATA, 'more.csv': 'ref\n1\n' };

/** A text with its cursor marked by `|`. */
function cursorIn(text: string): { readonly text: string; readonly position: { readonly line: number; readonly character: number } } {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return { text: text.replace('|', ''), position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } };
}

function placeOf(text: string, needle: string, plus = 1): { readonly line: number; readonly character: number } {
  const before = text.slice(0, text.indexOf(needle) + plus).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** Waits for what is known of the data where the description names it. */
async function open(file: string, text: string, files: Readonly<Record<string, string>> = FILES, isWhole = true) {
  const folder = makeFolder({ ...files, [file]: text });
  const client = await TestClient.start(folder.uri, CAPABILITIES);
  client.open(folder.at(file), text, file.endsWith('json') ? 'json' : 'yaml');
  if (!isWhole) await client.diagnostics(folder.at(file));
  else await client.until('the check of the data', messages => messages.find(({ method, params }) => method === 'lintel/status' && JSON.stringify(params).includes('data.csv')));
  return { folder, client, uri: folder.at(file) };
}

async function completed(file: string, marked: string, isWhole = true): Promise<ReadonlyMap<string, string>> {
  const { text, position } = cursorIn(marked);
  const { client, uri } = await open(file, text, FILES, isWhole);
  const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
  await client.stop();
  return new Map(items.map(({ label, textEdit }) => [label, textEdit?.newText ?? '']));
}

const around = (fields: string, rest = ''): string => `{ "resources": [{ "name": "data", "path": "data.csv"${rest}, "schema": { "fields": [${fields}] } }] }`;

test('properties are offered where a key is written, but for those that are there', async () => {
  const keys = await completed('datapackage.json', around('{ "name": "id", "|" }'));
  assert.deepEqual([keys.get('type'), keys.has('name'), keys.get('constraints'), keys.get('missingValues')], ['"type": "$1"', false, '"constraints": { $1 }', '"missingValues": [$1]']);
  const between = await completed('datapackage.json', '{ "na|"\n  "resources": [{ "name": "data", "path": "data.csv" }] }', false);
  assert.equal(between.get('name'), '"name": "$1",');
});

test('values are those of the standard, of the data, of the folder and of the description', async () => {
  assert.deepEqual([...(await completed('datapackage.json', around('{ "name": "id", "type": "in|" }'))).keys()].slice(0, 4), ['any', 'string', 'number', 'integer']);
  assert.deepEqual([...await completed('datapackage.json', around('{ "name": "id" }, { "name": "|" }'))], [['colour', '"colour"'], ['id', '"id"']]);
  assert.deepEqual([...await completed('datapackage.json', around('{ "name": "colour", "constraints": { "enum": ["|"] } }'))], [['red', '"red"'], ['blue', '"blue"']]);
  assert.deepEqual([...await completed('datapackage.json', '{ "resources": [{ "name": "data", "path": "data.csv" }, { "name": "b", "path": "|" }] }')], [['data.csv', '"data.csv"'], ['more.csv', '"more.csv"']]);
  assert.ok((await completed('datapackage.json', '{ "licenses": [{ "name": | }], "resources": [{ "name": "data", "path": "data.csv" }] }')).has('CC-BY-4.0'));
});

test('YAML is completed by its indentation while it is unfinished', async () => {
  const head = 'resources:\n  - name: data\n    path: data.csv\n    schema:\n      fields:\n';
  const keys = await completed('datapackage.yaml', `${head}        - name: id\n          ty|\n`);
  assert.deepEqual([keys.get('type'), keys.has('name')], ['type: ', false]);
  assert.deepEqual([...(await completed('datapackage.yaml', `${head}        - name: id\n        - name: |\n`)).keys()], ['colour', 'id']);
  assert.ok((await completed('datapackage.yaml', `${head}        - name: id\n          type: |\n`)).has('integer'));
  assert.deepEqual([...(await completed('datapackage.yaml', `${head}        - name: id\n      primaryKey: [|]\n`)).keys()], ['id']);
});

test('a property is explained, a field shows its column, and paths are links', async () => {
  const { client, uri, folder } = await open('datapackage.json', JSON_TEXT);
  const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', { textDocument: { uri }, position: placeOf(JSON_TEXT, '"primaryKey"', 3) });
  assert.match(hover.contents.value, /tell rows apart/);
  const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  assert.deepEqual(links.map(({ target }) => target), [folder.at('data.csv'), folder.at('more.csv')]);
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  assert.deepEqual(symbols.map(({ name, children }) => [name, children?.map(child => child.name)]), [['data', ['id', 'colour']], ['more', ['ref']]]);
  await client.stop();
});

test('definitions lead from a field to its header and back, and from a key to its field', async () => {
  const { client, uri, folder } = await open('datapackage.json', JSON_TEXT);
  const data = folder.at('data.csv');
  const toHeader = await client.request<Location>('textDocument/definition', { textDocument: { uri }, position: placeOf(JSON_TEXT, '"colour"', 3) });
  assert.deepEqual([toHeader.uri, toHeader.range], [data, { start: { line: 0, character: 3 }, end: { line: 0, character: 9 } }]);
  const inKey = await client.request<Location>('textDocument/definition', { textDocument: { uri }, position: { ...placeOf(JSON_TEXT, '"primaryKey"', 0), line: placeOf(JSON_TEXT, '"primaryKey"').line + 1, character: 13 } });
  assert.deepEqual([inKey.uri, inKey.range.start.line], [uri, placeOf(JSON_TEXT, '"id"').line]);
  client.open(data, DATA);
  const toField = await client.request<Location>('textDocument/definition', { textDocument: { uri: data }, position: { line: 0, character: 4 } });
  assert.deepEqual([toField.uri, toField.range.start.line], [uri, placeOf(JSON_TEXT, '"colour"').line]);
  await client.stop();
});

test('a column is renamed in its data, in its field and in the keys that name it', async () => {
  const { client, uri, folder } = await open('datapackage.json', JSON_TEXT, { ...FILES, 'copy.datapackage.json': '{ "resources": [{ "name": "d", "path": "data.csv", "schema": { "fields": [{ "name": "id" }] } }] }' });
  const position = placeOf(JSON_TEXT, '"name": "id"', 10);
  const place = await client.request<{ placeholder: string }>('textDocument/prepareRename', { textDocument: { uri }, position });
  assert.equal(place.placeholder, 'id');
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { textDocument: { uri }, position, newName: 'key' });
  const changes = new Map((edit.documentChanges ?? []).flatMap(change => ('edits' in change ? [[change.textDocument.uri, change.edits.map(one => ('newText' in one ? one.newText : ''))] as const] : [])));
  assert.deepEqual([changes.get(folder.at('data.csv')), changes.get(uri), changes.get(folder.at('copy.datapackage.json'))], [['key'], ['"key"', '"key"', '"key"'], ['"key"']]);
  await assert.rejects(client.request('textDocument/rename', { textDocument: { uri }, position, newName: 'colour' }), /cannot be the name/);
  await client.stop();
});
