import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CodeAction, CompletionItem, Diagnostic, Hover, WorkspaceEdit } from 'vscode-languageserver';
import { DocumentText } from '../../server/src/engine/documentText.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const CAPABLE = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
};
const TABLE = `id,kind\n1,same,y\n${Array.from({ length: 60 }, (_, i) => `${i},same`).join('\n')}\n`;
const codes = (diagnostics: readonly Diagnostic[]): readonly string[] => [...new Set(diagnostics.map(({ code }) => String(code)))].sort();

/** What the command line finds in a file of a folder. */
function cli(folder: string, file: string): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [resolve('out/cli.js'), 'check', file, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  const { files }: { readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[] } = JSON.parse(stdout);
  return [...new Set(files.filter(({ path }) => path === file).flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
}

test('with a configuration the editor and the command line find the same, whatever the settings say', async () => {
  const folder = makeFolder();
  const path = fileURLToPath(folder.uri);
  writeFileSync(join(path, 'lintel.config.yaml'), 'rules: { constant-column: off }\noverrides: [{ files: a.csv, rules: { ragged-row: hint } }]\n');
  writeFileSync(join(path, 'a.csv'), TABLE);
  const settings = { rules: { 'ragged-row': 'off', 'constant-column': 'error' } };
  const client = await TestClient.start(folder.uri, { initializationOptions: { settings } });
  client.open(folder.at('a.csv'), TABLE);
  const { diagnostics } = await client.diagnostics(folder.at('a.csv'), published => published.diagnostics.length > 0);
  assert.deepEqual(codes(diagnostics), cli(path, 'a.csv'));
  assert.equal(diagnostics.find(({ code }) => code === 'ragged-row')?.severity, 4);
  const uri = folder.at('lintel.config.yaml');
  client.open(uri, readFileSync(join(path, 'lintel.config.yaml'), 'utf8'));
  const own = await client.diagnostics(uri, published => published.diagnostics.length > 0);
  assert.deepEqual(codes(own.diagnostics), ['overruled-setting']);
  await client.stop();
});

test('a change of the open configuration is seen at once', async () => {
  const folder = makeFolder();
  const path = fileURLToPath(folder.uri);
  writeFileSync(join(path, 'lintel.config.yaml'), '\n');
  writeFileSync(join(path, 'a.csv'), TABLE);
  const client = await TestClient.start(folder.uri);
  client.open(folder.at('a.csv'), TABLE);
  await client.diagnostics(folder.at('a.csv'), ({ diagnostics }) => codes(diagnostics).includes('ragged-row'));
  client.open(folder.at('lintel.config.yaml'), '\n');
  client.notify('textDocument/didChange', { textDocument: { uri: folder.at('lintel.config.yaml'), version: 2 }, contentChanges: [{ text: 'rules: { ragged-row: off }\n' }] });
  await client.diagnostics(folder.at('a.csv'), ({ diagnostics }) => diagnostics.length > 0 && !codes(diagnostics).includes('ragged-row'));
  await client.stop();
});

for (const [step, title] of [['column', 'in the column'], ['file', 'in this file'], ['project', 'in this project'], ['baseline', 'to the baseline']] as const) {
  test(`a finding goes ${title}: the configuration is edited, and the command line agrees`, async () => {
    const folder = makeFolder();
    const path = fileURLToPath(folder.uri);
    const before = step === 'project' ? undefined : '# ours\nrules:\n  outlier: off # loud\n';
    if (before !== undefined) writeFileSync(join(path, 'lintel.config.yaml'), before);
    writeFileSync(join(path, 'a.csv'), TABLE);
    const client = await TestClient.start(folder.uri, { capabilities: CAPABLE });
    const uri = folder.at('a.csv');
    client.open(uri, TABLE);
    const { diagnostics } = await client.diagnostics(uri, published => codes(published.diagnostics).includes('constant-column'));
    const diagnostic = diagnostics.find(({ code }) => code === 'constant-column') ?? assert.fail();
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } });
    const action = actions.find(each => each.title.includes(title)) ?? assert.fail(actions.map(each => each.title).join());
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    write(edit);
    const after = readFileSync(join(path, 'lintel.config.yaml'), 'utf8');
    if (before !== undefined) assert.ok(after.startsWith(before), after);
    assert.equal(cli(path, 'a.csv').includes('constant-column'), false, after);
    assert.equal(cli(path, 'a.csv').includes('ragged-row'), true);
    await client.stop();
  });
}

