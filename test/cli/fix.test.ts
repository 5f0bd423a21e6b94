import assert from 'node:assert/strict';
import { chmodSync, cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { encode } from '../../server/src/util/charset/encode.ts';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
const TREES = ['oak', 'elm', 'ash', 'fir', 'yew', 'box'];
after(() => folder.remove());

const DESCRIPTION = JSON.stringify({
  name: 'x', resources: [{ name: 'd', path: 'd.csv', schema: { fields: [{ name: 'id' }, { name: 'city' }], missingValues: ['', 'n/a', 'NA'] } }],
});

describe('--fix', () => {
  test('makes what is safe, byte by byte: mark, line ends, quotes and the missing last line end stay', () => {
    folder.write('datapackage.json', DESCRIPTION);
    const row = (i: number, city: string): string => `${i},${city}\r\n`;
    const text = (strays: string): string => `\ufeffid,city\r\n${Array.from({ length: 40 }, (_, i) => row(i, i % 4 === 0 ? 'NA' : i === 5 ? `"${strays}"` : i === 7 ? strays : '"Oslo"')).join('')}99,Bergen`;
    folder.write('d.csv', text('n/a'));
    const { stderr } = folder.lintel('check', 'd.csv', '--fix');
    assert.match(stderr, /2 places fixed/);
    assert.equal(folder.read('d.csv'), text('NA'));
    const second = folder.lintel('check', 'd.csv', '--fix');
    assert.equal(second.stderr, '', 'a second run has nothing to do');
    assert.doesNotMatch(second.stdout, /mixed-null-tokens/);
    assert.deepEqual(readdirSync(folder.path).filter(name => name.endsWith('.tmp')), []);
  });

  test('what somebody should judge is left alone until its rule is named', () => {
    folder.write('twice.csv', 'id,name\n1,Ann\n2,Bo\n1,Ann\n');
    folder.lintel('check', 'twice.csv', '--fix');
    assert.equal(folder.read('twice.csv'), 'id,name\n1,Ann\n2,Bo\n1,Ann\n');
    folder.lintel('check', 'twice.csv', '--fix-unsafe', 'duplicate-row');
    assert.equal(folder.read('twice.csv'), 'id,name\n1,Ann\n2,Bo\n');
  });

  test('permissions stay', { skip: process.platform === 'win32' ? 'Windows has no modes' : false }, () => {
    folder.write('mode.csv', 'id,name\n1,Ann\n1,Ann\n');
    chmodSync(join(folder.path, 'mode.csv'), 0o640);
    folder.lintel('check', 'mode.csv', '--fix-unsafe', 'duplicate-row');
    assert.equal(statSync(join(folder.path, 'mode.csv')).mode & 0o777, 0o640);
  });

  test('--dry-run prints a unified diff and changes nothing', () => {
    folder.write('dry.csv', 'id,colour\n1,red\n2,blue\n1,red\n3,green\n1,red\n');
    const { stdout } = folder.lintel('check', 'dry.csv', '--fix-unsafe', 'duplicate-row', '--dry-run');
    assert.equal(stdout, '--- a/dry.csv\n+++ b/dry.csv\n@@ -4 +3,0 @@\n-1,red\n@@ -6 +4,0 @@\n-1,red\n');
    assert.equal(folder.read('dry.csv'), 'id,colour\n1,red\n2,blue\n1,red\n3,green\n1,red\n');
  });

  test('a diff shows no personal value', () => {
    const people = Array.from({ length: 40 }, (_, i) => `${i},person${i}@example.org`);
    folder.write('people.csv', `id,email\n${[...people, people[3]].join('\n')}\n`);
    const { stdout } = folder.lintel('check', 'people.csv', '--fix-unsafe', 'duplicate-row', '--dry-run');
    assert.match(stdout, /^-3,•••$/m);
    assert.doesNotMatch(stdout, /person\d/);
  });

});

describe('--fix beyond UTF-8 CSV', () => {
  for (const [encoding, text] of [['utf-16le', '\ufeffid,name\n1,Åse\n2,李雷\n1,Åse\n'], ['gbk', '编号,姓名,城市\n1,李雷,北京\n2,韩梅梅,上海\n1,李雷,北京\n3,王芳,广州'], ['windows-1252', 'id,name\r\n1,René\r\n2,Zoë\r\n1,René\r\n']] as const) {
    test(`${encoding} stays ${encoding}, every other byte as it was`, () => {
      const lines = text.split(/(?<=\n)/);
      const bytes = lines.map(line => encode(line, encoding) ?? assert.fail());
      folder.write('data.csv', Buffer.concat(bytes));
      const { stderr } = folder.lintel('check', 'data.csv', '--fix-unsafe', 'duplicate-row');
      assert.match(stderr, /1 place fixed/);
      assert.deepEqual(folder.bytes('data.csv'), Buffer.concat(bytes.filter((_, i) => i !== 3)));
    });
  }

  test('bytes that mean nothing in the encoding stay, whatever they were read as', () => {
    const rows = Buffer.from('id,name\n1,Ren\xe9\n2,\x81\x8d\n1,Ren\xe9\n3,\x90 caf\xe9\n', 'latin1');
    folder.write('odd.csv', rows);
    folder.write('datapackage.json', JSON.stringify({ name: 'x', resources: [{ name: 'odd', path: 'odd.csv', encoding: 'windows-1252' }] }));
    folder.lintel('check', 'odd.csv', '--fix-unsafe', 'duplicate-row');
    assert.deepEqual(folder.bytes('odd.csv'), Buffer.from('id,name\n1,Ren\xe9\n2,\x81\x8d\n3,\x90 caf\xe9\n', 'latin1'));
  });

  test('a text that the encoding of the file lacks is refused in words', () => {
    folder.write('datapackage.json', JSON.stringify({ name: 'x', resources: [{ name: 'd', path: 'cities.csv', encoding: 'windows-1252' }] }));
    const mangled = Buffer.from('图书').toString('latin1');
    const bytes = Buffer.from(`id,city\n${Array.from({ length: 40 }, (_, i) => `${i},${i === 9 ? mangled : 'K\xf6ln'}\n`).join('')}`, 'latin1');
    folder.write('cities.csv', bytes);
    const { stderr } = folder.lintel('check', 'cities.csv', '--fix-unsafe', 'mojibake');
    assert.match(stderr, /its encoding lacks a character that a fix would write/);
    assert.deepEqual(folder.bytes('cities.csv'), bytes);
  });

  test('what was packed is packed again', () => {
    const text = (rows: string): string => `id,name\n1,Ann\n${rows}`;
    folder.write('packed.csv.gz', gzipSync(text('2,Bo\n1,Ann\n3,Cy\n')));
    const { stderr } = folder.lintel('check', 'packed.csv.gz', '--fix-unsafe', 'duplicate-row');
    assert.match(stderr, /1 place fixed/);
    assert.equal(gunzipSync(folder.bytes('packed.csv.gz')).toString(), text('2,Bo\n3,Cy\n'));
    const damaged = gzipSync(text('2,Bo\n1,Ann\n3,Cy\n')).subarray(0, -6);
    folder.write('packed.csv.gz', damaged);
    assert.match(folder.lintel('check', 'packed.csv.gz', '--fix-unsafe', 'duplicate-row').stderr, /damaged gzip/);
    assert.deepEqual(folder.bytes('packed.csv.gz'), damaged);
  });

  test('of JSON Lines a record goes with its line, and a value is written as JSON', () => {
    folder.write('lines.jsonl', '{"a":1,"b":"é"}\r\n{"a":1,"b":"é"}\r\n{"a":2,"b":"x"}\r\n{"b":"x","a":2}');
    folder.lintel('check', 'lines.jsonl', '--fix-unsafe', 'duplicate-row');
    assert.equal(folder.read('lines.jsonl'), '{"a":1,"b":"é"}\r\n{"a":2,"b":"x"}\r\n');
    const line = (i: number, name: string): string => `{"id":${i},"é":{"city":${name}}}\n`;
    const lines = (stray: string): string => Array.from({ length: 40 }, (_, i) => line(i, i === 7 ? stray : JSON.stringify(`Oslo "${i % 3}"`))).join('');
    folder.write('lines.jsonl', lines('" Oslo \\"1\\" "'));
    folder.lintel('check', 'lines.jsonl', '--fix-unsafe', 'outer-whitespace');
    assert.equal(folder.read('lines.jsonl'), lines('"Oslo \\"1\\""'));
  });

  test('a diff of JSON Lines shows the lines that change, and no personal value', () => {
    const people = Array.from({ length: 40 }, (_, i) => `{"id":${i},"email":"person${i}@example.org"}`);
    folder.write('people.jsonl', `${[...people, people[3]].join('\n')}\n`);
    const { stdout } = folder.lintel('check', 'people.jsonl', '--fix-unsafe', 'duplicate-row', '--dry-run');
    assert.equal(stdout, '--- a/people.jsonl\n+++ b/people.jsonl\n@@ -41 +40,0 @@\n-{"id":3,"email":"•••"}\n');
  });

  test('a table that is no text is refused in words', () => {
    cpSync(join('test', 'fixtures', 'parquet', 'groups.parquet'), join(folder.path, 'groups.parquet'));
    const before = folder.bytes('groups.parquet');
    folder.lintel('check', 'groups.parquet', '--fix-unsafe', 'duplicate-row', '--fix-unsafe', 'constant-column');
    assert.deepEqual(folder.bytes('groups.parquet'), before);
  });

  test('rows that go, go as a whole, and all others stay', () => {
    const cell = fc.constantFrom('a', 'b', '"q"', '"two\nlines"', '', '"x""y"');
    const file = fc.record({ rows: fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 12 }), end: fc.constantFrom('\n', '\r\n'), last: fc.boolean() });
    fc.assert(fc.property(file, ({ rows, end, last }) => {
      // Names, so that no table is small enough for its repeats to be chance.
      const lines = rows.map(([a, b], i) => `${TREES[i % TREES.length] ?? ''},${a},${b}`);
      const text = (kept: readonly string[]): string => `tree,x,y${end}${kept.join(end)}${last ? end : ''}`;
      folder.write('any.csv', text(lines));
      folder.lintel('check', 'any.csv', '--fix-unsafe', 'duplicate-row', '--fail-on', 'never');
      const once = folder.read('any.csv');
      const normal = (one: string): string => one.replaceAll('"q"', 'q');
      const kept = lines.filter((line, i) => lines.findIndex(other => normal(other) === normal(line)) === i);
      // Without a last line end the row before a deleted last row keeps its own.
      assert.equal(once.endsWith(end) && !last ? once.slice(0, -end.length) : once, text(kept));
    }), { numRuns: 12 });
  });
});
