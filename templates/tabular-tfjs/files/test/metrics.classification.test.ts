import assert from 'node:assert/strict';
import test from 'node:test';
import { isBetter, measure } from '../src/metrics.ts';
import { Random } from '../src/random.ts';
import { makeExamples } from '../testing/examples.ts';

const [example] = makeExamples(1, new Random(1));
const examples = ['a', 'a', 'a', 'b'].flatMap(target => (example === undefined ? [] : [{ ...example, target }]));
const guesses = (names: string[]) => names.map(name => ({ class: name, probability: 1 }));

test('accuracy, macro F1 and the confusion matrix', () => {
  const metrics = measure(guesses(['a', 'a', 'b', 'b']), examples);
  assert.equal(metrics.accuracy, 0.75);
  // F1 of a: 2 * 2 / (3 + 2); of b: 2 * 1 / (1 + 2).
  assert.ok(Math.abs(metrics.macroF1 - (0.8 + 2 / 3) / 2) < 1e-12);
  assert.deepEqual(metrics.confusion, [[2, 1], [0, 1]]);
});

test('a class that is only predicted counts too', () => {
  assert.deepEqual(measure(guesses(['a', 'a', 'a', 'c']), examples).classes, ['a', 'b', 'c']);
});

test('always the most frequent class is no better than itself', () => {
  const baseline = measure(guesses(['a', 'a', 'a', 'a']), examples);
  assert.equal(isBetter(baseline, baseline), false);
});
