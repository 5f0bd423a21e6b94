import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alignBuckets } from '../../server/src/util/statistics/buckets.ts';
import { kolmogorovSmirnov } from '../../server/src/util/statistics/distances.ts';

test('buckets of different widths share the wider runs', () => {
  const aligned = alignBuckets(
    [{ from: 0, to: 1, count: 2 }, { from: 1, to: 2, count: 3 }, { from: 4, to: 4, count: 1 }],
    [{ from: 0, to: 2, count: 5 }, { from: 4, to: 4, count: 7 }],
  );
  assert.deepEqual(aligned, { left: [5, 1], right: [5, 7], positions: [1, 4] });
});

/** Whole numbers in buckets of a power of two. */
function bucketsOf(values: readonly number[], width: number) {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.floor(value / width), (counts.get(Math.floor(value / width)) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([at, count]) => ({ from: at * width, to: (at + 1) * width, count }));
}

test('nothing is lost, and no distance is greater than that of the values', () => {
  const values = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 60 });
  fc.assert(fc.property(values, values, fc.constantFrom(1, 2, 4, 8), fc.constantFrom(1, 2, 4, 8), (left, right, a, b) => {
    const aligned = alignBuckets(bucketsOf(left, a), bucketsOf(right, b));
    const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
    assert.deepEqual([total(aligned.left), total(aligned.right)], [left.length, right.length]);
    const exact = alignBuckets(bucketsOf(left, 1), bucketsOf(right, 1));
    assert.ok(kolmogorovSmirnov(aligned.left, aligned.right) <= kolmogorovSmirnov(exact.left, exact.right) + 1e-12);
  }));
});
