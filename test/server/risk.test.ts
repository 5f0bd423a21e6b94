import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Refused } from '../../server/src/protocol/messages.ts';
import type { RiskAlternatives, RiskFacts, RiskWish } from '../../server/src/protocol/risk.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

/** Two rows for each of six combinations, and one that stands alone. */
const PEOPLE = ['age,sex,zip,diagnosis,key,mail'];
for (const age of [30, 40, 50]) for (const sex of ['f', 'm']) for (const k of [1, 2]) PEOPLE.push(`${age},${sex},10115,${k === 1 ? 'flu' : 'asthma'},${age}${sex},p${PEOPLE.length}@example.org`);
PEOPLE.push('60,f,20095,cancer,60f,q@example.org');

const [AGE, SEX, ZIP, DIAGNOSIS, KEY, MAIL] = [0, 1, 2, 3, 4, 5];
const WISH: RiskWish = { quasiIdentifiers: [{ column: AGE }, { column: SEX }], sensitive: [DIAGNOSIS], unit: [], missing: 'own-category' };

/** Clients of a test, stopped however it ends. */
const clients: TestClient[] = [];
afterEach(async () => { for (const client of clients.splice(0)) await client.stop(); });

async function opened(text = `${PEOPLE.join('\n')}\n`) {
  const folder = makeFolder();
  const client = await TestClient.start(folder.uri);
  clients.push(client);
  const uri = folder.at('people.csv');
  client.open(uri, text);
  const risk = async (wish?: RiskWish): Promise<RiskFacts> => {
    const facts = await client.request<RiskFacts | Refused>('lintel/risk', { uri, ...(wish && { wish }) });
    if ('refused' in facts) assert.fail(facts.refused);
    return facts;
  };
  const alternatives = async (wish: RiskWish): Promise<RiskAlternatives> => {
    const facts = await client.request<RiskAlternatives | Refused>('lintel/riskAlternatives', { uri, wish });
    if ('refused' in facts) assert.fail(facts.refused);
    return facts;
  };
  return { folder, client, uri, risk, alternatives };
}

const valueOf = (facts: RiskFacts, key: string): string | undefined => facts.measures.flatMap(({ lines }) => lines).find(line => line.key === key)?.value;

test('columns are suggested by what they hold and what they are called, and those that name a person are set apart', async () => {
  const { risk } = await opened();
  const { columns, wish, subject } = await risk();
  assert.deepEqual(wish.quasiIdentifiers.map(({ column }) => column), [AGE, SEX, ZIP]);
  assert.ok(wish.sensitive.includes(DIAGNOSIS));
  assert.equal(columns[MAIL]?.suggested, 'direct-identifier');
  assert.match(subject, /13 rows in 7 classes by .age., .sex. and .zip./);
});

test('all measures are told with what they mean, the sizes of classes, and the worst rows without their values', async () => {
  const { risk } = await opened();
  const facts = await risk(WISH);
  assert.equal(valueOf(facts, 'k '), '1');
  assert.equal(valueOf(facts, 'uniqueness '), '7.7%');
  assert.equal(valueOf(facts, 'l-distinct diagnosis'), '1');
  assert.ok(facts.measures.flatMap(({ lines }) => lines).every(({ meaning }) => meaning !== ''));
  assert.deepEqual(facts.sizes.map(({ label, classes }) => [label, classes]), [['1', '1'], ['2', '6']]);
  assert.deepEqual([facts.worst[0]?.row, facts.worst[0]?.size], [12, '1']);
  assert.ok(facts.worst.every(({ cells }) => cells.length === 2 && cells.every(cell => cell.includes('•'))));
  assert.doesNotMatch(JSON.stringify(facts), /example\.org|cancer|asthma|20095/);
});

test('a column that is told less exactly or left out changes the measures, and says so for each way', async () => {
  const { risk, alternatives } = await opened();
  const { columns } = await risk(WISH);
  const ids = columns[AGE]?.coarsenings.map(({ id }) => id) ?? [];
  assert.deepEqual(ids, ['bin-2', 'bin-5', 'bin-10']);
  const coarse = await risk({ ...WISH, quasiIdentifiers: [{ column: ZIP, coarsening: 'prefix-1' }] });
  assert.equal(valueOf(coarse, 'k '), '1');
  const { heads, rows } = await alternatives(WISH);
  const without = rows.find(({ column, coarsening }) => column === AGE && coarsening === null);
  assert.deepEqual([without?.label, without?.values[0]], ['without ‘age’', '6']);
  assert.equal(rows.filter(({ column }) => column === AGE).length, 4);
  assert.ok(rows.every(({ values }) => values.length === heads.length));
});

test('persons and not rows are counted where they are told apart, and missing values as one wishes', async () => {
  const { risk } = await opened();
  assert.equal(valueOf(await risk({ ...WISH, quasiIdentifiers: [{ column: SEX }], unit: [KEY] }), 'k '), '3');
  const gaps = await opened('age,zip\n30,1\n30,\n30,1\n');
  const k = async (missing: RiskWish['missing']) => valueOf(await gaps.risk({ quasiIdentifiers: [{ column: 1 }], sensitive: [], unit: [], missing }), 'k ');
  assert.deepEqual([await k('own-category'), await k('wildcard'), await k('exclude')], ['1', '3', '2']);
});

test('what the annotation promises is asked first and held against what was measured', async () => {
  const { client, folder, uri } = await opened();
  const guarantees = { kAnonymity: { k: 2, qi: ['sex'] }, lDiversity: [{ sensitive: 'diagnosis', kind: 'distinct', l: 4 }] };
  const privacy = { personalData: 'yes', guarantees, unit: { kind: 'person', key: ['key'] } };
  writeFileSync(fileURLToPath(folder.at('datapackage.json')), JSON.stringify({ name: 'p', privacy, resources: [{ name: 'people', path: 'people.csv' }] }));
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.at('datapackage.json'), type: 1 }] });
  const facts = await client.request<RiskFacts>('lintel/risk', { uri });
  assert.deepEqual(facts.wish.quasiIdentifiers, [{ column: SEX }]);
  assert.deepEqual(facts.wish.unit, [KEY]);
  const declared = facts.measures.flatMap(({ lines }) => lines).flatMap(({ key, declared: one }) => (one ? [[key, one.kept]] : []));
  assert.deepEqual(declared, [['k ', true], ['l-distinct diagnosis', false]]);
});

test('the measures follow an edit, and without a column to measure by there is a sentence', async () => {
  const { client, uri, risk } = await opened();
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: `${PEOPLE.slice(0, -1).join('\n')}\n` }] });
  assert.equal(valueOf(await risk(WISH), 'k '), '2');
  const nothing = await risk({ ...WISH, quasiIdentifiers: [] });
  assert.match(nothing.nothing ?? '', /Choose at least one column/);
});
