import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import type { Description } from '../../server/src/core/description.ts';
import { describeTable } from '../../server/src/engine/describe.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { writePackage } from '../../server/src/metadata/data-package/write.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkBytes } from '../harness/check.ts';
import { checkDataset } from '../harness/dataset.ts';
import { twin } from '../oracle/kernel.ts';

async function describe(file: string, bytes: Uint8Array): Promise<Description> {
  const description = describeTable(await checkBytes(file, bytes, [], twin), file);
  assert.ok(description);
  return description;
}

const csv = (...rows: readonly string[]): Uint8Array => new TextEncoder().encode(`${rows.join('\n')}\n`);

test('types, gaps, categories, keys and the target come from what was counted', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`P${100 + i}`, i, i / 2, i % 3 ? 'red' : 'blue', i % 5 ? 'true' : 'false', `2024-01-${10 + (i % 20)}`, i % 4 ? `0${i}` : 'NA', i % 2 ? 'yes' : 'no'].join(';'));
  const description = await describe('Größe 2024.csv', csv('id;n;x;colour;ok;day;code;label', ...rows));
  const [resource] = description.resources;
  assert.ok(resource);
  assert.deepEqual([description.name, description.title], ['gro-e-2024', 'Größe 2024']);
  assert.deepEqual([resource.dialect, resource.missingValues, resource.fieldsMatch], [{ delimiter: ';' }, ['NA'], 'exact']);
  assert.deepEqual(resource.fields.map(({ name, type, constraints }) => [name, type, constraints]), [
    ['id', 'string', { required: true, unique: true, minLength: 4, maxLength: 4 }],
    ['n', 'integer', { required: true }],
    ['x', 'number', { required: true }],
    ['colour', 'string', { required: true, enum: ['blue', 'red'] }],
    ['ok', 'boolean', { required: true }],
    ['day', 'date', { required: true }],
    ['code', 'string', {}],
    ['label', 'string', { required: true, enum: ['no', 'yes'] }],
  ]);
  assert.deepEqual(resource.primaryKey, ['id']);
  assert.deepEqual(description.ml, { task: 'classification', target: 'label', node: ['ml'] });
});

test('units stand in the names of columns, and what is counted from nothing upwards is never negative', async () => {
  const names = ['weight_kg', 'price_eur', 'Temperature (°C)', '金额（元）', 'speed (km/h)', 'share_pct', 'temp_min', 'check_in', 'birth_day', 'age', 'sku_kg'];
  const rows = Array.from({ length: 30 }, (_, i) => [i + 0.5, i * 2, i - 3, i, i, i, i, i, i % 28, 20 + i, `k${i}`].join(','));
  const description = await describe('a.csv', csv(names.map(name => `"${name}"`).join(','), ...rows));
  const fields = description.resources[0]?.fields ?? [];
  assert.deepEqual(fields.flatMap(({ name, unit }) => (unit === undefined ? [] : [`${name}: ${unit}`])), [
    'weight_kg: kg', 'price_eur: EUR', 'Temperature (°C): °C', '金额（元）: 元', 'speed (km/h): km/h', 'share_pct: %',
  ]);
  assert.deepEqual(fields.filter(({ constraints }) => constraints.minimum === 0).map(({ name }) => name), ['weight_kg', 'price_eur', 'speed (km/h)', 'age']);
});

test('a column that says which part a row is of tells the splits', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `${i},${['train', 'train', 'dev', 'test'][i % 4]}`);
  const { ml } = await describe('a.csv', csv('x,split', ...rows));
  assert.deepEqual(ml, { node: ['ml'], splits: { node: ['ml', 'splits'], column: 'split', parts: { train: ['train'], validation: ['dev'], test: ['test'] }, rows: {} } });
});

test('personal columns are annotated and none of their values is written down', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `person${i}@example.com,${i}`);
  const description = await describe('people.csv', csv('email,n', ...rows));
  assert.equal(description.resources[0]?.fields[0]?.privacy?.category, 'user.contact.email');
  assert.equal(description.privacy?.personalData, 'possible');
  assert.ok(!writePackage(description).text.includes('example.com'));
});

test('a name of Chinese letters stays in the title', async () => {
  const description = await describe('订单.csv', csv('编号,类别', '1,图书', '2,家电'));
  assert.deepEqual([description.name, description.title, description.ml?.target, description.resources[0]?.paths], ['data', '订单', '类别', ['订单.csv']]);
});

/** What the description says has to hold for the data it was made from. */
const HELD = allRules.filter(({ scope, id }) => scope === 'resource' || id === 'invalid-description' || id === 'unresolved-path');

/** Dates are described as most of them are written; the others are strays. */
const STRAYS: Readonly<Record<string, readonly string[]>> = { 'customers.csv': ['type-error: ‘joined’ has 13 values that cannot be read as ‘date’'] };

for (const path of [
  'birdstrikes/birdstrikes.csv', 'customers/customers.csv', 'customers/订单.csv', 'gapminder/gapminder.csv', 'penguins/penguins.csv', 'seattle-weather/seattle-weather.csv',
]) {
  test(`the description of ${path} keeps its standard, and the data keeps the description`, async () => {
    const bytes = readFileSync(`examples/${path}`);
    const file = basename(path);
    const text = writePackage(await describe(file, bytes)).text;
    const dataset = new Map([[file, { bytes }], ['datapackage.json', { bytes: new TextEncoder().encode(text) }]]);
    const findings = await checkDataset(dataset, HELD, twin);
    const said = findings.filter(({ primary }) => !primary.uri.endsWith('.json')).map(({ rule, message }) => `${rule}: ${renderMessage(message, { locale: 'en' })}`);
    assert.deepEqual(said, STRAYS[file] ?? []);
  });
}
