import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { personalSpans, redacted } from '../../server/src/util/freeText/personalSpans.ts';

const FOUND: readonly (readonly [text: string, kind: string, part: string])[] = [
  ['mail anna.schmidt@example.com please', 'email', 'anna.schmidt@example.com'], ['{"to": "anna@example.com", "n": 1}', 'email', 'anna@example.com'],
  ['ring +49 30 901820 today', 'phone', '+49 30 901820'], ['or (212) 555-0142 at night', 'phone', '(212) 555-0142'], ['Tel.: 030 901820 bitte', 'phone', '030 901820'],
  ['他的手机号是13800138000，谢谢', 'phone', '13800138000'], ['card 4111-1111-1111-1111 was charged', 'card', '4111-1111-1111-1111'],
  ['to GB82 WEST 1234 5698 7654 32 by Friday', 'iban', 'GB82 WEST 1234 5698 7654 32'], ['身份证11010519491231002X已核对', 'identity-number', '11010519491231002X'],
  ['her SSN is 219-09-9999 she said', 'identity-number', '219-09-9999'], ['lives at 12 Oak Street now', 'address', '12 Oak Street'], ['wohnt Hauptstraße 12 in Bonn', 'address', 'Hauptstraße 12'],
  ['seen by Dr. Kowalski today', 'name', 'Kowalski'], ['my name is Anna Schmidt and', 'name', 'Anna Schmidt'], ['患者王芳，女', 'name', '王芳'], ['请发到anna@example.com谢谢', 'email', 'anna@example.com'],
];
const CLEAN = [
  'anna@example.com', 'order 4111111111111112 is late', 'on 2024-01-31 at 10:30', 'info@example.com is read daily', 'see icon@2x.png there', 'Dr. Pepper and Mr. Clean', 'ISBN 978-3-16-148410-0 in print',
  'version 10.2.33.4 of it', 'took 1700000000000 ms in all', '3.14159265358979 is pi', 'room 12 on the left', '王先生来过', 'no such thing here', 'from 1999-2000 to 2010-2011', 'the 100-200-3000 rule',
];

test('parts that name or reach a person are found where they stand', () => {
  for (const [text, kind, part] of FOUND) assert.deepEqual(personalSpans(text).map(span => [span.kind, text.slice(span.start, span.end)]), [[kind, part]], text);
});

test('what only looks like one is not, nor a text that is nothing else', () => {
  for (const text of CLEAN) assert.deepEqual(personalSpans(text), [], text);
});

test('what is redacted holds nothing of its kind any more, and the rest stays', () => {
  const words = fc.constantFrom('and', 'then', 'see', '10', 'of', ...FOUND.map(([, , part]) => part));
  fc.assert(fc.property(fc.array(words, { maxLength: 8 }), parts => {
    const text = `well ${parts.join(' ; ')} yes`;
    const without = redacted(text);
    assert.deepEqual(personalSpans(without), []);
    assert.equal(redacted(without), without);
  }));
});

test('any text is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    for (const { start, end } of personalSpans(text)) assert.ok(start >= 0 && start < end && end <= text.length);
  }));
});

test('in the JSON text of a list, what is found is marked as it is written, whatever is written as codes', () => {
  const coded = fc.constantFrom(/[^\s\S]/g, /[^\x00-\x7f]/g, /[\u4e00-\u9fff.]/g);
  fc.assert(fc.property(fc.constantFrom(...FOUND.filter(([text]) => !/^[[{]/.test(text))), coded, fc.constantFrom('', 'a "quoted" word\n', 'C:\\new\\u5b57 '), ([text, kind, part], pattern, before) => {
    const written = JSON.stringify([before, text]).replaceAll(pattern, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const spans = personalSpans(written);
    const marked = spans.map(({ kind: of, start, end }) => [of, JSON.parse(`"${written.slice(start, end)}"`)]);
    assert.deepEqual(marked, [[kind, part]]);
    assert.deepEqual(personalSpans(written, 'email'), spans.filter(span => span.kind === 'email' && !written.slice(span.start, span.end).includes('\\')));
  }), { numRuns: 400 });
});
