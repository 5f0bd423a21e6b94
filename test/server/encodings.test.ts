import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { encode } from '../../server/src/util/charset/encode.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const TEXT = '编号,姓名,城市\n1,王小明,北京\n2,李娜,上海,多\n3,张伟,广州\n4,刘洋,深圳\n5,陈静,杭州\n';

function gbk(text: string): Uint8Array {
  const bytes = encode(text, 'gbk');
  assert.ok(bytes);
  return bytes;
}

const of = (rule: string) => ({ code }: Diagnostic): boolean => code === rule;

test('a document that the editor shows in the wrong encoding gets one finding and a way out of it', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { initializationOptions: { clientCommands: true } });
  const uri = folder.write('a.csv', gbk(TEXT));
  const shown = new TextDecoder().decode(gbk(TEXT));
  assert.ok(shown.includes('\ufffd'));
  client.open(uri, shown);
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.some(of('non-utf8-encoding')));
  const [encoding, ...more] = diagnostics.filter(of('non-utf8-encoding'));
  assert.ok(encoding && more.length === 0);
  assert.match(String(encoding.message), /The editor shows this file as ‘UTF-8’, but it reads as ‘GBK’/);
  assert.ok(!diagnostics.some(({ code }) => /invalid-utf8|mojibake|control/.test(String(code))), 'nothing about what is not in the file');
  const ragged = diagnostics.find(of('ragged-row'));
  const line = shown.split('\n')[2] ?? '';
  assert.ok(ragged, 'the rest of the file is checked');
  assert.equal(line.slice(ragged.range.start.character, ragged.range.end.character), line.slice(line.lastIndexOf(',') + 1), 'at the place that is shown');
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: encoding.range, context: { diagnostics: [encoding] } });
  const reopen = actions.find(({ command }) => command?.command === 'lintel.reopenWithEncoding');
  assert.deepEqual(reopen?.command?.arguments, [uri, 'gbk']);
  assert.equal(reopen?.title, 'Reopen with encoding ‘GBK’');
  await client.stop();
});

test('reopened in its encoding, the document has the findings of the file, and so has one that was edited', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { initializationOptions: { clientCommands: true } });
  const uri = folder.write('a.csv', gbk(TEXT));
  client.open(uri, TEXT);
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.some(of('non-utf8-encoding')));
  assert.match(String(diagnostics.find(of('non-utf8-encoding'))?.message), /^The file is not UTF-8. It reads as ‘GBK’, a guess/);
  const ragged = diagnostics.find(of('ragged-row'));
  assert.equal(ragged?.range.start.character, 8);
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: TEXT.replace(',多', '') }] });
  await client.diagnostics(uri, ({ version, diagnostics: left }) => version === 2 && !left.some(of('ragged-row')));
  await client.stop();
});

test('a document that was changed after it was opened in the wrong encoding is still told of it', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { initializationOptions: { clientCommands: true } });
  const uri = folder.write('a.csv', gbk(TEXT));
  client.open(uri, `${new TextDecoder().decode(gbk(TEXT))}6,anna,berlin\n`);
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.some(of('non-utf8-encoding')));
  assert.match(String(diagnostics.find(of('non-utf8-encoding'))?.message), /The editor shows this file as ‘UTF-8’/);
  assert.ok(!diagnostics.some(of('mojibake')));
  await client.stop();
});
