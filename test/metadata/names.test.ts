import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alignNames, outOfOrder } from '../../server/src/util/alignment.ts';
import { editDistance, mostSimilar } from '../../server/src/util/similar.ts';
import { slug } from '../../server/src/util/slug.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '名'), maxLength: 6 });

test('the distance of words is a distance, and a limit only cuts it off', () => {
  fc.assert(fc.property(word, word, fc.nat(4), (a, b, limit) => {
    const distance = editDistance(a, b);
    assert.equal(distance, editDistance(b, a));
    assert.equal(distance === 0, a === b);
    assert.ok(distance >= Math.abs(a.length - b.length) && distance <= Math.max(a.length, b.length));
    assert.equal(Math.min(editDistance(a, b, limit), limit + 1), Math.min(distance, limit + 1));
  }));
  assert.equal(editDistance('hieght', 'height'), 1);
});

test('a slip finds its word; strangers and ties find none', () => {
  const keys = ['retention', 'recipients', 'role', 'release', 'dpo'];
  assert.deepEqual(['retension', 'Retention', 'rol', 'dop', 'colour', 'x'].map(key => mostSimilar(key, keys)), ['retention', 'retention', 'role', 'dpo', undefined, undefined]);
  assert.equal(mostSimilar('cat', ['car', 'can']), undefined);
});

test('every expected and every actual name has exactly one part in an alignment', () => {
  fc.assert(fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 8 }), (expected, actual) => {
    const { pairs, missing, extra, renamed } = alignNames(expected, actual);
    const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);
    assert.deepEqual(sorted([...pairs.map(([e]) => e), ...missing, ...renamed.map(([e]) => e)]), [...expected.keys()]);
    assert.deepEqual(sorted([...pairs.map(([, a]) => a), ...extra, ...renamed.map(([, a]) => a)]), [...actual.keys()]);
    for (const [e, a] of pairs) assert.equal(expected[e], actual[a]);
  }));
});

test('what is left once the misplaced ones are gone ascends, and no smaller set would do', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 7 }), places => {
    const moved = new Set(outOfOrder(places));
    const ascends = (numbers: readonly number[]): boolean => numbers.every((number, i) => i === 0 || (numbers[i - 1] ?? 0) < number);
    assert.ok(ascends(places.filter((_, i) => !moved.has(i))));
    const subsets = Array.from({ length: 2 ** places.length }, (_, bits) => places.filter((_, i) => (bits >> i) & 1));
    assert.equal(places.length - moved.size, Math.max(...subsets.filter(ascends).map(subset => subset.length)));
  }));
});

test('slugs are ASCII and stay what they are', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    assert.match(slug(text), /^[a-z0-9._-]*$/);
    assert.equal(slug(slug(text)), slug(text));
  }));
  assert.deepEqual(['Café Été', 'a  b', '订单', '.hidden-'].map(slug), ['cafe-ete', 'a-b', '', 'hidden']);
});
