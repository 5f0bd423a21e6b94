import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Part } from '../../server/src/core/message.ts';
import { NOUNS, count, list, matched, name, number, percent, say, value, withMatches } from '../../server/src/core/message.ts';
import { catalogue } from '../../server/src/words/catalogue.generated.ts';
import { displayWidth, shorten } from '../../server/src/words/displayWidth.ts';
import { languageOf, renderMessage } from '../../server/src/words/render.ts';

const english = (part: Part): string => renderMessage(say`${part}`, { locale: 'en' });
const chinese = (part: Part): string => renderMessage(say`${part}`, { locale: 'zh-cn' });

test('counts agree with their nouns', () => {
  assert.equal(english(count(1, 'row')), '1 row');
  assert.equal(english(count(0, 'class')), '0 classes');
  assert.equal(english(count(12345, 'cell')), '12,345 cells');
  assert.equal(chinese(count(12345, 'cell')), '12,345 个单元格');
});

test('every noun has a Chinese phrase for one and for many', () => {
  const phrases = Object.entries(NOUNS).flat().map(noun => `{0} ${noun}`);
  assert.deepEqual(phrases.filter(phrase => !catalogue['zh-cn']?.[phrase]), []);
});

test('the engine fills in how many matched', () => {
  assert.equal(renderMessage(withMatches(say`${matched('row')} repeat`, 3), { locale: 'en' }), '3 rows repeat');
});

test('numbers are neither falsely exact nor falsely whole', () => {
  assert.equal(english(number(0.1 + 0.2)), '0.3');
  assert.equal(english(number(1234567.891)), '1,234,568');
  assert.equal(english(number(123456)), '123,456');
  assert.equal(english(number(0.1234567)), '0.123457');
  assert.equal(english(number(1e21)), '1E21');
  assert.equal(english(percent(0.25)), '25%');
  assert.equal(english(percent(0.99996)), '99.996%');
  assert.equal(english(percent(0.9999999)), '>99.999%');
  assert.equal(english(percent(1e-9)), '<0.001%');
  assert.equal(english(percent(1)), '100%');
});

test('only all is 100 percent and only none is 0', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), share => {
    const text = english(percent(share));
    assert.equal(text === '100%', share === 1);
    assert.equal(text === '0%', share === 0);
  }));
});

test('values are quoted, names too, each in the way of the language', () => {
  assert.equal(english(value('N/A', 0)), '“N/A”');
  assert.equal(english(name('Beak Length (mm)')), '‘Beak Length (mm)’');
  assert.equal(chinese(name('年龄')), '“年龄”');
});

test('a text with the marks of a replacement in it stays as it is', () => {
  assert.equal(english(value('$& {0} $1', 0)), '“$& {0} $1”');
});

test('what cannot be seen is spelled out', () => {
  assert.equal(english(value('a\u0000b\tc\u200bd\u202e', 0)), '“a␀b␉c\\u{200b}d\\u{202e}”');
});

test('long values are cut at a column and say so', () => {
  assert.equal(english(value('x'.repeat(60), 0)), `“${'x'.repeat(47)}…”`);
  assert.equal(english(value('数'.repeat(60), 0)), `“${'数'.repeat(23)}…”`);
});

test('values of a masked column pass through the mask, those of others do not', () => {
  const mask = (column: number) => (column === 1 ? () => '•••' : undefined);
  assert.equal(renderMessage(say`${value('secret', 1)} and ${value('open', 2)}`, { locale: 'en', mask }), '“•••” and “open”');
  assert.equal(renderMessage(say`${list([value('secret', 1)])}`, { locale: 'en', mask }), '“•••”');
});

test('lists read as lists of the language', () => {
  const three = list([value('a', 0), value('b', 0), value('c', 0)]);
  assert.equal(english(three), '“a”, “b” and “c”');
  assert.equal(chinese(three), '“a”、“b”和“c”');
});

test('a message inside a message is rendered with it', () => {
  assert.equal(english({ kind: 'message', message: say`${count(2, 'file')} there` }), '2 files there');
});

test('a text without translation is read in English', () => {
  assert.equal(renderMessage(say`no one has translated ${count(1, 'row')}`, { locale: 'zh-cn' }), 'no one has translated 1 行');
});

test('locales find their language', () => {
  const found = ['zh-cn', 'zh-CN', 'zh', 'zh-Hans', 'zh_SG', 'zh-tw', 'zh-Hant-HK', 'zh-HK', 'en-US', 'de', ''].map(languageOf);
  assert.deepEqual(found, ['zh-cn', 'zh-cn', 'zh-cn', 'zh-cn', 'zh-cn', 'en', 'en', 'en', 'en', 'en', 'en']);
});

test('display width counts columns, not characters', () => {
  const widths = ['abc', '年龄', 'ｆｕｌｌ', 'ﾊﾝ', 'e\u0301', '🙂', '한국', '—', '\u200b', '𠮷'].map(displayWidth);
  assert.deepEqual(widths, [3, 4, 8, 2, 1, 2, 4, 1, 0, 2]);
});

test('width is additive over concatenation, and shortening fits', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (a, b, room) => {
    assert.equal(displayWidth(a + b), displayWidth(a) + displayWidth(b));
    assert.ok(displayWidth(shorten(a, room)) <= room);
  }));
});
