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

/** Lines of orders: neither column tells rows apart, both together do. */
const LINES = `order_id,line,grams\n${Array.from({ length: 30 }, (_, i) => Array.from({ length: 1 + i % 4 }, (_, k) => `${i + 1},${k + 1},${i * k % 7}.5\n`).join('')).join('')}`;
const keyOf = (csv: string): readonly string[] | undefined => {
  folder.write('lines.csv', csv);
  return JSON.parse(folder.lintel('describe', 'lines.csv').stdout).resources[0].schema.primaryKey;
};

test('columns that tell rows apart together are the key, where every row bears it out', () => {
  assert.deepEqual(keyOf(LINES), ['order_id', 'line']);
  assert.equal(keyOf(`${LINES}7,1,0.5\n`), undefined);
  // Two columns of many values hardly ever meet twice: that is no key.
  assert.equal(keyOf(`a,b\n${Array.from({ length: 60 }, (_, i) => `${i * 7 % 41},${i * 11 % 43}\n`).join('')}`), undefined);
});

/** Customers with a key, and orders that name them. */
const CUSTOMERS = `id,segment\n${Array.from({ length: 30 }, (_, i) => `${i + 100},${i % 3 ? 'retail' : 'trade'}\n`).join('')}`;
const ORDERS = `order_id,customer_id,shop_id,grams\n${Array.from({ length: 60 }, (_, i) => `${i + 1},${100 + i * 7 % 30},${100 + i % 40},${i}.5\n`).join('')}`;
const KEYS = [{ fields: ['customer_id'], reference: { resource: 'customers', fields: ['id'] } }];

test('columns called after the key of another table lead to it where every value is found there', () => {
  folder.write('customers.csv', CUSTOMERS);
  folder.write('orders.csv', ORDERS);
  folder.write('shops.csv', CUSTOMERS);
  const { resources } = JSON.parse(folder.lintel('describe', 'orders.csv', 'customers.csv', 'shops.csv').stdout);
  assert.deepEqual(resources.map(({ schema }: { readonly schema: { readonly foreignKeys: object } }) => schema.foreignKeys), [KEYS, undefined, undefined]);
  folder.lintel('describe', 'orders.csv', '--write');
  folder.lintel('describe', 'customers.csv', '--write');
  assert.doesNotMatch(folder.read('datapackage.json'), /foreignKeys/);
  folder.lintel('describe', 'orders.csv', '--write');
  const text = folder.read('datapackage.json');
  assert.deepEqual(JSON.parse(text).resources[0].schema.foreignKeys, KEYS);
  assert.equal(folder.lintel('check', '.').status, 0);
  folder.lintel('describe', 'orders.csv', '--write');
  assert.equal(folder.read('datapackage.json'), text);
});

test('files called after parts are the splits, and what only the training data has is the target', () => {
  folder.write('train.csv', `a,b,price\n${'1,2,3\n'.repeat(30)}`);
  folder.write('test.csv', `a,b\n${'1,2\n'.repeat(30)}`);
  const ml = { target: 'price', splits: { train: ['train'], test: ['test'] } };
  assert.deepEqual(JSON.parse(folder.lintel('describe', 'train.csv', 'test.csv').stdout).ml, ml);
  folder.lintel('describe', 'train.csv', '--write');
  folder.lintel('describe', 'test.csv', '--write');
  const text = folder.read('datapackage.json');
  assert.deepEqual(JSON.parse(text).ml, ml);
  folder.write('datapackage.json', text.replace('"price", "splits"', '"a", "splits"'));
  folder.lintel('describe', 'test.csv', '--write');
  assert.equal(JSON.parse(folder.read('datapackage.json')).ml.target, 'a');
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
  assert.match(found, /‘colour’ has changed since it was sealed: new: “green” and 2 different values, now 3/);
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
