import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { patternOf, shapeOf } from '../../server/src/util/lexical/shape.ts';

test('runs of one kind of character are one sign of a shape', () => {
  assert.deepEqual(['K-1024', 'Aa9', 'tt0012', '12:30', '第3号', 'a.b(C)'].map(shapeOf), ['A-9', 'Aa9', 'a9', '9:9', '汉9汉', 'a.a(A)']);
});

test('a text matches the pattern of its shape, and none of another shape', () => {
  const code = fc.string({ unit: fc.constantFrom('A', 'B', 'a', 'z', '0', '9', '-', '.', '(', '[', '^', '\\', '|', '/', ' ') });
  fc.assert(fc.property(code, code, (a, b) => {
    const pattern = new RegExp(patternOf(shapeOf(a)).replaceAll('\\p{Han}', '\\p{Script=Han}').replaceAll('\\-', '-'), 'u');
    assert.ok(pattern.test(a));
    assert.equal(pattern.test(b), shapeOf(a) === shapeOf(b));
  }));
});
