import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { CliFolder } from './folder.ts';

let folder = new CliFolder();
beforeEach(() => {
  folder.remove();
  folder = new CliFolder();
});
after(() => folder.remove());

const DATA = `id,colour\n${Array.from({ length: 30 }, (_, i) => `${i + 1},${i % 3 ? 'red' : 'blue'}\n`).join('')}`;

test('a description is drafted, then merged into what somebody wrote', () => {
  folder.write('a.csv', DATA);
  const printed = JSON.parse(folder.lintel('describe', 'a.csv').stdout);
  assert.deepEqual(printed.resources[0].schema.fields.map((field: { readonly name: string; readonly type: string }) => [field.name, field.type]), [['id', 'integer'], ['colour', 'string']]);
  folder.write('datapackage.yaml', '# ours\nresources:\n  - name: mine\n    path: a.csv\n    schema:\n      fields:\n        - name: colour\n          title: What we saw\n');
  assert.equal(folder.lintel('describe', 'a.csv', '--write').status, 0);
  const text = folder.read('datapackage.yaml');
  assert.match(text, /^# ours\n[^]*name: mine[^]*\{name: id, [^]*title: What we saw/);
  folder.lintel('describe', 'a.csv', '--write');
  assert.equal(folder.read('datapackage.yaml'), text);
});

test('a sealed version is told from a later one', () => {
  folder.write('a.csv', DATA);
  assert.equal(folder.lintel('seal', 'a.csv').status, 0);
  const seal = JSON.parse(folder.read('datapackage.json')).resources[0];
  assert.deepEqual([seal.bytes, seal.seal.rows, seal.hash.length], [DATA.length, 30, 'sha256:'.length + 64]);
  assert.doesNotMatch(folder.lintel('check', '--heavy', '.').stdout, /seal|byte-count|digest/);
  folder.write('a.csv', `${DATA}31,green\n`);
  const found = folder.lintel('check', '.').stdout;
  assert.match(found, /30 rows were sealed, now there are 31 rows \[changed-since-seal\]/);
  assert.match(found, /‘colour’ has changed since it was sealed: 2 different values, now 3/);
});

test('a description is written in another standard, and what is lost is named', () => {
  folder.write('a.csv', DATA);
  folder.write('datapackage.json', JSON.stringify({ name: 'p', 'x-own': 1, resources: [{ name: 'a', path: 'a.csv', schema: { fields: [{ name: 'id' }, { name: 'colour' }] } }] }));
  const { stdout, status } = folder.lintel('convert', 'datapackage.json', '--to', 'data-package');
  assert.deepEqual([status, JSON.parse(stdout)['x-own']], [0, 1]);
  assert.equal(JSON.parse(folder.lintel('convert', 'datapackage.json', '--to', 'csvw').stdout)['@context'], 'http://www.w3.org/ns/csvw');
  assert.match(folder.lintel('convert', 'datapackage.json', '--to', 'excel').stderr, /--to.*data-package/);
  assert.equal(folder.lintel('convert', 'a.csv', '--to', 'data-package').status, 2);
});
