import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
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
    folder.write('dry.csv', 'id,name\n1,Ann\n2,Bo\n1,Ann\n3,Cy\n1,Ann\n');
    const { stdout } = folder.lintel('check', 'dry.csv', '--fix-unsafe', 'duplicate-row', '--dry-run');
    assert.equal(stdout, '--- a/dry.csv\n+++ b/dry.csv\n@@ -4 +3,0 @@\n-1,Ann\n@@ -6 +4,0 @@\n-1,Ann\n');
    assert.equal(folder.read('dry.csv'), 'id,name\n1,Ann\n2,Bo\n1,Ann\n3,Cy\n1,Ann\n');
  });

  test('a diff shows no personal value', () => {
    const people = Array.from({ length: 40 }, (_, i) => `${i},person${i}@example.org`);
    folder.write('people.csv', `id,email\n${[...people, people[3]].join('\n')}\n`);
    const { stdout } = folder.lintel('check', 'people.csv', '--fix-unsafe', 'duplicate-row', '--dry-run');
    assert.match(stdout, /^-3,•••$/m);
    assert.doesNotMatch(stdout, /person\d/);
  });

  test('other encodings and other formats are refused in words, and stay as they are', () => {
    const bytes = Buffer.from('id,name\n1,Ann\n1,Ann\n', 'utf16le');
    folder.write('wide.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]));
    folder.lintel('check', 'wide.csv', '--fix-unsafe', 'duplicate-row');
    assert.deepEqual(folder.bytes('wide.csv'), Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]));
    folder.write('lines.jsonl', '{"a":1,"b":2}\n{"a":1,"b":2}\n{"a":2,"b":2}\n');
    folder.lintel('check', 'lines.jsonl', '--fix-unsafe', 'duplicate-row');
    assert.equal(folder.read('lines.jsonl'), '{"a":1,"b":2}\n{"a":1,"b":2}\n{"a":2,"b":2}\n');
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
