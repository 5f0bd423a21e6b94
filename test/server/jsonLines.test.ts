import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { CodeLens, Hover } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const ROWS = Array.from({ length: 40 }, (_, i) => `{"id":${i},"user":{"age":${20 + i}},"kind":"caf\\u00e9"}`);
const TEXT = `${ROWS.join('\n')}\n`;

test('JSON Lines in an editor: findings at keys and values, a profile under the cursor, a lens above', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
  const uri = folder.at('data.jsonl');
  client.open(uri, `${TEXT}{"id":"x","user":{"age":7},"kind":"caf\\u00e9"}\n{"id":\n`, 'jsonl');
  const { diagnostics } = await client.diagnostics(uri, published => published.diagnostics.some(({ code }) => code === 'malformed-json'));
  const at = (rule: string) => diagnostics.filter(({ code }) => code === rule).map(({ range: { start, end } }) => [start.line, start.character, end.character]);
  assert.deepEqual(at('malformed-json'), [[41, 5, 6]]);
  assert.deepEqual(at('mixed-field-type'), [[0, 1, 5], [40, 7, 8]]);
  assert.deepEqual(at('constant-column'), [[0, 26, 32]]);
  for (const character of [18, 24]) {
    const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line: 3, character } });
    assert.match(JSON.stringify(hover?.contents), /user\.age/);
  }
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  assert.match(lenses[0]?.command?.title ?? '', /41 rows, 3 columns/);
  await client.stop();
});

test('a JSON document is data only where a description names it', async () => {
  const folder = makeFolder();
  const fields = [{ name: 'a', type: 'integer' }, { name: 'b', type: 'string' }];
  const description = JSON.stringify({ name: 'x', resources: [{ name: 'rows', path: 'rows.json', schema: { fields } }] });
  folder.write('datapackage.json', description);
  folder.write('rows.json', '[{"a":1,"b":"x"},{"a":"one","b":"y"}]');
  folder.write('other.json', '[{"a":1},{"a":"one"}]');
  const client = await TestClient.start(folder.uri, {});
  client.open(folder.at('other.json'), '[{"a":1},{"a":"one"}]', 'json');
  client.open(folder.at('datapackage.json'), description, 'json');
  const { diagnostics } = await client.diagnostics(folder.at('datapackage.json'), published => published.diagnostics.some(({ code }) => code === 'type-error'));
  assert.equal(diagnostics.length, 1, 'the mismatch shows at the field, since the data is not open');
  assert.doesNotMatch(JSON.stringify(client.received), /publishDiagnostics[^}]*other\.json/);
  await client.stop();
});
