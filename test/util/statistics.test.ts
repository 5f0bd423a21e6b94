import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { atOnce } from '../../server/src/util/inParts.ts';
import { contingency, correlationRatio, cramersV, uncertainty } from '../../server/src/util/statistics/contingency.ts';
import type { Coded } from '../../server/src/util/statistics/contingency.ts';
import { pearson, ranks, spearman } from '../../server/src/util/statistics/correlation.ts';
import { powerOverClasses, powerOverQuantity } from '../../server/src/util/statistics/power.ts';
import { seeded } from '../../server/src/util/mix.ts';

const near = (actual: number | undefined, expected: number, error = 1e-9): void => {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= error, `${actual} is not ${expected}`);
};
const coded = (...codes: readonly number[]): Coded => ({ codes: Int32Array.from(codes), levels: Math.max(...codes) + 1 });
const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { minLength: 2, maxLength: 30 });
const left = (of: readonly (readonly [number, number])[]) => Float64Array.from(of, ([a]) => a);
const right = (of: readonly (readonly [number, number])[]) => Float64Array.from(of, ([, b]) => b);

test('correlations of Anscombe\'s first set, as he printed them', () => {
  const x = Float64Array.of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
  const y = Float64Array.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
  near(pearson(x, y), 0.81642051634484);
  near(spearman(x, y), 0.8181818181818182);
});

test('correlation does not care for scale and place, rank correlation for any rising function', () => {
  fc.assert(fc.property(pairs, of => {
    const [a, b] = [left(of), right(of)];
    const r = pearson(a, b);
    if (r === undefined) assert.ok(new Set(a).size === 1 || new Set(b).size === 1);
    else near(pearson(a.map(x => 3 * x - 7), b.map(y => 1e6 + y)), r, 1e-9);
    const rho = spearman(a, b);
    if (rho !== undefined) near(spearman(a.map(x => x ** 3), b), rho);
  }));
});

test('pairs with a gap are left out', () => {
  near(pearson(Float64Array.of(1, NaN, 2, 3, 9), Float64Array.of(2, 5, 4, 6, NaN)), 1);
  assert.equal(pearson(Float64Array.of(1, NaN), Float64Array.of(2, 5)), undefined);
  assert.deepEqual([...ranks(Float64Array.of(7, 3, 7, 1))], [3.5, 2, 3.5, 1]);
});

test('association of categories: none, whole, and corrected for small tables', () => {
  const table = contingency(coded(0, 0, 1, 1), coded(0, 1, 0, 1));
  assert.ok(table);
  near(cramersV(table), 0);
  near(uncertainty(table), 0);
  const same = contingency(coded(0, 0, 1, 1, 2, 2), coded(1, 1, 0, 0, 2, 2));
  assert.ok(same);
  near(cramersV(same), 1);
  near(uncertainty(same), 1);
  // By hand: chi squared 2/3 over 6 rows; 1/9 less 1/5 is below zero.
  const weak = contingency(coded(0, 0, 0, 1, 1, 1), coded(0, 0, 1, 0, 1, 1));
  assert.ok(weak);
  near(cramersV(weak), 0);
});

test('the second column may be fixed by the first and not the other way round', () => {
  const [fine, coarse] = [coded(0, 1, 2, 3, 0, 1, 2, 3), coded(0, 0, 1, 1, 0, 0, 1, 1)];
  const [there, back] = [contingency(fine, coarse), contingency(coarse, fine)];
  assert.ok(there && back);
  near(uncertainty(there), 1);
  near(uncertainty(back), 0.5);
});

test('the correlation ratio of a textbook', () => {
  // Scores of students by subject: algebra, geometry, statistics; eta squared is 6780 / 9640.
  const scores = Float64Array.of(45, 70, 29, 15, 21, 40, 20, 30, 42, 65, 95, 80, 70, 85, 73);
  near((correlationRatio(coded(0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2), scores) ?? 0) ** 2, 6780 / 9640);
});

test('power: a copy explains everything, chance nothing, an identifier nothing either', () => {
  const random = seeded(7);
  const classes = coded(...Array.from({ length: 400 }, () => Math.floor(random() * 3)));
  const noise = Float64Array.from({ length: 400 }, () => random());
  near(atOnce(powerOverClasses({ ...classes, numbers: undefined }, classes))?.score, 1);
  const ids = { codes: Int32Array.from({ length: 400 }, (_, i) => i), levels: 400, numbers: undefined };
  near(atOnce(powerOverClasses(ids, classes))?.score, 0, 0.05);
  near(atOnce(powerOverClasses({ ...ids, numbers: noise }, classes))?.score, 0, 0.12);
  assert.ok((atOnce(powerOverQuantity({ ...ids, numbers: noise }, noise.map(x => 2 * x + 1)))?.score ?? 0) > 0.9);
  near(atOnce(powerOverQuantity({ ...ids, numbers: noise }, noise.map(() => random())))?.score, 0, 0.1);
  assert.equal(atOnce(powerOverClasses({ ...coded(0, 1, 0, 1), numbers: undefined }, coded(0, 1, 0, 1))), undefined);
});
