import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import type { MendedCopyFacts, MendedCopyParams, Refused } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const ROWS = Array.from({ length: 40 }, (_, i) => `${(i * 7919) % 1009},${i % 10 === 0 ? ' red' : 'blue'},${(i * 37) % 311},${((i * 31) % 97) / 8}`);
const TEXT = ['length,colour,width,size', ...ROWS, ROWS[3], ROWS[7], ''].join('\n');

const clients: TestClient[] = [];
afterEach(async () => { for (const client of clients.splice(0)) await client.stop(); });

async function opened(trusted = true) {
  const folder = makeFolder();
  const storage = makeFolder();
  const uri = folder.at('colours.csv');
  writeFileSync(fileURLToPath(uri), TEXT);
  mkdirSync(join(fileURLToPath(storage.uri), 'copies'));
  const client = await TestClient.start(folder.uri, { initializationOptions: { storage: fileURLToPath(storage.uri), trusted } });
  clients.push(client);
  const target = pathToFileURL(join(fileURLToPath(storage.uri), 'copies', 'colours.csv')).href;
  const ask = (more: Partial<MendedCopyParams>) => client.request<MendedCopyFacts | Refused>('lintel/mendedCopy', { uri, rules: [], target: null, ...more });
  return { folder, uri, target, ask };
}

test('the rules that could mend something are told, and nothing is written', async () => {
  const { ask, target } = await opened();
  const offer = await ask({});
  assert.ok(!('refused' in offer), JSON.stringify(offer));
  assert.deepEqual(offer.rules.map(({ rule, places }) => [rule, places]).sort(), [['duplicate-row', 2], ['outer-whitespace', 4]]);
  assert.deepEqual([offer.places, offer.deleted, existsSync(fileURLToPath(target))], [0, [], false]);
});

test('a copy has the chosen fixes, says which records it lost, and leaves the file as it was', async () => {
  const { ask, target, uri } = await opened();
  const made = await ask({ rules: ['outer-whitespace', 'duplicate-row'], target });
  assert.ok(!('refused' in made), JSON.stringify(made));
  assert.deepEqual([made.places, made.deleted], [6, [40, 41]]);
  assert.equal(readFileSync(fileURLToPath(target), 'utf8'), `${['length,colour,width,size', ...ROWS].join('\n').replaceAll(', red', ',red')}\n`);
  assert.equal(readFileSync(fileURLToPath(uri), 'utf8'), TEXT);
});

test('outside of the storage, and where nobody trusts, no copy is written', async () => {
  const { ask, target } = await opened();
  const elsewhere = makeFolder().at('colours.csv');
  assert.deepEqual(await ask({ rules: ['duplicate-row'], target: elsewhere }), { refused: 'The copy of ‘colours.csv’ cannot be written.' });
  assert.equal(existsSync(fileURLToPath(elsewhere)), false);
  const untrusted = await opened(false);
  assert.deepEqual(await untrusted.ask({ rules: ['duplicate-row'], target: untrusted.target }), { refused: 'The copy of ‘colours.csv’ cannot be written.' });
  assert.equal(existsSync(fileURLToPath(target)), false);
});
