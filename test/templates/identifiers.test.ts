import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dataPath } from '../../server/src/scaffold/dataPath.ts';
import { identifiers } from '../../server/src/scaffold/identifiers.ts';

test('names become identifiers that a person recognises', () => {
  const names = [
    'Beak Length (mm)', '收入（元）', '年龄', 'Cost Total $', '1962', 'class', 'IATA', 'snake_case_name', 'aB', 'a b', 'naïve', '', '"',
    '__proto__', 'constructor',
  ];
  assert.deepEqual(identifiers(names), [
    'beakLengthMm', '收入元', '年龄', 'costTotal', '_1962', 'class_', 'iata', 'snakeCaseName', 'aB', 'aB2', 'naïve', 'column', 'column2',
    'proto', 'constructor_',
  ]);
});

test('any names become valid and distinct identifiers, in order', () => {
  const likely = fc.constantFrom('a', 'a2', 'a 2', 'a_2', 'A', 'class', 'of', 'let');
  fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), likely), { maxLength: 20 }), names => {
    const ids = identifiers(names);
    assert.equal(ids.length, names.length);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.doesNotThrow(() => new Function(`"use strict"; const ${id} = { ${id}: 1 }; return ${id}.${id};`), id);
  }));
});

test('300 equal names are told apart', () => {
  assert.equal(new Set(identifiers(Array.from({ length: 300 }, () => 'x'))).size, 300);
});

test('data is named from the project to the file', () => {
  assert.equal(dataPath('file:///home/me/project', 'file:///home/me/data/a%20b.csv'), '../data/a b.csv');
  assert.equal(dataPath('file:///home/me', 'file:///home/me/%E5%B9%B4.csv'), '年.csv');
  assert.equal(dataPath('file:///a/b/', 'file:///c.csv'), '../../c.csv');
  assert.equal(dataPath('file:///a/b', 'file:///a/b'), '../b');
  assert.equal(dataPath('file:///C%3A/p', 'file:///c:/d/x.csv'), '../d/x.csv');
  assert.equal(dataPath('file:///c%3A/p', 'file:///d%3A/x.csv'), 'd:/x.csv');
});
