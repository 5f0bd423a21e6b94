import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isNotFinite, isWholeDecimal, plainNumber, readNumber } from '../../../server/src/util/lexical/numbers.ts';
import { rewrite } from '../../../server/src/util/lexical/rewritings.ts';
import { separated } from '../../../server/src/util/lexical/separators.ts';

/** Text, then the number with a decimal point and with a decimal comma (`-` where it cannot be read so), then the unit. */
const TABLE: readonly (readonly [text: string, point: string, comma: string, unit?: string])[] = [
  ['12', '12', '12'], ['-12', '-12', '-12'], ['+7', '7', '7'], ['1.5', '1.5', '-'], ['1,5', '-', '1.5'], ['.5', '0.5', '-'], [',5', '-', '0.5'],
  ['1,234', '1234', '1.234'], ['1.234', '1.234', '1234'], ['0,123', '-', '0.123'], ['12,3456', '-', '12.3456'], ['1,234,567', '1234567', '-'], ['1.234.567', '-', '1234567'],
  ['1,234.50', '1234.50', '-'], ['1.234,50', '-', '1234.50'], ['12,34,567.8', '1234567.8', '-'], ['1 234 567', '1234567', '1234567'], ['1 234,5', '-', '1234.5'],
  ['1\u00a0234,5', '-', '1234.5'], ["1'234.50", '1234.50', '-'], ['1’234', '1234', '1234'], ['１２３', '123', '123'], ['１，２３４．５', '1234.5', '-'],
  ['$1,234.50', '1234.50', '-', 'USD'], ['1.234,50 €', '-', '1234.50', 'EUR'], ['€ 12', '12', '12', 'EUR'], ['-$5', '-5', '-5', 'USD'], ['$-5', '-5', '-5', 'USD'], ['US$ 3', '3', '3', 'USD'],
  ['￥1,234元', '1234', '1.234', 'CNY'], ['￥1,234', '1234', '1.234', 'CNY'], ['1234元', '1234', '1234', 'CNY'], ['CHF 20.50', '20.50', '-', 'CHF'], ['20 USD', '20', '20', 'USD'], ['Rs. 500', '500', '500', 'INR'],
  ['(123)', '-123', '-123'], ['123-', '-123', '-123'], ['−7', '-7', '-7'], ['12%', '12', '12', '%'], ['12,5 %', '-', '12.5', '%'], ['12 ％', '12', '12', '%'],
  ['12kg', '12', '12', 'kg'], ['12 KG', '12', '12', 'kg'], ['3公斤', '3', '3', 'kg'], ['3斤', '3', '3', '斤'], ['180 cm', '180', '180', 'cm'], ['5 m²', '5', '5', 'm2'], ['37.5℃', '37.5', '-', '°C'],
  ['100 km/h', '100', '100', 'km/h'], ['90 min', '90', '90', 'min'], ['5 mg/dL', '5', '5', 'mg/dL'],
  ['3.5万', '35000', '-'], ['1.2亿', '120000000', '-'], ['3.5万元', '35000', '-', 'CNY'], ['12k', '12000', '12000'], ['$1.2M', '1200000', '-', 'USD'], ['2 million', '2000000', '2000000'],
];

test('numbers are read in the notation people write them in', () => {
  for (const [text, point, comma, unit = ''] of TABLE) {
    const number = readNumber(text);
    assert.equal((number && plainNumber(number, 'point')) ?? '-', point, text);
    assert.equal((number && plainNumber(number, 'comma')) ?? '-', comma, text);
    if (number) assert.equal(number.unit, unit, text);
  }
});

const NO_NUMBERS = [
  '', ' ', 'abc', '1,2,3', '1.2.3', '12-34', '12/34', '10:30', '2024-01-02', '31.12.2024', '555 123 4567', '06 12 34 56 78', '123-45-6789', '007', '12A', 'A12', 'C0001', '3rd', '65+', '10-20', '1 2',
  '1,23,45', '12 Main St', '192.168.0.1', '1e5', '0x1F', '+-5', '$5 kg', '12..5', '5 bananas', 'No. 5', '1.234.56', '1,234.567,8', '--5', '(5', '5)', '2024年', '一百', '12 34',
];

test('codes, dates, phone numbers, lists and ranges are no numbers', () => {
  for (const text of NO_NUMBERS) assert.equal(readNumber(text), undefined, text);
});

test('a number in the notation of a country is read back', () => {
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat({ max: 99 }), (whole, cents) => {
    const value = `${whole}.${String(cents).padStart(2, '0')}`;
    const grouped = (mark: string): string => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
    const [us, german, french] = [`${grouped(',')}.${value.split('.')[1] ?? ''}`, `${grouped('.')},${value.split('.')[1] ?? ''}`, `${grouped('\u202f')},${value.split('.')[1] ?? ''}`];
    assert.equal(Number(rewrite(us, 'plain-number') ?? us), Number(value));
    assert.equal(Number(rewrite(german, 'plain-number:comma') ?? german), Number(value));
    assert.equal(Number(rewrite(french, 'plain-number:comma') ?? french), Number(value));
  }));
});

test('a rewritten number needs no rewriting', () => {
  const texts = fc.oneof(fc.constantFrom(...TABLE.map(([text]) => text)), fc.stringMatching(/^[-+$€(]?\d{1,4}([.,' ]\d{1,3}){0,3}[%)]?$/));
  fc.assert(fc.property(texts, fc.constantFrom('plain-number' as const, 'whole-number' as const, 'iso-date:d.m.y' as const), (text, how) => {
    const once = rewrite(text, how);
    if (once !== undefined) assert.equal(rewrite(once, how), undefined);
  }));
});

test('units and currencies are kept', () => assert.deepEqual(['12 kg', '$5', '5%', 'x', '12'].map(text => rewrite(text, 'plain-number')), [undefined, undefined, undefined, undefined, undefined]));

test('infinity and not-a-number', () => {
  for (const text of ['inf', '-Inf', '+Infinity', 'NaN', '∞', '1.#INF', '-1.#IND', '1.#QNAN', '无穷']) assert.ok(isNotFinite(text), text);
  for (const text of ['info', 'nano', 'in', '1.5', 'nanometre', '-']) assert.ok(!isNotFinite(text), text);
});

test('whole decimals', () => {
  for (const text of ['23.0', '-5.00', '0.0', '7.']) assert.ok(isWholeDecimal(text), text);
  for (const text of ['23', '23.5', '1e0', '.0']) assert.ok(!isWholeDecimal(text), text);
});

test('declared separators', () => {
  const cases: readonly (readonly [separators: string, yes: readonly string[], no: readonly string[]])[] = [
    [',', ['1,5', '-3', '1,', ',5', '1,5e3'], ['1.5', '1.000,5', '']],
    [',.', ['1.234,5', '1234,5', '12.34.567', '12.3456'], ['1.5', '1.23,4', '1,2,3']],
    ['.,', ['1,234.5', '12,34,567'], ['1,23', '1.2.3']],
    ['. ', ['1 234.5'], ['1  234', '1 23']],
  ];
  for (const [separators, yes, no] of cases) {
    for (const text of yes) assert.ok(separated([...separators])(text), `${separators} ${text}`);
    for (const text of no) assert.ok(!separated([...separators])(text), `${separators} ${text}`);
  }
});
