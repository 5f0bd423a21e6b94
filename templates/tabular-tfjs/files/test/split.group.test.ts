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

test('no group is in two parts', () => {
  const groups = [parts.training, parts.validation, parts.test].map(part => new Set(part.map(example => example.group)));
  const sizes = groups.map(part => part.size);
  assert.equal(new Set(groups.flatMap(part => [...part])).size, sizes.reduce((sum, size) => sum + size, 0));
  assert.ok(sizes.every(size => size > 0));
});

test('two groups are too few', () => {
  const [first] = examples;
  const two = first === undefined ? [] : [{ ...first, group: 'a' }, { ...first, group: 'b' }];
  assert.throws(() => split(two, 0.2, new Random(5)), /three groups/);
});
