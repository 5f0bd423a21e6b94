import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { binomialTail, wilsonLowerBound } from '../../server/src/util/binomial.ts';
import { plainForm } from '../../server/src/util/plainForm.ts';

const near = (actual: number, expected: number, tolerance: number) => assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

test('the lower bound of known intervals', () => {
  near(wilsonLowerBound(0, 0), 0, 0);
  near(wilsonLowerBound(0, 10), 0, 1e-12);
  near(wilsonLowerBound(81, 263), 0.2553, 1e-4);
  near(wilsonLowerBound(15, 148), 0.0624, 1e-4);
  near(wilsonLowerBound(10, 10), 0.7225, 1e-4);
});

test('the tail of small binomials is what counting gives', () => {
  near(binomialTail(2, 2, 0.1), 0.01, 1e-12);
  near(binomialTail(1, 3, 0.5), 7 / 8, 1e-12);
  near(binomialTail(0, 3, 0.5), 1, 0);
  near(binomialTail(4, 3, 0.5), 0, 0);
});

test('the tail falls as more is asked and holds for thousands', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 4096 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (trials, p) => {
    let last = 1;
    for (let k = 0; k <= trials; k += Math.max(1, Math.floor(trials / 7))) {
      const tail = binomialTail(k, trials, p);
      assert.ok(tail >= 0 && tail <= last + 1e-9, `${k} of ${trials} at ${p}: ${tail} after ${last}`);
      last = tail;
    }
  }));
});

test('the plain form of guarded cells', () => {
  assert.deepEqual(["'110", '\t110', '="110"', '１１０Ｘ', ' 110 ', '110'].map(plainForm), ['110', '110', '110', '110X', '110', '110']);
});
