import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const RAGGED = 'id,名字\n1,安\n2,波😀,太多\n3,茜\n';

test('positions are bytes where the client says so, and UTF-16 units elsewhere', async () => {
  const folder = makeFolder({ 'closed.csv': RAGGED });
  for (const [positionEncodings, chosen, width] of [[['utf-8', 'utf-16'], 'utf-8', 16], [['utf-16', 'utf-8'], 'utf-16', 8]] as const) {
    const client = await TestClient.start(folder.uri, { capabilities: { general: { positionEncodings } } });
    assert.equal(client.hello.capabilities.positionEncoding, chosen);
    const uri = folder.at('open.csv');
    client.open(uri, RAGGED);
    await client.request('lintel/checkFile', { uri: folder.at('closed.csv') });
    for (const each of [uri, folder.at('closed.csv')]) {
      const { diagnostics } = await client.diagnostics(each, published => published.diagnostics.some(({ code }) => code === 'ragged-row'));
      const { range } = diagnostics.find(({ code }) => code === 'ragged-row') ?? assert.fail();
      assert.equal(range.start.line, 2);
      assert.equal(range.end.character, width, `${chosen}: the end of the row in ${each}`);
    }
    const inserted = { start: { line: 2, character: chosen === 'utf-8' ? 9 : 5 }, end: { line: 2, character: width } };
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: inserted, text: '' }] });
    const { diagnostics } = await client.diagnostics(uri, ({ version }) => version === 2);
    assert.ok(!diagnostics.some(({ code }) => code === 'ragged-row'), 'the edit took away the third cell');
    await client.stop();
  }
});

test('a Chinese client reads Chinese', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { locale: 'zh-cn' });
  const uri = folder.at('a.csv');
  client.open(uri, RAGGED);
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.length > 0);
  for (const { message } of diagnostics) assert.match(String(message), /[\u4e00-\u9fff]/);
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  assert.deepEqual(lenses.slice(1).map(({ command }) => command?.title), ['检查', '生成描述']);
  assert.match(lenses[0]?.command?.title ?? '', /^3 行，2 列，\d+ 个问题$/);
  const refused = await client.request<{ readonly refused: string }>('lintel/checkFile', { uri: folder.at('none.csv') });
  assert.equal(refused.refused, '“none.csv” 不存在。');
  await client.stop();
});

test('every sentence of the server has a translation', () => {
  const folder = 'server/src/features';
  const textsOf = (of: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(join(of, 'zh-cn.json'), 'utf8'));
  // Sentences that a report or a plan says as well stand there; a process has one catalogue.
  const translated = { ...textsOf('server/src/report'), ...textsOf('server/src/engine/deidentify'), ...textsOf(folder) };
  const folders = [folder, join(folder, 'shared')];
  const files = folders.flatMap(each => readdirSync(each).filter(file => file.endsWith('.ts')).map(file => join(each, file)));
  const templates = files.flatMap(file => templatesIn(readFileSync(file, 'utf8')));
  assert.ok(templates.length > 30);
  assert.deepEqual(templates.filter(template => translated[template] === undefined && /[a-z]/i.test(template)), []);
});

/** The English templates of `say` in a source, with `{0}` for each hole; braces in holes are matched. */
function templatesIn(source: string): string[] {
  return [...source.matchAll(/say`/g)].map(({ index }) => {
    let [text, hole, depth] = ['', 0, 0];
    for (let i = index + 4; depth > 0 || source[i] !== '`'; i += 1) {
      if (source.startsWith('${', i)) {
        if (depth === 0) text += `{${hole++}}`;
        depth += 1;
        i += 1;
      } else if (depth > 0 && source[i] === '{') depth += 1;
      else if (depth > 0 && source[i] === '}') depth -= 1;
      else if (depth === 0) text += source[i];
    }
    return text;
  });
}

test('a manual is in the language of the reader, its examples those of the English one', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { locale: 'zh-cn' });
  const manual = await client.request<{ readonly markdown: string; readonly title: string }>('lintel/explainRule', { rule: 'ragged-row' });
  assert.match(manual.markdown, /^# ragged-row\n\n一行多一个或少一个单元格[^]*\n## 报告\n\n```csv bad[^]*\n## 何时关闭\n/);
  await client.stop();
});
