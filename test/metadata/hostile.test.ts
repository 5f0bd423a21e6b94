import assert from 'node:assert/strict';
import { test } from 'node:test';
import dataPackage from '../../server/src/metadata/data-package/standard.ts';
import { readDocument } from '../../server/src/metadata/document/document.ts';
import { renderMessage } from '../../server/src/words/render.ts';

const wordsOf = (text: string, fileName: string): readonly string[] => dataPackage.read(text, fileName).complaints.map(({ message }) => renderMessage(message, { locale: 'en' }));

test('aliases that multiply are bounded and told once', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `l${i}: &l${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'lol' : `*l${i - 1}`)).join(', ')}]`);
  const text = `${levels.join('\n')}\nresources: [{ name: a, path: a.csv }]\n`;
  const { value } = readDocument(text, 'datapackage.yaml');
  assert.ok(JSON.stringify(value).length < 5_000_000);
  assert.equal(wordsOf(text, 'datapackage.yaml').filter(words => words.startsWith('Aliases of this document')).length, 1);
});

test('merge keys that multiply are bounded as well', () => {
  const levels = Array.from({ length: 40 }, (_, i) => `l${i}: &l${i} { <<: { p: ${i === 0 ? 'x' : `*l${i - 1}`}, q: ${i === 0 ? 'x' : `*l${i - 1}`} } }`);
  const { value } = readDocument(levels.join('\n'), 'datapackage.yaml');
  assert.ok(JSON.stringify(value).length < 5_000_000);
});

test('aliases that nest ever deeper are cut off', () => {
  const levels = Array.from({ length: 3000 }, (_, i) => `l${i}: &l${i} [${i === 0 ? 'x' : `*l${i - 1}`}]`);
  assert.ok(wordsOf(levels.join('\n'), 'datapackage.yaml').includes('Nested too deeply to be read'));
});

test('an alias inside of its own anchor, and one without an anchor, are told', () => {
  assert.ok(wordsOf('a: &a [*a]\n', 'datapackage.yaml').some(words => words.startsWith('No anchor ‘&a’')));
  assert.ok(wordsOf('a: *b\n', 'datapackage.yaml').some(words => words.startsWith('No anchor ‘&b’')));
});

test('merge keys bring what is not there, the first one first', () => {
  const { value, problems } = readDocument('a: &a { x: 1, y: 2 }\nb: &b { x: 3, z: 4 }\nc:\n  <<: [*a, *b]\n  y: 5\n', 'a.yaml');
  assert.deepEqual([problems, value], [[], { a: { x: 1, y: 2 }, b: { x: 3, z: 4 }, c: { y: 5, x: 1, z: 4 } }]);
});

for (const [what, text, fileName] of [
  ['brackets in JSON', '['.repeat(100_000), 'datapackage.json'],
  ['objects in JSON', '{"a":'.repeat(50_000), 'datapackage.json'],
  ['brackets in YAML', '['.repeat(20_000), 'datapackage.yaml'],
  ['lists in YAML', `${'- '.repeat(20_000)}x`, 'datapackage.yaml'],
  ['keys in YAML', `${'? '.repeat(20_000)}x`, 'datapackage.yaml'],
  ['indentation in YAML', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'datapackage.yaml'],
] as const) {
  test(`nesting without end is refused in words: ${what}`, () => {
    assert.ok(wordsOf(text, fileName).includes('Nested too deeply to be read'));
  });
}

test('brackets in strings are no nesting', () => {
  const title = '['.repeat(500);
  assert.deepEqual(wordsOf(JSON.stringify({ title, resources: [{ name: 'a', path: 'a' }] }), 'datapackage.json'), []);
});

test('keys of JavaScript objects are keys like any other', () => {
  const { value } = readDocument('{ "__proto__": { "polluted": 1 }, "constructor": 2 }', 'a.json');
  assert.equal(JSON.stringify(value), '{"__proto__":{"polluted":1},"constructor":2}');
  assert.equal(Reflect.get({}, 'polluted'), undefined);
});

test('a document with very many mistakes is cut at a thousand', () => {
  const text = JSON.stringify({ resources: Array.from({ length: 5000 }, () => ({})) });
  assert.equal(dataPackage.read(text, 'datapackage.json').complaints.length, 1000);
});
