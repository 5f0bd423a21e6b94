import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

const NAMES = ['anna', 'bob', 'carla', 'dave', 'eve', 'frank', 'gina', 'hugo', 'ina', 'jan'];
const PEOPLE = ['id,contact,colour', ...NAMES.map((one, i) => `${i + 1},${one}.example@example.com,${i % 2 ? 'red' : 'blue'}`)].join('\n');
const annotation = { category: 'user.contact.email', role: 'direct-identifier' };
const packageOf = (path: string) => JSON.stringify({
  name: 'p', resources: [{ name: 'people', path, schema: { fields: [{ name: 'id' }, { name: 'contact', privacy: annotation }, { name: 'colour', privacy: { notPersonal: true } }] } }],
});

interface Found {
  readonly name: string;
  readonly found: { readonly type: string; readonly matches: number; readonly looked: number; readonly atLeast: number; readonly evidence: string } | null;
  readonly annotation: { readonly category: string | null; readonly notPersonal: boolean } | null;
}

describe('lintel privacy scan', () => {
  folder.write('a/people.csv', `${PEOPLE}\n`);
  folder.write('a/datapackage.json', packageOf('people.csv'));
  folder.write('b/orders.csv', 'order,total\n1,20\n2,30\n');
  folder.write('c/datapackage.json', packageOf('away.csv'));
  const scan = (...args: readonly string[]) => folder.lintel('privacy', 'scan', ...args);
  const columnsOf = (...args: readonly string[]): readonly Found[] => JSON.parse(scan(...args, '--format', 'json').stdout)[0].columns;

  test('names type, share with its bound and annotation of every column, and no value', () => {
    const { stdout, status } = scan('a/people.csv');
    assert.equal(status, 0);
    assert.match(stdout, /contact +e-mail address +(?:low|medium|high) +100% of 10 values, at least 72\.2% +user\.contact\.email \(direct-identifier\)/);
    assert.match(stdout, /colour +– +not personal/);
    assert.doesNotMatch(stdout, /example\.com|blue/);
    const contact = columnsOf('a/people.csv')[1];
    assert.deepEqual([contact?.found?.type, contact?.found?.matches, contact?.found?.looked, contact?.annotation?.category], ['email', 10, 10, 'user.contact.email']);
  });

  test('goes through folders, and takes several at once', () => {
    const tables: readonly { readonly path: string }[] = JSON.parse(scan('.', '--format', 'json').stdout);
    assert.deepEqual(tables.map(({ path }) => path), ['a/people.csv', 'b/orders.csv', 'c/datapackage.json: people']);
    assert.equal(JSON.parse(scan('a/people.csv', 'b/orders.csv', '--format', 'json').stdout).length, 2);
  });

  test('by names alone it reads no value', () => {
    folder.write('names.csv', 'iban,id\nnot a number,1\n');
    assert.deepEqual(columnsOf('names.csv', '--names-only').map(({ found }) => found && [found.type, found.looked, found.evidence]), [['iban', 0, 'low'], null]);
    assert.equal(columnsOf('names.csv')[0]?.found, null);
  });

  test('a description whose data is not there is judged by its names', () => {
    const { stdout, status } = scan('c');
    assert.equal(status, 0);
    assert.match(stdout, /people: 3 columns, by their names alone/);
  });

  test('what cannot be read is said, and the rest is scanned', () => {
    const { stdout, stderr, status } = scan('b/orders.csv', 'none.csv');
    assert.equal(status, 2);
    assert.match(stdout, /orders\.csv/);
    assert.match(stderr, /none\.csv.*no such file/);
  });

  test('reads Chinese', () => assert.match(scan('a/people.csv', '--lang', 'zh-cn').stdout, /电子邮件地址 +[低中高] +10 个值中的 100%/));
});
