import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chiSquared, cramersV } from '../../server/src/util/statistics/contingency.ts';
import {
  chiSquaredTail, contingencyOf, freedomOf, jensenShannonDistance, kolmogorovSmirnov, kolmogorovSmirnovTail, lInfinity, populationStabilityIndex,
  wassersteinDistance, wilsonInterval,
} from '../../server/src/util/statistics/distances.ts';

const near = (actual: number, expected: number, digits = 6): void =>
  assert.ok(Math.abs(actual - expected) <= 10 ** -digits, `${actual} is not ${expected}`);

test('published tables of the chi-squared distribution', () => {
  // Upper points at 0.05 and 0.001, Abramowitz and Stegun, table 26.8.
  for (const [freedom, at05, at001] of [[1, 3.84146, 10.8276], [2, 5.99146, 13.8155], [5, 11.0705, 20.515], [10, 18.307, 29.5883], [30, 43.7729, 59.7031], [100, 124.342, 149.449]] as const) {
    near(chiSquaredTail(at05, freedom), 0.05, 5);
    near(chiSquaredTail(at001, freedom), 0.001, 6);
  }
  assert.equal(chiSquaredTail(0, 3), 1);
});

test('published points of the Kolmogorov distribution', () => {
  // P(K > 1.358) = 0.05 and P(K > 1.628) = 0.01 (Smirnov 1948).
  const many = 1e9;
  const root = Math.sqrt(many / 2);
  near(kolmogorovSmirnovTail(1.3581 / root, many, many), 0.05, 4);
  near(kolmogorovSmirnovTail(1.6276 / root, many, many), 0.01, 4);
  assert.equal(kolmogorovSmirnovTail(0.5, 0, 10), 1);
});

test('chi-squared and V of a table in rows', () => {
  // Every expected count is 25: the statistic is 4; phi squared 0.04, chance 1/99, rows and columns 2 - 1/99.
  const table = contingencyOf([[30, 20], [20, 30]]);
  assert.deepEqual([chiSquared(table), freedomOf(table), table.n], [4, 1, 100]);
  near(cramersV(table) ?? NaN, Math.sqrt((0.04 - 1 / 99) / (1 - 1 / 99)));
  assert.equal(freedomOf(contingencyOf([[1, 0, 3], [2, 0, 4]])), 1);
});

test('distances whose value is known in closed form', () => {
  near(jensenShannonDistance([1, 0], [0, 1]), 1);
  // Divergence of (1/2, 1/2) and (1, 0): 1.5 - 0.75 log2 3.
  near(jensenShannonDistance([1, 1], [2, 0]), Math.sqrt(1.5 - 0.75 * Math.log2(3)));
  near(populationStabilityIndex([50, 50], [60, 40]), 0.1 * Math.log(0.6 / 0.5) - 0.1 * Math.log(0.4 / 0.5));
  near(lInfinity([50, 50], [60, 40]), 0.1);
  near(kolmogorovSmirnov([10, 0, 0], [0, 0, 10]), 1);
  near(kolmogorovSmirnov([5, 5, 0], [0, 5, 5]), 0.5);
  // Half the mass moves by one, half by two: 1.5 units, of a scale of 3.
  near(wassersteinDistance([0, 1, 2, 3], [1, 1, 0, 0], [0, 1, 0, 1], 3), 0.5);
});

test('an interval of Wilson as published', () => {
  // Newcombe 1998, table I: 81 of 263.
  const [low, high] = wilsonInterval(81, 263);
  near(low, 0.2553, 4);
  near(high, 0.3662, 4);
});

const counts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });
const pairs = counts.chain(left => fc.tuple(fc.constant(left), fc.array(fc.nat(1000), { minLength: left.length, maxLength: left.length })));

test('distances are symmetric, zero between equals, and the same for twice as many', () => {
  fc.assert(fc.property(pairs, ([left, right]) => {
    for (const measure of [jensenShannonDistance, populationStabilityIndex, lInfinity, kolmogorovSmirnov]) {
      near(measure(left, right), measure(right, left), 9);
      near(measure(left, left), 0, 9);
      near(measure(left.map(count => 2 * count), right), measure(left, right), 9);
    }
    for (const measure of [jensenShannonDistance, lInfinity, kolmogorovSmirnov]) assert.ok(measure(left, right) <= 1 + 1e-12);
  }));
});

test('tails are probabilities that fall as the statistic grows', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.integer({ min: 1, max: 100 }), (statistic, freedom) => {
    const tail = chiSquaredTail(statistic, freedom);
    assert.ok(tail >= 0 && tail <= 1 && chiSquaredTail(statistic + 1, freedom) <= tail + 1e-9);
  }));
});
