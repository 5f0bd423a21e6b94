import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../server/src/core/finding.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkDataset } from '../harness/dataset.ts';
import { twin } from '../oracle/kernel.ts';

const RULES = allRules.filter(({ id }) => ['missing-column', 'extra-column', 'type-error', 'value-not-in-enum'].includes(id));
const bytes = (text: string): { readonly bytes: Uint8Array } => ({ bytes: new TextEncoder().encode(text) });
const PACKAGE = { resources: [{ name: 'a', path: 'a.csv', schema: { fields: [{ name: 'id', type: 'integer' }, { name: 'kind', type: 'string', constraints: { enum: ['x'] } }] } }] };
const card = (features: string): string =>
  `---\nconfigs:\n- config_name: default\n  data_files:\n  - split: train\n    path: a.csv\ndataset_info:\n  config_name: default\n  features:\n${features}---\n`;

async function said(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const findings = await checkDataset(new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)])), RULES, twin);
  return findings.map((one: Finding) => `${one.primary.uri.slice(one.primary.uri.lastIndexOf('/') + 1)}: ${renderMessage(one.message, { locale: 'en' })}`).sort();
}

test('a file is held against all descriptions that name it, and each mismatch stands in the one it is against', async () => {
  const found = await said({ 'a.csv': 'id,kind\n1,x\n2,y\n', 'datapackage.json': JSON.stringify(PACKAGE), 'README.md': card('  - name: id\n    dtype: string\n  - name: sort\n    dtype: string\n') });
  const renamed = found.filter(one => one.includes('sort') || one.includes('is not described'));
  assert.deepEqual(found.filter(one => !renamed.includes(one)), [
    'a.csv: ‘kind’ has 1 value such as “y” outside of what is allowed: “x”', 'datapackage.json: ‘kind’ has 1 value such as “y” outside of what is allowed: “x”',
  ]);
  assert.deepEqual(new Set(renamed.map(one => one.split(':')[0])), new Set(['README.md', 'a.csv']));
  assert.equal(renamed.length, 2);
});

test('what both say alike is one offence in the data, and stands in both descriptions', async () => {
  const found = await said({
    'a.csv': 'id,kind\n1,x\nq,x\n', 'datapackage.json': JSON.stringify(PACKAGE), 'README.md': card('  - name: id\n    dtype: int64\n  - name: kind\n    dtype: string\n'),
  });
  const message = '‘id’ has 1 value that cannot be read as ‘integer’, such as “q”';
  assert.deepEqual(found, [`README.md: ${message}`, `a.csv: ${message}`, `datapackage.json: ${message}`]);
});

test('where another description takes other texts for missing, only its columns are compared', async () => {
  const other = { '@context': 'http://www.w3.org/ns/csvw', url: 'a.csv', null: '-999', tableSchema: { columns: [{ titles: 'id', datatype: { base: 'integer', minimum: 0 } }, { titles: 'kind' }] } };
  const found = await said({ 'a.csv': 'id,kind\n-999,x\n2,x\n', 'csv-metadata.json': JSON.stringify(other), 'datapackage.json': JSON.stringify(PACKAGE) });
  assert.deepEqual(found.filter(one => one.includes('outside') || one.includes('-999')), []);
});

test('a column that any description annotates as personal is quoted by none', async () => {
  const other = { resources: [{ name: 'a', path: 'a.csv', schema: { fields: [{ name: 'id' }, { name: 'kind', privacy: { category: 'user.name' } }] } }] };
  const found = await said({ 'a.csv': 'id,kind\n1,x\n2,yyy\n', 'datapackage.json': JSON.stringify(PACKAGE), 'zz.datapackage.json': JSON.stringify(other) });
  assert.deepEqual(found.filter(one => one.startsWith('a.csv')), ['a.csv: ‘kind’ has 1 value such as “y•••” outside of what is allowed: “x”']);
});
