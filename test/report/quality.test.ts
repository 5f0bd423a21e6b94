import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding } from '../../server/src/core/finding.ts';
import type { Place } from '../../server/src/core/place.ts';
import type { Severity } from '../../server/src/core/problem.ts';
import type { Dimension } from '../../server/src/core/rule.ts';
import { DIMENSIONS } from '../../server/src/core/rule.ts';
import { say } from '../../server/src/core/message.ts';
import { allRules, ruleOf } from '../../server/src/engine/registry.ts';
import { qualityOf, trendOf, writeQuality } from '../../server/src/report/quality.ts';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function finding(rule: string, severity: Severity, place: Place, count = 1): Finding {
  const spot = { uri: 'file:///x.csv', place, range: RANGE };
  return { rule, severity, message: say`found`, primary: spot, spots: [spot], count, facts: {}, related: [], fix: undefined, column: -1, mirror: undefined };
}

const OF: Readonly<Record<string, Dimension>> = { gap: 'completeness', twice: 'uniqueness', slip: 'accuracy' };
const scoreOf = (findings: readonly Finding[], dimension: Dimension, rows = 100, columns = 4): number | undefined =>
  qualityOf([{ rows, columns, findings }], rule => OF[rule]).scores.find(one => one.dimension === dimension)?.score;

test('cells, rows, columns and files cost what the formula says', () => {
  assert.equal(scoreOf([], 'completeness'), 1);
  assert.equal(scoreOf([finding('gap', 'warning', { at: 'cell', row: 3, column: 1 }, 20)], 'completeness'), 1 - 20 / 400);
  assert.equal(scoreOf([finding('gap', 'information', { at: 'cell', row: 3, column: 1 }, 20)], 'completeness'), 1 - 5 / 400);
  assert.equal(scoreOf([finding('twice', 'warning', { at: 'row', row: 3 }, 10)], 'uniqueness'), 0.9);
  assert.equal(scoreOf([finding('slip', 'error', { at: 'header', column: 2 })], 'accuracy'), 0.75);
  assert.equal(scoreOf([finding('slip', 'error', { at: 'file' })], 'accuracy'), 0);
  assert.equal(scoreOf([finding('slip', 'error', { at: 'file' })], 'completeness'), 1);
});

test('a column costs no more than itself, however much is found in it', () => {
  const cell: Place = { at: 'cell', row: 0, column: 0 };
  assert.equal(scoreOf([finding('gap', 'error', cell, 80), finding('gap', 'error', cell, 90)], 'completeness'), 0.75);
});

test('several tables are weighed by their cells', () => {
  const bad = { rows: 100, columns: 1, findings: [finding('gap', 'error', { at: 'file' })] };
  const good = { rows: 100, columns: 3, findings: [] };
  const quality = qualityOf([bad, good], rule => OF[rule]);
  assert.equal(quality.scores.find(({ dimension }) => dimension === 'completeness')?.score, 0.75);
  assert.equal(quality.scores.find(({ dimension }) => dimension === 'completeness')?.worst, 'gap');
});

test('scores are shares, fall with every finding, and survive a report', () => {
  const place = fc.oneof(
    fc.constant<Place>({ at: 'file' }), fc.nat(3).map((column): Place => ({ at: 'header', column })), fc.nat(99).map((row): Place => ({ at: 'row', row })),
    fc.tuple(fc.nat(99), fc.nat(3)).map(([row, column]): Place => ({ at: 'cell', row, column })),
  );
  const severity = fc.constantFrom<Severity>('error', 'warning', 'information', 'hint');
  const findings = fc.array(fc.tuple(fc.constantFrom(...Object.keys(OF)), severity, place, fc.integer({ min: 1, max: 100 })).map(args => finding(...args)), { maxLength: 8 });
  fc.assert(fc.property(findings, list => {
    const quality = qualityOf([{ rows: 100, columns: 4, findings: list }], rule => OF[rule]);
    const fewer = qualityOf([{ rows: 100, columns: 4, findings: list.slice(1) }], rule => OF[rule]);
    quality.scores.forEach(({ score }, i) => assert.ok(score >= 0 && score <= (fewer.scores[i]?.score ?? 1)));
    assert.ok(trendOf(quality, JSON.parse(JSON.stringify(writeQuality(quality)))).every(({ direction }) => direction === 'same'));
  }));
});

test('a trend tells better from worse, and does not trust what it reads', () => {
  const now = qualityOf([{ rows: 100, columns: 4, findings: [finding('gap', 'error', { at: 'header', column: 0 })] }], rule => OF[rule]);
  const earlier = { dimensions: [{ dimension: 'completeness', score: 0.9 }, { dimension: 'uniqueness', score: 0.2 }, { dimension: 'validity', score: 7 }, 'x'] };
  assert.deepEqual(trendOf(now, earlier).map(({ dimension, direction }) => [dimension, direction]), [['completeness', 'worse'], ['uniqueness', 'better']]);
  for (const nonsense of [null, 3, [], {}, { dimensions: {} }]) assert.deepEqual(trendOf(now, nonsense), []);
});

test('every rule is about a dimension a report scores', () => {
  for (const { id } of allRules) assert.ok(DIMENSIONS.some(dimension => dimension === ruleOf(id)?.dimension), id);
});
