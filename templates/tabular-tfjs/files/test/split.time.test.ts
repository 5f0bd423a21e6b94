import assert from 'node:assert/strict';
import test from 'node:test';
import { Random } from '../src/random.ts';
import { split } from '../src/split.ts';
import { parseTime } from '../src/time.ts';
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

test('training is before validation, validation before the test', () => {
  const times = [parts.training, parts.validation, parts.test].map(part => part.map(example => example.time));
  const [training = [], validation = [], held = []] = times;
  assert.ok(Math.max(...training) < Math.min(...validation));
  assert.ok(Math.max(...validation) < Math.min(...held));
});

test('rows of one moment stay together', () => {
  const pairs = examples.map((example, i) => ({ ...example, time: Math.floor(i / 7) }));
  const { test: held, validation } = split(pairs, 0.2, new Random(5));
  assert.ok(held.every(example => validation.every(other => other.time !== example.time)));
});

test('dates and years are read, in order', () => {
  const times = ['2023-12-31', '2024/1/2', '2024年1月3日', '2024-01-03 10:30'].map(parseTime);
  assert.deepEqual([...times].sort((a, b) => a - b), times);
  assert.equal(parseTime('1990'), 1990);
  assert.throws(() => parseTime('soon'), /no time/);
  assert.throws(() => parseTime('2024-02-31'), /no time/);
});
