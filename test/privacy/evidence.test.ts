import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defineDetector } from '../../server/src/core/detector.ts';
import { evidenceFinder } from '../../server/src/engine/findEvidence.ts';
import { gradeEvidence } from '../../server/src/privacy/evidence.ts';
import { wordsOf } from '../../server/src/util/columnWords.ts';

const checksum = defineDetector({
  id: 'number', title: 'number', category: 'user', role: 'direct-identifier', mayBe: () => true, accepts: () => true, basis: 'check-digit', chance: 0.1, threshold: 0.5,
  nameHints: ['card number', 'sfzh', '邮箱'], vetoWords: ['verified', 'count'], mask: () => '•',
});
const grade = (name: string, matches: number, looked: number) => gradeEvidence(checksum, name, matches, looked)?.grade;

test('words of column names', () => {
  const words = ['cardNumber', 'CARD_NUMBER', 'HTTPHeader', 'card.number-2', '客户邮箱', 'SFZH1', '邮箱email', ' ', 'ＣＡＲＤ'].map(name => wordsOf(name).join(' '));
  assert.deepEqual(words, ['card number', 'card number', 'http header', 'card number 2', '客户邮箱', 'sfzh1', '邮箱 email', '', 'card']);
});

test('name and content together are high, content alone is medium', () => {
  assert.equal(grade('cardNumber', 40, 50), 'high');
  assert.equal(grade('value', 40, 50), 'medium');
});

test('a name helps a share that would not do alone', () => {
  assert.equal(grade('value', 25, 50), 'low', 'far more than chance explains, but half of the column is something else');
  assert.equal(grade('card_number', 25, 50), 'high');
  assert.equal(grade('value', 3, 100), undefined, 'too few to speak of');
});

test('a name alone counts only where nothing could be looked at', () => {
  assert.equal(grade('card number', 0, 0), 'low');
  assert.equal(grade('card number', 0, 50), undefined);
  assert.equal(grade('value', 0, 0), undefined);
});

test('what chance does is no evidence', () => {
  assert.equal(grade('card number', 2, 20), undefined);
  assert.equal(grade('value', 100, 1000), undefined);
  assert.equal(grade('value', 3, 3), undefined, 'three of three may be luck');
});

test('words that rule the type out', () => {
  assert.equal(grade('card_number_count', 50, 50), undefined);
  assert.equal(grade('account', 50, 50), 'medium', 'a veto is a word, not a part of one');
});

test('hints are whole words, in Chinese parts of words', () => {
  assert.equal(grade('discard numbering', 0, 0), undefined);
  assert.equal(grade('cardnumber', 0, 0), 'low');
  assert.equal(grade('客户邮箱', 0, 0), 'low');
  assert.equal(grade('KH_SFZH', 0, 0), 'low');
});

test('more matches never lower the grade', () => {
  const rank = { low: 1, medium: 2, high: 3 };
  const order = (name: string, matches: number, looked: number) => rank[grade(name, matches, looked) ?? 'low'];
  fc.assert(fc.property(fc.constantFrom('card number', 'value'), fc.integer({ min: 1, max: 500 }), fc.nat(500), (name, looked, matches) => {
    const found = Math.min(matches, looked - 1);
    assert.ok(order(name, found + 1, looked) >= order(name, found, looked));
  }));
});

test('the headers of a table are gone through once for all of its columns', async () => {
  let visits = 0;
  const headers = Array.from({ length: 500 }, (_, i) => `c${i}`);
  const words = new Proxy(headers, { get: (all, key, self) => (key === 'some' && visits++, Reflect.get(all, key, self)) });
  const beside = defineDetector({ ...checksum, id: 'beside', neighbours: ['c499'], vetoNeighbours: ['nothing'] });
  const findEvidence = evidenceFinder([beside], { words, people: false });
  const values = Array.from({ length: 20 }, (_, i) => ({ hash: BigInt(i), count: 1, firstRecord: i, class: 'text' as const, text: `v${i}` }));
  const found = await Promise.all(headers.map(name => findEvidence(name, values, {})));
  assert.ok(found.every(evidence => evidence?.[0]?.detector.id === 'beside'));
  assert.ok(visits <= 2, `${visits} visits`);
});
