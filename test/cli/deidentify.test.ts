import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

const KEY = 'a key that nobody must ever see';
const NAMES = ['Ada Lovelace', 'Blaise Pascal', 'Carl Gauss', 'Dorothy Hodgkin', 'Emmy Noether', 'Frances Allen', 'Grace Hopper', 'Hedy Lamarr'];
const PEOPLE = ['name,email,birth_date,age,zip,disease', ...NAMES.map((name, i) =>
  `${name},${name.toLowerCase().replace(' ', '.')}@example.org,19${50 + i}-0${i + 1}-1${i},${88 + i},0213${i % 4},${i % 2 === 0 ? 'flu' : 'asthma'}`)];
const SOURCE = `${PEOPLE.join('\n')}\n`;
const PLAN = `
columns:
  name: drop
  email: { use: keyed-hash, keyRef: TEST_KEY, digits: 16 }
  birth_date: { use: round, to: year }
  age: { use: top-code, top: 90 }
kAnonymity:
  k: 2
  quasiIdentifiers: [zip]
  lDiversity: [{ sensitive: disease, l: 2 }]
`;
const deidentify = (...options: readonly string[]) => folder.lintel('privacy', 'deidentify', ...options);

folder.write('people.csv', SOURCE);
folder.write('plan.yaml', PLAN);
mkdirSync(join(folder.path, 'copy'));
process.env['TEST_KEY'] = KEY;

/** Everything that was written and said. */
function everything(...told: readonly string[]): string {
  return [...told, ...readdirSync(join(folder.path, 'copy')).map(name => folder.read(`copy/${name}`))].join('\n');
}

describe('lintel privacy deidentify', () => {
  test('writes a copy as the plan says, and leaves the source alone', () => {
    const { status, stdout, stderr } = deidentify('people.csv', '--plan', 'plan.yaml', '--out', 'copy/people.csv');
    assert.equal(status, 0, stderr);
    const [header, ...rows] = folder.read('copy/people.csv').trimEnd().split('\n');
    assert.equal(header, 'email,birth_date,age,zip,disease');
    assert.equal(rows.length, 8);
    assert.match(rows[0] ?? '', /^[0-9a-f]{16},1950,88,"\[0213\d, 0213\d\]",flu$/);
    assert.match(rows[7] ?? '', /,1957,90\+,/);
    assert.equal(folder.read('people.csv'), SOURCE);
    assert.match(stdout, /Measured on the copy: k = 4/);
  });

  test('the record says what was done, the description what the copy is, and neither a value or a key', () => {
    const record = JSON.parse(folder.read('copy/people.csv.audit.json'));
    assert.deepEqual(record.rows, { read: 8, written: 8, leftOutByRule: 0, leftOutByClass: 0, unfit: 0 });
    assert.equal(record.source.sha256.length, 64);
    assert.deepEqual(record.columns.map(({ column, technique }: { column: string; technique: string }) => [column, technique]), [
      ['name', 'suppression'], ['email', 'keyed-hashing'], ['birth_date', 'rounding'], ['age', 'top-coding'], ['zip', 'generalisation'],
    ]);
    assert.equal(record.measured.k, 4);
    const description = JSON.parse(folder.read('copy/people.datapackage.json'));
    assert.equal(description.privacy.identifiability, 'pseudonymised');
    assert.deepEqual(description.privacy.guarantees.kAnonymity, { k: 4, qi: ['zip'], missing: 'own-category' });
    const [email] = description.resources[0].schema.fields;
    assert.deepEqual([email.privacy.role, email.privacy.transform.keyed, email.privacy.transform.keyRef], ['pseudonym', true, 'TEST_KEY']);
    const { status, stdout } = folder.lintel('check', 'copy', '--fail-on', 'warning', '--rule', 'personal-data-without-purpose=off');
    assert.equal(status, 0, stdout);
  });

  test('no value that was taken out is in anything that is written or said', () => {
    const { stdout, stderr } = deidentify('people.csv', '--plan', 'plan.yaml', '--out', 'copy/people.csv', '--force', '--format', 'json');
    const all = everything(stdout, stderr, deidentify('people.csv', '--plan', 'plan.yaml', '--dry-run').stdout, deidentify('people.csv', '--dry-run').stdout);
    for (const [name, email, date] of PEOPLE.slice(1).map(line => line.split(','))) {
      for (const value of [name, email, date]) assert.ok(!all.includes(value ?? '-'), value);
    }
    assert.ok(!all.includes(KEY));
  });

  test('nothing is overwritten without being told to, and never the source', () => {
    const before = folder.read('copy/people.csv');
    const again = deidentify('people.csv', '--plan', 'plan.yaml', '--out', 'copy/people.csv');
    assert.equal(again.status, 2);
    assert.match(again.stderr, /already/);
    assert.equal(folder.read('copy/people.csv'), before);
    assert.equal(deidentify('people.csv', '--plan', 'plan.yaml', '--out', 'people.csv', '--force').status, 2);
    assert.equal(folder.read('people.csv'), SOURCE);
    assert.deepEqual(readdirSync(folder.path).filter(name => name.endsWith('.tmp')), []);
  });

  test('a dry run counts and writes nothing', () => {
    const before = readdirSync(join(folder.path, 'copy'));
    const { status, stdout } = deidentify('people.csv', '--plan', 'plan.yaml', '--dry-run');
    assert.equal(status, 0);
    assert.match(stdout, /8 rows read, 8 would be written/);
    assert.match(stdout, /email .* 8 /);
    assert.deepEqual(readdirSync(join(folder.path, 'copy')), before);
  });

  test('without a plan, what annotations and detectors suggest', () => {
    folder.write('annotated/datapackage.json', JSON.stringify({
      resources: [{ name: 'p', path: 'p.csv', schema: { fields: [
        { name: 'who', privacy: { role: 'direct-identifier' } }, { name: 'income', privacy: { role: 'quasi-identifier', transform: { technique: 'binning', params: { bin: 1000 } } } },
        { name: 'mail' }, { name: 'x' },
      ] } }],
    }));
    folder.write('annotated/p.csv', `who,income,mail,x\n${NAMES.map((name, i) => `${name},${1234 + 100 * i},${name.slice(0, 3).toLowerCase()}${i}@example.com,${i}`).join('\n')}\n`);
    const { status, stderr } = deidentify('annotated/p.csv', '--out', 'copy/p.csv');
    assert.equal(status, 0, stderr);
    assert.equal(folder.read('copy/p.csv').split('\n').slice(0, 2).join('|'), 'income,x|"[1000, 2000)",0');
  });

  test('a mistake in the plan is told with its place', () => {
    for (const [plan, wrong] of [
      ['columns:\n  email: drpo\n', /plan2\.yaml:2:\d+.*did you mean ‘drop’/],
      ['columns:\n  email: { use: mask, frist: 1 }\n', /did you mean ‘first’/],
      ['columns:\n  emial: drop\n', /no column ‘emial’; did you mean ‘email’/],
      ['colums: {}\n', /did you mean ‘columns’/],
      ['kAnonymity: { k: 1, quasiIdentifiers: [zip] }\n', /plan2\.yaml:1:\d+.*number from/],
      ['columns: { zip: generalise }\n', /‘zip’ has no hierarchy/],
      ['columns: { email: { use: keyed-hash, keyRef: NO_SUCH_KEY_HERE } }\n', /no key ‘NO_SUCH_KEY_HERE’/],
    ] as const) {
      folder.write('plan2.yaml', plan);
      const { status, stderr } = deidentify('people.csv', '--plan', 'plan2.yaml', '--out', 'copy/never.csv');
      assert.equal(status, 2);
      assert.match(stderr, wrong);
    }
    assert.ok(!readdirSync(join(folder.path, 'copy')).some(name => name.startsWith('never')));
  });
});

