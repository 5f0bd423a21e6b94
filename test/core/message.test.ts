import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count, matched, name, say, withMatches } from '../../server/src/core/message.ts';

test('a template keeps its words and numbers its parts', () => {
  const message = say`${count(2, 'row')} of ${name('age')} repeat ${3}`;
  assert.equal(message.template, '{0} of {1} repeat {2}');
  assert.deepEqual(message.parts.map(part => part.kind), ['count', 'name', 'count']);
});

test('a message inside a message stays a message, so that it can be translated on its own', () => {
  const inner = say`${1} left`;
  assert.deepEqual(say`see: ${inner}`.parts, [{ kind: 'message', message: inner }]);
});

test('matches fill every matched part and nothing else', () => {
  fc.assert(fc.property(fc.nat(), fc.nat(), (matches, other) => {
    const filled = withMatches(say`${matched('cell')} of ${other}, ${matched('row')}`, matches);
    assert.deepEqual(filled.parts.map(part => ('value' in part ? part.value : undefined)), [matches, other, matches]);
  }));
});
