import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isWrong, levelsOf, type Change, type CodedTexts, type Transform, type TransformTools } from '../../../server/src/core/transform.ts';
import type { Message } from '../../../server/src/core/message.ts';
import type { Json } from '../../../server/src/core/problem.ts';
import { wrongParameter } from '../../../server/src/engine/deidentify/parameters.ts';
import { transforms } from '../../../server/src/privacy/transforms/registry.generated.ts';
import { seeded } from '../../../server/src/util/mix.ts';
import { gaussianScale } from '../../../server/src/util/accounting/gaussianScale.ts';

const KEYS: Readonly<Record<string, Uint8Array>> = { KEY: new Uint8Array(20).fill(0x0b), SHORT: new Uint8Array(8) };
const tools = (seed = 1): TransformTools => ({
  column: 'column', random: seeded(seed), key: ref => KEYS[ref], hierarchy: levelsOf({ levels: { Berlin: ['Germany', 'Europe'], Lyon: ['France', 'Europe'] } }),
});
const named = (id: string): Transform => transforms.find(one => one.id === id) ?? assert.fail(id);
const ROW = /^\| `(\{.*?\})` \| `(.+?)` \| (.+) \|$/;

function make(transform: Transform, given: Readonly<Record<string, Json>>, seed?: number): Change | Message {
  return wrongParameter(transform.parameters, given) ?? transform.make(given, tools(seed));
}

const codedOf = (values: readonly string[]): CodedTexts => {
  const texts = [...new Set(values.filter(text => text !== ''))];
  return { texts, codes: Uint32Array.from(values, text => texts.indexOf(text) + 1) };
};

/** What becomes of a value that is alone in its column, in the words of the tables. */
function outcome(change: Change | Message, text: string): string {
  if (isWrong(change)) return 'refused';
  if (change.per === 'table') return 'column left out';
  const changed = change.per === 'cell' ? change.change(text) : change.change(codedOf([text]))(0);
  return changed === undefined || changed === '' ? 'emptied' : `\`${changed}\``;
}

for (const transform of transforms) {
  describe(transform.id, () => {
    const rows = readFileSync(`server/src/privacy/transforms/${transform.id}/README.md`, 'utf8').split('\n').flatMap((row, i) => {
      const [, parameters = '', text = '', becomes = ''] = ROW.exec(row) ?? [];
      return becomes === '' ? [] : [{ parameters, text, becomes, line: i + 1 }];
    });

    test('its table has examples', () => assert.ok(rows.length > 0));

    for (const { parameters, text, becomes, line } of rows) {
      test(`README line ${line}: ${parameters} ${text}`, () => {
        const found = outcome(make(transform, JSON.parse(parameters)), text);
        const pattern = /^matches `(.+)`$/.exec(becomes)?.[1];
        if (pattern === undefined) assert.equal(found, becomes);
        else assert.match(found.slice(1, -1), new RegExp(pattern));
      });
    }

    test('takes any text without failing', () => {
      for (const { parameters } of rows) {
        const change = make(transform, JSON.parse(parameters));
        if (!isWrong(change) && change.per === 'cell') fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), text => ['string', 'undefined'].includes(typeof change.change(text))));
      }
    });

    test('is as consistent as it says', () => {
      for (const { parameters, text } of rows) {
        const change = make(transform, JSON.parse(parameters));
        if (!isWrong(change) && change.per === 'cell' && change.consistent) assert.equal(change.change(text), change.change(text));
      }
    });
  });
}

test('hashes under two keys have nothing to do with each other', () => {
  const hash = (key: Uint8Array): string => {
    const change = named('keyed-hash').make({ keyRef: 'K' }, { ...tools(), key: () => key });
    assert.ok(!isWrong(change) && change.per === 'cell');
    return change.change('ada') ?? '';
  };
  assert.notEqual(hash(new Uint8Array(32).fill(1)), hash(new Uint8Array(32).fill(2)));
});

test('tokens are different for different values, and the list of them is whole', () => {
  const change = make(named('tokenise'), { length: 8 });
  assert.ok(!isWrong(change) && change.per === 'cell' && change.mapping);
  const values = Array.from({ length: 2000 }, (_, i) => `person ${i}`);
  const tokens = values.map(value => change.change(value));
  assert.equal(new Set(tokens).size, values.length);
  assert.deepEqual([...change.mapping()], values.map((value, i) => [value, tokens[i]]));
});

test('a mask never shows a value as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(4), fc.nat(4), (text, first, last) => {
    const change = make(named('mask'), { first, last });
    assert.ok(!isWrong(change) && change.per === 'cell');
    if (/[\p{L}\p{N}]/u.test(text)) assert.notEqual(change.change(text), text);
  }));
});

test('noise has the scale it says', () => {
  const spread = (given: Readonly<Record<string, Json>>): number => {
    const change = make(named('noise'), given, 7);
    assert.ok(!isWrong(change) && change.per === 'cell');
    const draws = Array.from({ length: 40_000 }, () => Number(change.change('0.000')));
    assert.ok(Math.abs(draws.reduce((sum, draw) => sum + draw, 0) / draws.length) < 0.1);
    return Math.sqrt(draws.reduce((sum, draw) => sum + draw * draw, 0) / draws.length);
  };
  assert.ok(Math.abs(spread({ noise: 3 }) / (3 * Math.SQRT2) - 1) < 0.03);
  assert.ok(Math.abs(spread({ noise: 3, distribution: 'gaussian' }) / 3 - 1) < 0.03);
  assert.ok(Math.abs(spread({ epsilon: 2, sensitivity: 6 }) / (3 * Math.SQRT2) - 1) < 0.03);
});

test('the Gaussian mechanism is calibrated to its delta', () => {
  // One standard deviation and epsilon 1 give delta 0.12693674, and epsilon 2 gives 0.02092364.
  assert.ok(Math.abs(gaussianScale(1, 0.12693674, 1) - 1) < 1e-6);
  assert.ok(Math.abs(gaussianScale(2, 0.02092364, 1) - 1) < 1e-6);
  assert.ok(Math.abs(gaussianScale(1, 0.12693674, 10) - 10) < 1e-5);
});

test('permuting keeps what values there are', () => {
  const change = make(named('permute'), {}, 3);
  assert.ok(!isWrong(change) && change.per === 'column');
  const values = ['a', 'b', 'c', '', 'a', 'd', 'e', 'f'];
  const row = change.change(codedOf(values));
  const dealt = values.map((_, i) => row(i) ?? '');
  assert.deepEqual([...dealt].sort(), [...values].sort());
  assert.notDeepEqual(dealt, values);
});

test('groups of microaggregation are big enough and keep the mean', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 6, maxLength: 60 }), fc.integer({ min: 2, max: 6 }), (numbers, k) => {
    const change = make(named('microaggregate'), { k });
    assert.ok(!isWrong(change) && change.per === 'column');
    const row = change.change(codedOf(numbers.map(String)));
    const means = numbers.map((_, i) => row(i) ?? '');
    const sizes = new Map<string, number>();
    for (const mean of means) sizes.set(mean, (sizes.get(mean) ?? 0) + 1);
    assert.ok([...sizes.values()].every(size => size >= k));
    const drift = means.reduce((sum, mean, i) => sum + Number(mean) - (numbers[i] ?? 0), 0);
    assert.ok(Math.abs(drift) <= 0.051 * numbers.length);
  }));
});
