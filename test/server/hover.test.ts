import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const MARKDOWN = { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] } } };
const PEOPLE = 'name,pts,e-mail\n' + Array.from({ length: 40 }, (_, i) => `"P, ${i % 4}",${20 + i},person${i % 20}@example.org\n`).join('');

async function hoverAt(client: TestClient, uri: string, line: number, character: number): Promise<string> {
  const hover = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  const contents = hover?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

test('a header and a cell show the profile of their column, with a histogram', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { capabilities: MARKDOWN });
  const uri = folder.at('people.csv');
  client.open(uri, PEOPLE);
  const size = await hoverAt(client, uri, 0, 6);
  const parts = ['‘pts’', 'whole number', 'Missing: 0 of 40', 'Distinct: 40', 'Range: 20 to 59', 'Mean: 39', 'Quartiles:'];
  for (const part of [...parts, 'data:image/svg+xml;base64,']) {
    assert.ok(size.replaceAll('\\', '').includes(part), `${part} in ${size}`);
  }
  assert.equal(await hoverAt(client, uri, 3, 8), size, 'the comma before it is inside quotes');
  assert.match(await hoverAt(client, uri, 1, 2), /“P, 0” 10 cells/);
  await client.stop();
});

test('values of a personal column are masked, and no markup comes out of the data', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { capabilities: MARKDOWN });
  const uri = folder.at('people.csv');
  client.open(uri, `${PEOPLE.replace('name,', '![x](http://evil.example),')}`);
  const mail = await hoverAt(client, uri, 0, 36);
  assert.match(mail, /masked/);
  assert.doesNotMatch(mail.replaceAll('\\', ''), /person\d+@example\.org/);
  assert.doesNotMatch(await hoverAt(client, uri, 0, 3), /(?<!\\)!\[x|(?<!\\)\]\(http/);
  await client.stop();
});

test('in Chinese, and as plain text where the client knows no markdown', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri, { locale: 'zh-cn' });
  const uri = folder.at('people.csv');
  client.open(uri, PEOPLE);
  const size = await hoverAt(client, uri, 0, 6);
  assert.match(size, /类型：整数/);
  assert.match(size, /范围：20 至 59/);
  assert.doesNotMatch(size, /data:image|[a-z]{4,}/);
  await client.stop();
});

test('a field of a description shows the live statistics of its column', async () => {
  const description = JSON.stringify({
    name: 'people', resources: [{ name: 'people', path: 'people.csv', schema: { fields: [
      { name: 'name', type: 'string' }, { name: 'pts', type: 'integer' }, { name: 'e-mail', type: 'string' },
    ] } }],
  }, null, 2);
  const folder = makeFolder({ 'people.csv': PEOPLE, 'datapackage.json': description });
  const client = await TestClient.start(folder.uri, { capabilities: MARKDOWN });
  const uri = folder.at('datapackage.json');
  client.open(uri, description, 'json');
  const line = description.split('\n').findIndex(each => each.includes('"pts"'));
  await client.until('the check of the data', messages => messages.find(({ method, params }) => (
    method === 'lintel/status' && JSON.stringify(params).includes('people.csv'))));
  const hover = await hoverAt(client, uri, line, 20);
  assert.match(hover.replaceAll('\\', ''), /‘pts’[^]*Range: 20 to 59[^]*In ‘people.csv’/);
  await client.stop();
});
