import assert from 'node:assert/strict';
import test from 'node:test';
import { isBetter, measure } from '../src/metrics.ts';
import { Random } from '../src/random.ts';
import { makeExamples } from '../testing/examples.ts';

const [example] = makeExamples(1, new Random(1));
const examples = [1, 2, 3, 6].flatMap(target => (example === undefined ? [] : [{ ...example, target }]));
const guesses = (values: number[]) => values.map(value => ({ value }));

test('MAE, RMSE and R2', () => {
  const metrics = measure(guesses([1, 2, 5, 4]), examples);
  assert.equal(metrics.mae, 1);
  assert.equal(metrics.rmse, Math.sqrt(2));
  // Squared errors add up to 8; squared distances from the mean 3 to 14.
  assert.ok(Math.abs(metrics.r2 - (1 - 8 / 14)) < 1e-12);
});

test('the mean explains nothing and is no better than itself', () => {
  const baseline = measure(guesses([3, 3, 3, 3]), examples);
  assert.equal(baseline.r2, 0);
  assert.equal(isBetter(baseline, baseline), false);
});