/** Writes an edit to the disk, as an editor does that saves. */
function write(edit: WorkspaceEdit | undefined): void {
  for (const change of edit?.documentChanges ?? []) {
    if (!('edits' in change)) {
      writeFileSync(fileURLToPath('uri' in change ? change.uri : ''), '', { flag: 'wx' });
      continue;
    }
    const file = fileURLToPath(change.textDocument.uri);
    const text = change.edits.reduce((now, one) => ('newText' in one ? now.edit({ range: one.range, text: one.newText }) : now), DocumentText.of(readFileSync(file, 'utf8')));
    writeFileSync(file, text.toString());
  }
}

test('a document that is wrongly taken for a description is said to be none, by a quick fix', async () => {
  const text = '{\n  "name": "no package",\n  "resources": [{ "name": "a", "path": "a.csv", "schema": { "fields": [{ "name": "other" }] } }],\n  "licences": 1,\n  "created": 5\n}\n';
  const folder = makeFolder({ 'a.csv': TABLE, 'datapackage.json': text });
  const path = fileURLToPath(folder.uri);
  const client = await TestClient.start(folder.uri, { capabilities: CAPABLE });
  const uri = folder.at('datapackage.json');
  client.open(uri, text, 'json');
  const { diagnostics } = await client.diagnostics(uri, published => codes(published.diagnostics).some(code => /^(?:extra|missing)-column$/.test(code)));
  const [diagnostic = assert.fail()] = diagnostics;
  assert.match(cli(path, 'a.csv').join(), /extra-column|missing-column/);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: diagnostic.range, context: { diagnostics: [diagnostic] } });
  const action = actions.find(each => each.title.includes('no description')) ?? assert.fail(actions.map(each => each.title).join());
  const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
  write(edit);
  assert.equal(readFileSync(join(path, 'lintel.config.yaml'), 'utf8'), 'overrides: [{"files":"./datapackage.json","standard":"none"}]\n');
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at('lintel.config.yaml'), type: 1 }] });
  await client.diagnostics(uri, published => published.diagnostics.length === 0);
  assert.doesNotMatch(cli(path, 'a.csv').join(), /extra-column|missing-column/);
  assert.deepEqual(cli(path, 'datapackage.json'), []);
  assert.deepEqual(await client.request('textDocument/completion', { textDocument: { uri }, position: { line: 1, character: 3 } }), null);
  assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument: { uri } }), []);
  await client.stop();
});

test('a configuration that is being written is completed and explained, in the language of the reader', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { locale: 'zh-cn' });
  const uri = folder.at('lintel.config.yaml');
  client.open(uri, 'rules:\n  constant-column: off\n  miss');
  const at = (line: number, character: number): object => ({ textDocument: { uri }, position: { line, character } });
  const items = await client.request<readonly CompletionItem[]>('textDocument/completion', at(2, 6));
  const item = items.find(({ label }) => label === 'missing-rate');
  assert.deepEqual(item?.textEdit, { range: { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } }, newText: 'missing-rate: ' });
  assert.match(String(item?.documentation), /[\u4e00-\u9fff].*\n\n默认：/);
  const hover = await client.request<Hover | null>('textDocument/hover', at(1, 5));
  assert.match(JSON.stringify(hover?.contents), /默认/);
  assert.match(JSON.stringify((await client.request<Hover | null>('textDocument/hover', at(0, 2)))?.contents), /按规则标识设置/);
  const data = folder.at('a.csv');
  client.open(data, TABLE);
  assert.equal(await client.request('textDocument/completion', { textDocument: { uri: data }, position: { line: 0, character: 1 } }), null);
  await client.stop();
});
