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

test('every part has the share of each class', () => {
  for (const name of new Set(examples.map(example => example.target))) {
    const size = (part: typeof examples) => part.filter(example => example.target === name).length;
    const wanted = Math.round(size(examples) * 0.2);
    assert.equal(size([...parts.test]), wanted);
    assert.equal(size([...parts.validation]), wanted);
  }
});

test('a class of one row is left to training', () => {
  const [first, ...rest] = examples;
  const rare = first === undefined ? rest : [{ ...first, target: 'rare' }, ...rest];
  assert.ok(split(rare, 0.2, new Random(5)).training.some(example => example.target === 'rare'));
});
