import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { unicity } from '../../../server/src/privacy/measures/unicity.ts';

const of = (rows: readonly (readonly [point: number, user: number])[], drawn: number) => unicity(Uint32Array.from(rows, ([point]) => point), Uint32Array.from(rows, ([, user]) => user), drawn);

test('people who share all their points are not alone, those with a point of their own may be', () => {
  const shared = [1, 2, 3].flatMap(user => [10, 11, 12].map(point => [point, user] as const));
  assert.deepEqual(of(shared, 3), { users: 3, alone: 0 });
  assert.deepEqual(of([...shared, ...[20, 21, 22].map(point => [point, 4] as const)], 3), { users: 4, alone: 1 });
});

test('people with fewer different points are not looked at, nor rows without a point or a person', () => {
  assert.deepEqual(of([[1, 1], [1, 1], [2, 1], [0, 2], [5, 0]], 3), { users: 0, alone: 0 });
});

test('by the definition, where every point of everybody is drawn', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 5 })), { maxLength: 40 });
  fc.assert(fc.property(rows, fc.integer({ min: 1, max: 4 }), (table, drawn) => {
    const traces = new Map<number, Set<number>>();
    for (const [point, user] of table) if (point !== 0 && user !== 0) traces.set(user, (traces.get(user) ?? new Set()).add(point));
    const exact = [...traces].filter(([, trace]) => trace.size === drawn);
    const all = [...traces].filter(([, trace]) => trace.size >= drawn);
    const found = of(table, drawn);
    assert.equal(found.users, all.length);
    const has = ([user, trace]: readonly [number, ReadonlySet<number>]): boolean => [...traces].some(([other, points]) => other !== user && [...trace].every(point => points.has(point)));
    if (exact.length === all.length) assert.equal(found.alone, exact.filter(one => !has(one)).length);
  }));
});
