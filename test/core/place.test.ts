import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparePlaces } from '../../server/src/core/place.ts';
import type { Place } from '../../server/src/core/place.ts';

const index = fc.nat({ max: 5 });
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ at: 'file' }),
  index.map((column): Place => ({ at: 'header', column })),
  index.map((row): Place => ({ at: 'row', row })),
  fc.record({ at: fc.constant('cell' as const), row: index, column: index }),
);

test('places have a total order: antisymmetric and transitive', () => {
  fc.assert(fc.property(place, place, place, (a, b, c) => {
    assert.equal(Math.sign(comparePlaces(a, b)), -Math.sign(comparePlaces(b, a)) + 0);
    if (comparePlaces(a, b) <= 0 && comparePlaces(b, c) <= 0) assert.ok(comparePlaces(a, c) <= 0);
  }));
});

test('the file comes first, then the header, then rows', () => {
  const places: Place[] = [{ at: 'cell', row: 0, column: 1 }, { at: 'header', column: 3 }, { at: 'row', row: 0 }, { at: 'file' }];
  assert.deepEqual([...places].sort(comparePlaces).map(({ at }) => at), ['file', 'header', 'row', 'cell']);
});
