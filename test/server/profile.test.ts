import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AssociationFacts } from '../../server/src/protocol/associations.ts';
import type { PlaceFacts, ProfileFacts, Refused, RowPage } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const ROWS = 20_000;
const PEOPLE = 'name,pts,e-mail\n' + Array.from({ length: ROWS }, (_, i) => `"P, ${i % 4}",${i === 17 ? '' : 20 + (i % 50)},person${i}@example.org\n`).join('');

async function profileIn(client: TestClient, uri: string): Promise<ProfileFacts> {
  const facts = await client.request<ProfileFacts | Refused>('lintel/profile', { uri });
  if ('refused' in facts) assert.fail(facts.refused);
  return facts;
}

async function rowsIn(client: TestClient, uri: string, from: number, count: number, unmasked = false): Promise<RowPage> {
  const page = await client.request<RowPage | Refused>('lintel/rows', { uri, from, count, unmasked });
  if ('refused' in page) assert.fail(page.refused);
  return page;
}

test('a profile says of every column what it holds, where its header is, and what was found in it', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('people.csv');
  client.open(uri, `${PEOPLE}x,200\n`);
  const { columns, subject, hasText, findings } = await profileIn(client, uri);
  assert.match(subject, /20,001 rows, 3 columns/);
  assert.equal(hasText, true);
  const [called, age, mail] = columns;
  assert.deepEqual([called?.name, age?.typeText, age?.missing, age?.numbers?.min, age?.numbers?.max], ['name', 'whole number', 1, 20, 200]);
  assert.deepEqual(age?.header, { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } });
  assert.equal(age?.nullSpellings[0]?.text, '');
  assert.equal(age?.nullSpellings[0]?.count, 1);
  assert.equal(mail?.personal, true);
  assert.equal(mail?.numbers, undefined);
  assert.doesNotMatch(JSON.stringify(columns), /person\d+@/);
  const ragged = [...findings, ...columns.flatMap(column => column.findings)].find(({ severity }) => severity === 'error');
  assert.equal(ragged?.places[0]?.row, ROWS);
  await client.stop();
});

test('a profile follows the text, and what is no table is refused in words', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('small.csv');
  client.open(uri, 'a,b\n1,2\n');
  assert.equal((await profileIn(client, uri)).columns[0]?.cells, 1);
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'a,b\n1,2\n3,4\n' }] });
  assert.equal((await profileIn(client, uri)).columns[0]?.cells, 2);
  const refused = await client.request<Refused>('lintel/profile', { uri: folder.at('not-there.csv') });
  assert.match(refused.refused, /does not exist/);
  await client.stop();
});

for (const ending of ['csv', 'csv.gz']) {
  test(`rows of a closed .${ending} file are read where they stand, masked until asked for`, async () => {
    const folder = makeFolder();
    const uri = folder.at(`people.${ending}`);
    writeFileSync(fileURLToPath(uri), ending === 'csv' ? PEOPLE : gzipSync(PEOPLE));
    const client = await TestClient.start(folder.uri);
    for (const from of [0, 7, 12_345, ROWS - 3]) {
      const page = await rowsIn(client, uri, from, 3);
      assert.deepEqual([page.from, page.total, page.rows.length], [from, ROWS, 3]);
      page.rows.forEach((cells, i) => assert.deepEqual(cells.slice(0, 2), [`P, ${(from + i) % 4}`, String(20 + ((from + i) % 50))]));
      assert.doesNotMatch(JSON.stringify(page.rows), /person\d+@/);
    }
    const page = await rowsIn(client, uri, ROWS + 5, 3, true);
    assert.deepEqual(page.rows, [['P, 3', '69', `person${ROWS - 1}@example.org`]]);
    assert.deepEqual(page.columns.map(({ masked, numeric }) => [masked, numeric]), [[false, false], [false, true], [true, false]]);
    writeFileSync(fileURLToPath(uri), 'a\n');
    assert.match((await client.request<Refused>('lintel/rows', { uri, from: 0, count: 1, unmasked: false })).refused, /changed/);
    await client.stop();
  });
}

test('rows of a Parquet file are shown alike whether asked for together or one by one', async () => {
  const folder = makeFolder({ 'pages.parquet': readFileSync('test/fixtures/parquet/pages.parquet') });
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('pages.parquet');
  const all = await rowsIn(client, uri, 0, 200, true);
  assert.ok(all.rows.length > 1 && all.rows.every(cells => cells.length === all.columns.length));
  for (const row of [0, 1, all.rows.length - 1]) assert.deepEqual((await rowsIn(client, uri, row, 1, true)).rows, [all.rows[row]]);
  assert.equal((await profileIn(client, uri)).hasText, false);
  await client.stop();
});

test('a row and a cell are found in the text, and the last ones for what lies beyond', async () => {
  const folder = makeFolder({ 'packed.csv.gz': gzipSync('a,b\n1,2\n') });
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('cells.csv');
  client.open(uri, 'a,"b"\n1,"two\nlines"\n3,é4\n');
  const at = async (row: number, column: number): Promise<readonly number[]> => {
    const { range: { start, end } } = await client.request<PlaceFacts>('lintel/place', { uri, row, column });
    return [start.line, start.character, end.line, end.character];
  };
  assert.deepEqual(await at(-1, 1), [0, 3, 0, 4]);
  assert.deepEqual(await at(0, 1), [1, 3, 2, 5]);
  assert.deepEqual(await at(1, -1), [3, 0, 3, 4]);
  assert.deepEqual(await at(9, 9), [3, 2, 3, 4]);
  const packed = await client.request<PlaceFacts>('lintel/place', { uri: folder.at('packed.csv.gz'), row: 0, column: 1 });
  assert.deepEqual([packed.hasText, packed.row, packed.column], [false, 0, 1]);
  await client.stop();
});

test('columns are compared with each other by kind, thirty of each, on the text as it is', async () => {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  const uri = folder.at('wide.csv');
  const row = (i: number): string => [i, -i * i, ['x', 'y', 'z'][i % 3], ['p', 'q', 'r'][i % 3], 'same', ...Array.from({ length: 30 }, (_, k) => (i * (k + 7)) % 31)].join(',');
  const header = ['n', 'm', 'u', 'v', 'c', ...Array.from({ length: 30 }, (_, k) => `k${k}`)].join(',');
  client.open(uri, `${header}\n${Array.from({ length: 90 }, (_, i) => row(i)).join('\n')}\n`);
  const { basis, numeric, categorical } = await client.request<AssociationFacts>('lintel/associations', { uri });
  assert.match(basis, /all 90 rows/);
  assert.deepEqual([numeric.columns.slice(0, 3), numeric.columns.length, numeric.note], [[0, 1, 5], 30, 'The first 30 of 31 columns are compared.']);
  assert.equal(numeric.values.pearson.length, (30 * 29) / 2);
  assert.equal(numeric.values.spearman[0], -1);
  assert.ok((numeric.values.pearson[0] ?? 0) > -1 && (numeric.values.pearson[0] ?? 0) < -0.9);
  assert.deepEqual([categorical.columns, categorical.values.cramersV, categorical.note], [[2, 3], [1], '']);
  await client.stop();
});
