import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NO_PROFILES } from '../../server/src/core/duties.ts';
import { say } from '../../server/src/core/message.ts';
import { defineRule } from '../../server/src/core/rule.ts';
import type { Need, Unit } from '../../server/src/core/rule.ts';
import { tierOf } from '../../server/src/core/tier.ts';

const rule = defineRule({
  id: 'sample', scope: 'document', summary: 'A sample', severity: 'hint', dimension: 'validity', since: 'next', needs: ['counts'],
  options: { least: { default: 3, description: 'Rows.' }, words: { default: ['a'], description: 'Words.' } },
  *check({ records, options }) {
    if (records >= options.least) yield { place: { at: 'file' }, message: say`${records} and ${options.words.length}` };
  },
});
const unit: Unit = { scope: 'document', input: { facts: [], reading: undefined, records: 5 } };

test('options have their defaults, and the user\'s value where it has the right type', () => {
  assert.equal([...rule.check(unit, {})].length, 1);
  assert.equal([...rule.check(unit, { least: 6 })].length, 0);
  fc.assert(fc.property(fc.jsonValue().filter(value => typeof value !== 'number'), value => {
    assert.equal([...rule.check(unit, { least: JSON.parse(JSON.stringify(value)) })].length, 1, 'an ill-typed value counts as not given');
  }));
});

test('a rule says nothing of a unit of another scope', () => {
  const metadata: Unit = { scope: 'metadata', input: { description: { resources: [] }, complaints: [], paths: [], profiles: NO_PROFILES, today: '2026-05-31', detect: () => undefined, types: [] } };
  assert.deepEqual([...rule.check(metadata, {})], []);
});

test('a tier follows from the needs: the slowest one decides, and asking never makes a rule faster', () => {
  const needs: fc.Arbitrary<Need[]> = fc.array(fc.oneof(
    fc.constantFrom<Need>('counts', 'numbers', 'quantiles', 'distinct', 'values', 'row-hashes', 'detectors', 'sample'),
    fc.constantFrom<Need>({ pair: 'target' }, { pair: 'numeric' }),
  ));
  fc.assert(fc.property(needs, needs, (a, b) => {
    const tier = (of: readonly Need[], asks = false, heavy = false) => tierOf({ needs: of, asks, heavy });
    assert.equal(tier([...a, ...b]), Math.max(tier(a), tier(b)));
    assert.ok(tier(a, true) >= Math.max(2, tier(a)));
    assert.equal(tier(a, false, true), 3);
  }));
});
