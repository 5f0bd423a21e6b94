import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import type { CheckReport, Refused } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

/** Each of these gives a finding of the rule, opened in the editor and closed on the disk, and the server lives on. */
const CASES: readonly { readonly name: string; readonly text: string; readonly rule: string }[] = [
  { name: 'an empty file', text: '', rule: 'empty-dataset' },
  { name: 'a header and no row', text: 'a,b,c\n', rule: 'empty-dataset' },
  { name: 'NUL bytes', text: 'a,b\n1,x\u0000y\n2,z\n', rule: 'control-character' },
  { name: 'one line of 50 MB', text: `a,b\n${'x'.repeat(50 * 1024 * 1024)},1\n`, rule: 'oversized-record' },
  { name: 'an unclosed quote at the top of a large file', text: `a,b\n"open,1\n${'value,2\n'.repeat(700_000)}`, rule: 'unclosed-quote' },
];

for (const { name, text, rule } of CASES) {
  test(`${name}: a finding of ${rule}, no crash`, async () => {
    const folder = makeFolder({ 'closed.csv': text });
    const client = await TestClient.start(folder.uri);
    const has = (diagnostics: readonly Diagnostic[]): boolean => diagnostics.some(({ code }) => code === rule);
    client.open(folder.at('open.csv'), text);
    await client.diagnostics(folder.at('open.csv'), ({ diagnostics }) => has(diagnostics));
    const report = await client.request<CheckReport | Refused>('lintel/checkFile', { uri: folder.at('closed.csv') });
    assert.ok('findings' in report && !report.cancelled);
    await client.diagnostics(folder.at('closed.csv'), ({ diagnostics }) => has(diagnostics));
    assert.equal(await client.stop(), 0);
  });
}

test('invalid UTF-8 is found on the disk, although the editor shows replacement characters', async () => {
  const bytes = Buffer.from('name,n\nCaf\xe9,1\nTea,2\n', 'latin1');
  const folder = makeFolder({ 'a.csv': bytes });
  const client = await TestClient.start(folder.uri);
  client.open(folder.at('a.csv'), new TextDecoder().decode(bytes));
  const { diagnostics } = await client.diagnostics(folder.at('a.csv'), published => published.diagnostics.length > 0);
  const found = diagnostics.find(({ code }) => code === 'invalid-utf8');
  assert.deepEqual(found?.range, { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } });
  await client.stop();
});

test('a folder named like a file, a file that is not there, and one that nobody reads are refused in words', async () => {
  const folder = makeFolder({ 'inner.csv/data.csv': 'a,b\n1,2\n', 'notes.txt': 'hello' });
  mkdirSync(join(folder.path, 'x.csv'));
  const client = await TestClient.start(folder.uri);
  const refusals = [
    ['x.csv', /‘x\.csv’ is not a file/], ['none.csv', /‘none\.csv’ does not exist/], ['notes.txt', /no reader/],
  ] as const;
  for (const [file, words] of refusals) {
    const answer = await client.request<CheckReport | Refused>('lintel/checkFile', { uri: folder.at(file) });
    assert.ok('refused' in answer && words.test(answer.refused), JSON.stringify(answer));
  }
  const whole = await client.request<{ readonly files: number }>('lintel/checkWorkspace', null);
  assert.equal(whole.files, 1, 'the file inside the folder');
  await client.stop();
});

test('a description that points at ../../etc/passwd is refused, and nothing is read or written there', async () => {
  const resource = { name: 'r', path: '../../etc/passwd', schema: { fields: [{ name: 'a', type: 'string' }] } };
  const description = JSON.stringify({ name: 'x', resources: [resource] });
  const folder = makeFolder({ 'w/datapackage.json': description, 'etc/passwd': 'root:x:0:0\n' });
  const client = await TestClient.start(folder.at('w'));
  client.open(folder.at('w', 'datapackage.json'), description, 'json');
  const { diagnostics } = await client.diagnostics(folder.at('w', 'datapackage.json'), published => published.diagnostics.length > 0);
  assert.ok(diagnostics.some(({ message }) => JSON.stringify(message).includes('../../etc/passwd')), JSON.stringify(diagnostics));
  const answer = await client.request<object>('lintel/dataset', { uri: folder.at('w', 'datapackage.json') });
  assert.ok('refused' in answer);
  assert.ok(!JSON.stringify(client.received).includes('root:x'));
  assert.deepEqual(readdirSync(join(folder.path, 'etc')), ['passwd']);
  await client.stop();
});

test('requests that make no sense are answered with an error, and the server lives on', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  await assert.rejects(client.request('textDocument/hover', { nonsense: true }));
  await assert.rejects(client.request('no/such/method', {}));
  const neverOpened = { uri: folder.at('a.csv'), version: 3 };
  client.notify('textDocument/didChange', { textDocument: neverOpened, contentChanges: [{ text: 'a' }] });
  assert.equal(await client.request('textDocument/hover', { textDocument: neverOpened, position: { line: 0, character: 0 } }), null);
  assert.equal(await client.stop(), 0);
});
