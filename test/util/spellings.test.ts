import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningsAmong } from '../../server/src/util/abbreviations.ts';
import { areCodesWithNa } from '../../server/src/util/countryCodes.ts';
import { isGibberish, isSignsOnly } from '../../server/src/util/gibberish.ts';
import { isSlipOf } from '../../server/src/util/misspelling.ts';
import { placeholderOf } from '../../server/src/util/placeholders.ts';
import { bareForm } from '../../server/src/util/spellings.ts';
import { strayYears } from '../../server/src/util/years.ts';

test('slips are close to what was meant', () => {
  const slips = [
    ['Olso', 'Oslo'], ['Begren', 'Bergen'], ['Birminghxm', 'Birmingham'], ['femal', 'female'], ['Osllo', 'Oslo'], ['Germny', 'Germany'], ['New Yrok', 'New York'], ['acomodation', 'accommodation'],
    ['Санкт-Петерубрг', 'Санкт-Петербург'],
  ] as const;
  for (const [rare, usual] of slips) assert.ok(isSlipOf(rare, usual), `${rare} of ${usual}`);
});

test('words of their own are no slips', () => {
  const words = [
    ['Iran', 'Iraq'], ['Ireland', 'Iceland'], ['Niger', 'Nigeria'], ['Austria', 'Australia'], ['male', 'female'], ['northeast', 'northwest'], ['legal', 'illegal'], ['paid', 'unpaid'], ['cars', 'car'],
    ['increase', 'decrease'], ['employer', 'employee'], ['hypertension', 'hypotension'], ['Model 3', 'Model 8'], ['A12B', 'A12C'], ['女', '男'], ['浙江省杭州市', '浙江省台州市'], ['副教授们', '教授们'], ['cat', 'car'],
    ['trail', 'trial'], ['Oslo', 'oslo'], ['soltero', 'soltera'],
  ] as const;
  for (const [rare, usual] of words) assert.ok(!isSlipOf(rare, usual), `${rare} of ${usual}`);
});

test('placeholders are told from words', () => {
  for (const text of ['n.a.', 'N/D', 'tbd', '???', '...', '- -', '   ', 'xxx', '0000-00-00', 'Not Available', '待定', '（null）']) assert.equal(placeholderOf(text), 'plain', text);
  for (const text of ['Unknown', 'not applicable', '不明', 'empty']) assert.equal(placeholderOf(text), 'answer', text);
  for (const text of ['Nan', 'ND', 'x', '+', '*', 'test', 'no', '0', 'N', 'none of these', '北京']) assert.equal(placeholderOf(text), undefined, text);
});

test('gibberish is told from words, codes and scales', () => {
  for (const text of ['asdf', 'ASDFASDF', 'hhhhh', 'sdfsdf', 'qwertyuiop', 'lorem ipsum dolor']) assert.ok(isGibberish(text), text);
  for (const text of ['test', 'haha', 'Wert', 'AAAA', 'LFLS', 'were', 'CCCCO', '0000', '哈哈']) assert.ok(!isGibberish(text), text);
  for (const text of ['!!!', '@', '#?']) assert.ok(isSignsOnly(text), text);
  for (const text of ['+', '**1', '>', '€', '-', '★★']) assert.ok(!isSignsOnly(text), text);
});

test('punctuation makes no other word, signs that compare or part numbers do', () => {
  assert.equal(bareForm('U.S.'), bareForm('us'));
  assert.equal(bareForm('St. Louis'), bareForm('st louis'));
  assert.equal(bareForm('e-mail'), bareForm('email'));
  for (const [one, other] of [['1.5', '15'], ['PD+', 'PD-'], ['>3cm', '<3cm'], ['1-2', '12'], ['drug', 'drug+']] as const) assert.notEqual(bareForm(one), bareForm(other));
});

test('short forms mean long ones only where those occur', () => {
  const same = (texts: readonly string[]): boolean => new Set(texts.map(meaningsAmong(texts))).size === 1;
  for (const texts of [['USA', 'United States', 'U.S.'], ['DE', 'Germany'], ['M', 'Male'], ['北京', '北京市'], ['WHO', 'World Health Organization']]) assert.ok(same(texts), texts.join());
  for (const texts of [['IN', 'Indiana'], ['DE', 'Delaware'], ['M', 'Female'], ['LA', 'Louisiana']]) assert.ok(!same(texts), texts.join());
});

test('NA is a country among countries, a continent among continents, and nothing among states', () => {
  assert.ok(areCodesWithNa('AO BW ZM ZW ZA LS MZ KE TZ RW'.split(' ')));
  assert.ok(areCodesWithNa('EU AS SA AF'.split(' ')));
  assert.ok(!areCodesWithNa('NY CA TX OR WA ID MA AZ AL IN DE'.split(' ')));
  assert.ok(!areCodesWithNa(['yes', 'no', 'maybe', 'often', 'never']));
});

test('stray years lie apart from the others', () => {
  const found = (years: readonly number[]): readonly number[] => [...strayYears(years.map(year => ({ year, count: 1 }))).years];
  const many = (from: number, to: number): readonly number[] => Array.from({ length: 200 }, (_, i) => from + (i % (to - from + 1)));
  assert.deepEqual(found([...many(2019, 2023), 1823, 2203, 1923]), [1823, 1923, 2203]);
  assert.deepEqual(found([...many(1905, 2020), 1899]), []);
  assert.deepEqual(found([...many(1750, 1850), 1870]), []);
});
