import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { isPattern, pathPattern, plainFolders } from '../../server/src/util/pathPattern.ts';

test('patterns mean what people expect of them', () => {
  const table: readonly (readonly [pattern: string, path: string, means: boolean])[] = [
    ['data/*.csv', 'data/a.csv', true], ['data/*.csv', 'data/b/a.csv', false], ['data/**/*.csv', 'data/a.csv', true], ['data/**/*.csv', 'data/b/c/a.csv', true],
    ['**', 'a/b.csv', true], ['data/**', 'data/a', true], ['data/**', 'other/a', false], ['data/**', 'data', false], ['./data/?.csv', 'data/a.csv', true], ['train-[0-9]*.parquet', 'train-00000-of-00001.parquet', true],
    ['[!a]*.csv', 'b.csv', true], ['[!a]*.csv', 'a.csv', false], ['*.{csv,tsv}', 'a.tsv', true], ['{a,b}/{c,d}.csv', 'b/c.csv', true], ['*.csv', '.hidden.csv', false], ['.*.csv', '.hidden.csv', true],
    ['**/*.csv', '.git/a.csv', false], ['a[1].csv', 'a[1].csv', true], ['a[1].csv', 'a1.csv', true], ['订单*.csv', '订单🐦.csv', true], ['?.csv', '🐦.csv', true], ['[a-c]/*', 'b/x', true], ['*', 'a/b', false],
  ];
  for (const [pattern, path, means] of table) assert.equal(pathPattern(pattern)(path), means, `${pattern} ${path}`);
  assert.deepEqual(['data/*.csv', './a/b/**', '*.csv', 'a{b,c}/d'].map(plainFolders), ['data', 'a/b', '', '']);
  assert.deepEqual(['a.csv', 'a b/c.csv', '*', 'a?', 'a[1]', '{a,b}'].map(isPattern), [false, false, true, true, true, true]);
});

test('a pattern means the same as for other readers of patterns', () => {
  const piece = fc.constantFrom('a', 'b', '*', '?', '[ab]', '.', '*a');
  const step = fc.oneof(fc.constant('**'), fc.array(piece, { minLength: 1, maxLength: 4 }).map(pieces => pieces.join('')).filter(text => !text.includes('**') && !text.startsWith('.')));
  const name = fc.array(fc.constantFrom('a', 'b', 'c', '.'), { minLength: 1, maxLength: 4 }).map(letters => letters.join('')).filter(text => !text.startsWith('.'));
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), fc.array(name, { minLength: 1, maxLength: 4 }), (steps, names) => {
    fc.pre(steps.at(-1) !== '**');
    const [pattern, path] = [steps.join('/'), names.join('/')];
    assert.equal(pathPattern(pattern)(path), picomatch.isMatch(path, pattern), `${pattern} ${path}`);
  }), { numRuns: 1000 });
});

test('patterns made to take for ever take no time', () => {
  const path = `${'a'.repeat(250)}/`.repeat(20);
  assert.equal(pathPattern(`${'*a'.repeat(120)}b`)('a'.repeat(255)), false);
  assert.equal(pathPattern(`${'**/*a*a*a/'.repeat(30)}b`)(path), false);
  assert.equal(pathPattern('{a,b}'.repeat(60))('ab'.repeat(30)), false);
});
