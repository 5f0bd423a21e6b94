import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAgo } from '../../server/src/util/period.ts';

test('a period ago, by the calendar', () => {
  assert.equal(dayAgo('2026-01-01', 'P3Y'), '2023-01-01');
  assert.equal(dayAgo('2026-01-01', 'P3Y', 1), '2022-12-31');
  assert.equal(dayAgo('2024-03-31', 'P1M'), '2024-02-29');
  assert.equal(dayAgo('2026-01-15', 'P1Y2M'), '2024-11-15');
  assert.equal(dayAgo('2026-01-15', 'P2W3D'), '2025-12-29');
  assert.equal(dayAgo('2024-02-29', 'P1Y'), '2023-02-28');
});

test('what is no period of days has no day', () => {
  for (const period of ['3 years', 'P', 'PT5H', 'P1DT2H', '']) assert.equal(dayAgo('2026-01-01', period), undefined);
});
