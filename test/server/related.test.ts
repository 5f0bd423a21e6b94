import { test } from 'node:test';
import assert from 'node:assert/strict';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const CAPABLE = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
const row = (i: number): string => `${(i * 7919) % 10_007},thing ${(i * 31) % 997},${(i * 17) % 613}.5\n`;
const HEADER = 'code,name,weight\n';
const TRAIN = HEADER + Array.from({ length: 200 }, (_, i) => row(i)).join('');
const TEST = HEADER + Array.from({ length: 60 }, (_, i) => row(i + 500)).join('') + row(150);

test('a row of the test split that stands in training too points into the other file', async () => {
  const folder = makeFolder({ 'train.csv': TRAIN, 'test.csv': TEST });
  const client = await TestClient.start(folder.uri, { capabilities: CAPABLE });
  client.open(folder.at('test.csv'), TEST);
  const { diagnostics } = await client.diagnostics(folder.at('test.csv'), published => published.diagnostics.some(({ code }) => code === 'split-overlap'));
  const related = diagnostics.filter(({ code }) => code === 'split-overlap').flatMap(each => each.relatedInformation ?? []);
  assert.deepEqual([...new Set(related.map(({ location }) => `${location.uri.split('/').at(-1)}:${location.range.start.line}`))], ['train.csv:151']);
  await client.stop();
});
