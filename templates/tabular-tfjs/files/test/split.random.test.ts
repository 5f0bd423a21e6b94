import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../src/random.ts';
import { split } from '../src/split.ts';
import { makeExamples } from '../testing/examples.ts';

const examples = makeExamples(100, new Random(3));
const parts = split(examples, 0.2, new Random(5));

test('every row is in one part', () => {
  const all = [...parts.training, ...parts.validation, ...parts.test];
  assert.equal(all.length, examples.length);
  assert.deepEqual(new Set(all), new Set(examples));
});

test('the same seed gives the same split', () => {
  assert.deepEqual(split(examples, 0.2, new Random(5)), parts);
});

test('the parts have their sizes', () => {
  assert.deepEqual([parts.training.length, parts.validation.length, parts.test.length], [60, 20, 20]);
});