describe('lintel privacy deidentify, by kind of file and plan', () => {
  test('hierarchies come from a file beside the plan', () => {
    folder.write('plans/zip.csv', '02130;0213*;021**\n02131;0213*;021**\n02132;0213*;021**\n"02133";0213*;021**\n');
    folder.write('plans/plan.yaml', 'columns: { zip: { use: generalise, level: 2, hierarchy: { path: zip.csv } }, name: drop, email: drop }\n');
    const { status, stderr } = deidentify('people.csv', '--plan', 'plans/plan.yaml', '--out', 'copy/zip.csv');
    assert.equal(status, 0, stderr);
    assert.match(folder.read('copy/zip.csv'), /^1950-01-10,88,021\*\*,flu$/m);
  });

  test('tokens are listed only where that is asked for, and not beside the copy', () => {
    folder.write('tokens.yaml', 'columns: { name: tokenise, email: drop }\n');
    assert.match(deidentify('people.csv', '--plan', 'tokens.yaml', '--out', 'copy/t.csv', '--mapping', 'copy/list.json').stderr, /another folder/);
    const { status, stderr } = deidentify('people.csv', '--plan', 'tokens.yaml', '--out', 'copy/t.csv', '--mapping', 'list.json');
    assert.equal(status, 0, stderr);
    const list = JSON.parse(folder.read('list.json')).name;
    assert.deepEqual(Object.keys(list), NAMES);
    assert.deepEqual(folder.read('copy/t.csv').trimEnd().split('\n').slice(1).map(line => line.split(',')[0]), Object.values(list));
  });

  test('rows are left out by what they hold, and where they do not fit the table', () => {
    folder.write('odd.csv', 'id,age\r\n1,20\r\n2,30\r\nSmith,John,3\r\n\r\n4,\r\n5,95');
    folder.write('odd.yaml', 'columns: { id: { use: bin, bin: 2, shown: lower } }\nleaveOut: [{ column: age, above: 89 }, { column: age, missing: true }]\n');
    const { stdout } = deidentify('odd.csv', '--plan', 'odd.yaml', '--out', 'copy/odd.csv');
    assert.equal(folder.read('copy/odd.csv'), 'id,age\r\n0,20\r\n2,30\r\n');
    assert.match(stdout, /2 rows left out by the plan/);
    assert.match(stdout, /1 row left out because their cells do not fit/);
  });

  test('a table whose header fits none of its rows is not copied', () => {
    folder.write('unfit.csv', 'a,b\n1,Ann,x\n2,Bob,y\n');
    folder.write('unfit.yaml', 'columns: { a: drop }\n');
    const { status, stderr } = deidentify('unfit.csv', '--plan', 'unfit.yaml', '--out', 'copy/never.csv');
    assert.equal(status, 2);
    assert.match(stderr, /2 rows of 2 do not have as many cells as the header/);
    assert.ok(!readdirSync(join(folder.path, 'copy')).some(name => name.startsWith('never')));
  });

  test('encoding, dialect and packing are those of the source, or of the name of the copy', () => {
    const text = 'name;age\n"Zoë;x";33\nÅsa;41\n';
    folder.write('latin.csv', Buffer.from(text, 'latin1'));
    folder.write('latin.yaml', 'columns: { age: { use: bin, bin: 10 } }\n');
    assert.equal(deidentify('latin.csv', '--plan', 'latin.yaml', '--out', 'copy/latin.csv.gz').status, 0);
    assert.equal(gunzipSync(folder.bytes('copy/latin.csv.gz')).toString('latin1'), 'name;age\n"Zoë;x";[30, 40)\nÅsa;[40, 50)\n');
    folder.write('packed.csv.gz', gzipSync(SOURCE));
    assert.equal(deidentify('packed.csv.gz', '--plan', 'plan.yaml', '--out', 'copy/unpacked.csv').status, 0);
    assert.equal(folder.read('copy/unpacked.csv').split('\n').length, 10);
    folder.write('lacking.yaml', 'columns: { name: { use: redact, text: 北京 } }\n');
    assert.match(deidentify('latin.csv', '--plan', 'lacking.yaml', '--out', 'copy/never.csv').stderr, /encoding lacks a character/);
  });

  test('JSON Lines stay as they are written but for what is changed', () => {
    const lines = [
      '{"id": 12345678901234567890, "who": {"name": "Ada", "mail": "ada@example.org"}, "tags": ["x"], "age": 33}',
      '{"who":{"name":"Bob"},"age":"41","id":2}', 'no json', '{"age":null,"id":3}',
    ];
    folder.write('lines.jsonl', `${lines.join('\n')}\n`);
    folder.write('lines.yaml', 'columns: { who.name: drop, who.mail: { use: mask, form: email }, age: { use: bin, bin: 10, shown: lower }, "tags[]": drop }\n');
    const { status, stderr, stdout } = deidentify('lines.jsonl', '--plan', 'lines.yaml', '--out', 'copy/lines.jsonl');
    assert.equal(status, 0, stderr);
    assert.equal(folder.read('copy/lines.jsonl'), [
      '{"id": 12345678901234567890, "who": { "mail": "***@example.org"}, "age": 30}', '{"age":"40","id":2}', '{"age":null,"id":3}', '',
    ].join('\n'));
    assert.match(stdout, /1 row left out/);
    assert.match(deidentify('lines.jsonl', '--plan', 'lines.yaml', '--out', 'copy/never.csv').stderr, /\.jsonl/);
  });

  test('documents of JSON become delimited text', () => {
    folder.write('people.json', JSON.stringify([{ name: 'Ada', age: 33 }, { name: 'Bob, Jr.', age: 41 }]));
    folder.write('json.yaml', 'columns: { age: { use: bin, bin: 10, shown: lower } }\n');
    const { status, stderr } = deidentify('people.json', '--plan', 'json.yaml', '--out', 'copy/json.csv');
    assert.equal(status, 0, stderr);
    assert.equal(folder.read('copy/json.csv'), 'name,age\nAda,30\n"Bob, Jr.",40\n');
  });

  test('the command line alone asks for k-anonymity, beside what is suggested', () => {
    const { status, stdout, stderr } = deidentify('people.csv', '--out', 'copy/k.csv', '--k', '4', '--quasi-identifier', 'age,zip', '--algorithm', 'full-domain');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Measured on the copy: k = [4-8];/);
    assert.doesNotMatch(folder.read('copy/k.csv'), /@/);
    assert.match(deidentify('people.csv', '--dry-run', '--k', '4').stderr, /--quasi-identifier/);
  });
});
