import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../../server/src/util/mix.ts';
import { probabilitiesWithout } from '../../server/src/util/statistics/classForest.ts';
import { accuracyOf, suspectsOf } from '../../server/src/util/statistics/confidentLearning.ts';
import { stepsOfCodes, stepsOfNumbers } from '../../server/src/util/statistics/steps.ts';

/** Three classes in rings around the origin, which no straight line tells apart, and a column of noise. */
function rings(n: number): { readonly columns: readonly Float64Array[]; readonly codes: Int32Array } {
  const random = seeded(7);
  const codes = Int32Array.from({ length: n }, (_, i) => i % 3);
  const radius = codes.map(code => code * 10);
  const angles = Float64Array.from(codes, () => random() * 2 * Math.PI);
  const away = Float64Array.from(codes, () => random() * 4);
  const x = Float64Array.from(angles, (angle, i) => ((radius[i] ?? 0) + (away[i] ?? 0)) * Math.cos(angle));
  const y = Float64Array.from(angles, (angle, i) => ((radius[i] ?? 0) + (away[i] ?? 0)) * Math.sin(angle));
  return { columns: [x, y, Float64Array.from(codes, () => random())], codes };
}

test('planted mistakes are found, and hardly anything else', () => {
  const { columns, codes } = rings(900);
  const planted = new Set(Array.from({ length: 18 }, (_, i) => 37 + i * 47));
  const labels = { codes: codes.map((code, row) => (planted.has(row) ? (code + 1) % 3 : code)), levels: 3 };
  const probabilities = probabilitiesWithout(columns.map(stepsOfNumbers), labels);
  const suspects = suspectsOf(probabilities, labels).filter(({ own, other }) => other - own >= 0.7);
  const right = suspects.filter(({ row }) => planted.has(row));
  assert.ok(accuracyOf(probabilities, labels) > 0.9);
  assert.ok(right.length >= 15, `${right.length} of 18 found`);
  assert.ok(suspects.length - right.length <= 2, `${suspects.length - right.length} others`);
  for (const { row, likelier } of right) assert.equal(likelier, codes[row]);
});

test('probabilities of a row sum to one and do not know its label', () => {
  const { columns, codes } = rings(300);
  const features = columns.map(stepsOfNumbers);
  const before = probabilitiesWithout(features, { codes, levels: 3 });
  for (let row = 0; row < 300; row++) assert.ok(Math.abs([0, 1, 2].reduce((sum, level) => sum + (before[row * 3 + level] ?? NaN), 0) - 1) < 1e-9);
  const changed = codes.map((code, row) => (row === 150 ? (code + 1) % 3 : code));
  const after = probabilitiesWithout(features, { codes: changed, levels: 3 });
  assert.deepEqual(after.subarray(450, 453), before.subarray(450, 453));
});

test('labels drawn by chance are not learnt', () => {
  const random = seeded(3);
  const labels = { codes: Int32Array.from({ length: 400 }, () => Math.floor(random() * 2)), levels: 2 };
  const probabilities = probabilitiesWithout([stepsOfNumbers(Float64Array.from(labels.codes, () => random()))], labels);
  assert.ok(accuracyOf(probabilities, labels) < 0.6);
});

test('rows without a label have no probability, and are no suspects', () => {
  const { columns, codes } = rings(300);
  const labels = { codes: codes.map((code, row) => (row % 10 === 0 ? -1 : code)), levels: 3 };
  const probabilities = probabilitiesWithout(columns.map(stepsOfNumbers), labels);
  assert.ok(Number.isNaN(probabilities[0]));
  assert.ok(suspectsOf(probabilities, labels).every(({ row }) => row % 10 !== 0));
});

test('quantities are cut at their quantiles, rare categories share a step', () => {
  const { steps, ordered } = stepsOfNumbers(Float64Array.from([3, NaN, 1, 2, 3]));
  assert.ok(ordered);
  assert.deepEqual([...steps], [4, 0, 2, 3, 4]);
  const codes = stepsOfCodes({ codes: Int32Array.from([...Array.from({ length: 40 }, (_, i) => i), 39, -1]), levels: 40 });
  assert.equal(codes.steps[41], 0);
  assert.equal(codes.steps[39], 2);
  assert.deepEqual([codes.steps[30], codes.steps[31], codes.steps[38]], [33, 1, 1]);
});
