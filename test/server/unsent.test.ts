import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { rmSync } from 'node:fs';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const folder = makeFolder();
after(() => rmSync(folder.path, { recursive: true, force: true }));

const TEXT = `id,name\n${Array.from({ length: 40 }, (_, i) => `${i},${i % 7 === 0 ? '值😀' : 'name'}`).join('\n')}\n1,2,3\n`;

/** Opens a document as VS Code opens a big one: without its text. `shown`: what the editor shows. */
function openUnsent(client: TestClient, uri: string, shown: string, change?: string): void {
  const lineEnd = shown.includes('\r\n') ? '\r\n' : '\n';
  const lines = shown.split(/\r\n|\n|\r/).length;
  client.notify('lintel/unsentText', { uri, version: 1, lines, units: shown.length, lineEnd });
  client.open(uri, '');
  if (change === undefined) return;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: change }] });
}

/** The server that is asked for a text: as the client has it now. */
const answersWith = (version: number, text: string) => ({ 'lintel/text': () => ({ version, text }) });

test('a text that is not sent is read from the disk', async () => {
  const uri = folder.write('a.csv', TEXT);
  const client = await TestClient.start(folder.uri);
  openUnsent(client, uri, TEXT);
  const { diagnostics, version } = await client.diagnostics(uri, ({ diagnostics: some }) => some.length > 0);
  assert.equal(version, 1);
  assert.ok(diagnostics.some(({ code, range }) => code === 'ragged-row' && range.start.line === 41));
  assert.ok(!client.received.some(({ method }) => method === 'lintel/text'), 'the text was asked for');
  await client.stop();
});

test('what is said of the text may come right after the opening', async () => {
  const uri = folder.write('late.csv', TEXT);
  const client = await TestClient.start(folder.uri);
  client.open(uri, '');
  client.notify('lintel/unsentText', { uri, version: 1, lines: TEXT.split('\n').length, units: TEXT.length, lineEnd: '\n' });
  const { diagnostics } = await client.diagnostics(uri, ({ diagnostics: some }) => some.some(({ code }) => code === 'ragged-row'));
  assert.ok(!diagnostics.some(({ code }) => code === 'empty-dataset'));
  await client.stop();
});

test('what is typed before the text was read is not lost', async () => {
  const uri = folder.write('b.csv', TEXT);
  const client = await TestClient.start(folder.uri);
  openUnsent(client, uri, TEXT, 'x,y,z\n');
  const { diagnostics } = await client.diagnostics(uri, ({ version, diagnostics: some }) => version === 2 && some.length > 0);
  assert.ok(diagnostics.some(({ code, range }) => code === 'ragged-row' && range.start.line > 0));
  await client.stop();
});

const OTHERS: readonly (readonly [what: string, file: string | Uint8Array, shown: string])[] = [
  ['another text', 'id,name\n1,Ann\n', TEXT],
  ['other line ends', TEXT.replace('\n', '\r\n'), TEXT],
  ['a byte-order mark', `\ufeff${TEXT}`, TEXT],
  ['another encoding', Buffer.from(TEXT.replaceAll('值😀', 'é'), 'latin1'), TEXT.replaceAll('值😀', '\ufffd')],
  ['lone carriage returns', TEXT.replaceAll('\n', '\r'), TEXT],
];

for (const [what, file, shown] of OTHERS) {
  test(`a file with ${what} is not what the editor shows: the text is asked for`, async () => {
    const uri = folder.write(`${what.replaceAll(' ', '-')}.csv`, file);
    const changed = `x${shown}`;
    const client = await TestClient.start(folder.uri, {}, answersWith(2, changed));
    openUnsent(client, uri, shown, 'x');
    const { diagnostics } = await client.diagnostics(uri, ({ version, diagnostics: some }) => version === 2 && some.length > 0);
    assert.ok(client.received.some(({ method }) => method === 'lintel/text'));
    assert.ok(diagnostics.some(({ code, range }) => code === 'ragged-row' && range.start.line === 41), JSON.stringify(diagnostics.map(({ code }) => code)));
    await client.stop();
  });
}

test('a document that is closed before its text came stays closed, and one without a file has its text asked for', async () => {
  const uri = folder.at('nowhere.csv');
  const client = await TestClient.start(folder.uri, {}, answersWith(1, TEXT));
  openUnsent(client, uri, TEXT);
  await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
  openUnsent(client, uri, TEXT);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.request('lintel/rules', null);
  const since = client.received.length;
  await client.request('lintel/rules', null);
  assert.ok(!client.received.slice(since).some(({ method }) => method === 'textDocument/publishDiagnostics'));
  await client.stop();
});
