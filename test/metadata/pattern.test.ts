import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { anywhere, isEvaluable } from '../../server/src/metadata/document/pattern.ts';

test('a pattern found anywhere is one for the whole text', () => {
  const piece = fc.constantFrom('a', 'b', '.', '^', '$', '\\$', '\\\\', '[ab]', 'a*', '|', '(a|b)', '(?:^a)');
  fc.assert(fc.property(fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join('')), fc.string({ unit: fc.constantFrom('a', 'b', '$', '\\', '\n'), maxLength: 5 }), (source, text) => {
    fc.pre(isEvaluable(source));
    assert.equal(RE2JS.compile(anywhere(source) ?? '').matches(text), RE2JS.compile(source).matcher(text).find(), `${source} in ${JSON.stringify(text)}`);
  }), { numRuns: 2000 });
});

test('what needs backtracking, or is very long, is not evaluated', () => {
  assert.deepEqual(['^[A-Z]{2}$', '(?=a)', '(a)\\1', '(', 'a'.repeat(1001)].map(isEvaluable), [true, false, false, false, false]);
});
