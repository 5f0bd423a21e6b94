import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, test } from 'node:test';
import type { DeidentifyFacts, DeidentifyOffer, DeidentifyParams } from '../../server/src/protocol/deidentify.ts';
import type { Refused } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const NAMES = ['Ada Lovelace', 'Blaise Pascal', 'Carl Gauss', 'Dorothy Hodgkin', 'Emmy Noether', 'Frances Allen'];
const TEXT = ['mail,birth_date,age,city,note', ...NAMES.map((name, i) => `${name.toLowerCase().replace(' ', '.')}@example.org,19${50 + i}-0${i + 1}-1${i},${20 + 12 * i},Town ${i % 2},n${i}`), ''].join('\n');

/** Clients of a test, stopped however it ends. */
const clients: TestClient[] = [];
afterEach(async () => { for (const client of clients.splice(0)) await client.stop(); });

async function opened(options?: Parameters<typeof TestClient.start>[1]) {
  const folder = makeFolder();
  const uri = folder.at('people.csv');
  writeFileSync(fileURLToPath(uri), TEXT);
  const client = await TestClient.start(folder.uri, options);
  clients.push(client);
  const run = (more: Partial<DeidentifyParams>) => client.request<DeidentifyFacts | Refused>('lintel/deidentify', { uri, plan: { columns: { mail: 'drop' } }, target: null, over: false, keys: {}, ...more });
  return { folder, uri, client, run, target: folder.at('people.deidentified.csv') };
}

test('what is suggested comes with a reason and with other ways, and without a value', async () => {
  const { client, uri, target } = await opened();
  const offer = await client.request<DeidentifyOffer>('lintel/deidentifyOffer', { uri });
  assert.deepEqual(offer.columns.map(({ name }) => name), ['mail', 'birth_date', 'age', 'city', 'note']);
  assert.deepEqual(offer.columns.slice(0, 2).map(({ suggested: { use } }) => use), ['drop', 'round']);
  assert.match(offer.columns[0]?.suggested.reason ?? '', /e-mail/i);
  assert.ok(offer.columns[2]?.choices.some(({ use }) => use === 'bin'));
  assert.ok(offer.quasiIdentifiers.includes('age'));
  assert.equal(offer.target, target);
  assert.doesNotMatch(JSON.stringify(offer), /lovelace|1950|Town/);
});

test('a preview counts and writes nothing; then the copy, its description and its record are there', async () => {
  const { run, target, uri } = await opened();
  const plan = { columns: { mail: { use: 'keyed-hash', keyRef: 'K' }, birth_date: { use: 'round', to: 'year' }, note: 'drop' }, kAnonymity: { k: 3, quasiIdentifiers: ['age', 'city'] } };
  const keys = { K: 'sixteen characters and more' };
  const preview = await run({ plan, keys });
  assert.ok(!('refused' in preview), JSON.stringify(preview));
  assert.deepEqual(preview.written, []);
  assert.deepEqual(preview.columns.map(({ name }) => name), ['mail', 'birth_date', 'age', 'city', 'note']);
  assert.doesNotMatch(preview.columns.map(({ example }) => example).join(' '), /\[\d|Town|\b(?:20|32|44|56|68|80)\b/);
  assert.deepEqual(preview.columns.slice(0, 3).map(({ changed }) => changed), [6, 6, 6]);
  assert.ok(!existsSync(fileURLToPath(target)));
  const done = await run({ plan, keys, target });
  assert.ok(!('refused' in done), JSON.stringify(done));
  assert.deepEqual(done.written.map(one => one.slice(one.lastIndexOf('/') + 1)), ['people.deidentified.csv', 'people.deidentified.datapackage.json', 'people.deidentified.csv.audit.json']);
  assert.ok(done.notes.some(note => /k = 3/.test(note)));
  const all = [JSON.stringify([preview, done]), ...done.written.map(one => readFileSync(fileURLToPath(one), 'utf8'))].join('\n');
  assert.doesNotMatch(all, /lovelace|example\.org|1950-01-10|sixteen characters/);
  assert.equal(readFileSync(fileURLToPath(uri), 'utf8'), TEXT);
});

test('what is there already is left as it is, unless it may go', async () => {
  const { run, target } = await opened();
  assert.ok(!('refused' in await run({ target })));
  const again = await run({ target });
  assert.match('refused' in again ? again.refused : '', /exists already/);
  assert.ok(!('refused' in await run({ target, over: true })));
});

test('a plan that cannot be followed, and a key that is not there, are told in one sentence', async () => {
  const { run } = await opened();
  const wrong = await run({ plan: { columns: { mial: 'drop' } } });
  assert.match('refused' in wrong ? wrong.refused : '', /no column .mial.; did you mean .mail./);
  const keyless = await run({ plan: { columns: { mail: { use: 'keyed-hash', keyRef: 'K' } } } });
  assert.match('refused' in keyless ? keyless.refused : '', /no key .K./);
});

test('nothing is written in an untrusted workspace, outside of it, or where the system refuses', async t => {
  const untrusted = await opened({ initializationOptions: { trusted: false } });
  const refused = await untrusted.run({ target: untrusted.target });
  assert.match('refused' in refused ? refused.refused : '', /not trusted/);
  const { run, folder } = await opened();
  const outside = await run({ target: makeFolder().at('copy.csv') });
  assert.match('refused' in outside ? outside.refused : '', /outside of the workspace/);
  if (process.getuid?.() === 0 || process.platform === 'win32') return t.diagnostic('this user may write everywhere: a folder that is read-only is not tried');
  mkdirSync(fileURLToPath(folder.at('closed')), { mode: 0o500 });
  const closed = await run({ target: folder.at('closed/copy.csv') });
  assert.match('refused' in closed ? closed.refused : '', /refuses permission/);
  chmodSync(fileURLToPath(folder.at('closed')), 0o700);
});
