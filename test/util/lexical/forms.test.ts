import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Form } from '../../../server/src/core/form.ts';
import { FIXED_FORMS } from '../../../server/src/core/form.ts';
import { formTest } from '../../../server/src/util/lexical/forms.ts';

const TABLE: readonly (readonly [form: Form, yes: readonly string[], no: readonly string[]])[] = [
  ['number', ['$1,234.50', '12 %', '(12)'], ['1,5', 'x']],
  ['number:comma', ['1.234,56 €', '7'], ['1,234,567', 'x']],
  ['decimal:comma', ['1,5'], ['1,234', '1.5']],
  ['decimal:point', ['1.5', '1,234.5'], ['1.234', '1,5']],
  ['decimal:either', ['1,234', '1.234'], ['1.5']],
  ['unit', ['5 kg', '€3', '4%'], ['5', '3.5万']],
  ['unit:kg', ['5 kg', '5公斤'], ['5 g', '5']],
  ['not-finite', ['inf'], ['info']],
  ['whole-decimal', ['5.0'], ['5.1']],
  ['date', ['31.12.2024', '2024-01-01 10:00'], ['31.02.2024', 'x']],
  ['date:d/m/y', ['31/12/2024', '01/02/2024'], ['12/31/2024', '31.12.2024']],
  ['impossible-date', ['31.02.2024'], ['31.12.2024', 'x']],
  ['two-digit-year', ['31/12/24', '1-Jan-99'], ['31/12/2024']],
  ['day-first', ['31/12/2024'], ['01/02/2024', '12/31/2024', '31.12.2024']],
  ['month-first', ['12/31/2024'], ['01/02/2024', '31/12/2024']],
  ['with-zone', ['2024-01-02T10:00Z', '2024-01-02 10:00:00+02:00'], ['2024-01-02T10:00', '2024-01-02']],
  ['without-zone', ['2024-01-02T10:00'], ['2024-01-02T10:00Z', '2024-01-02']],
  ['spreadsheet-error', ['#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '####', '#######', 'Err:502'], ['#1', '#hashtag', '##', '#REFUND']],
  ['spreadsheet-date', ['1-Mar', '02-Sep', 'Sep-02', '3月1日'], ['MARCH1', '1-Mar-2024', '1-May-x', 'a-Mar']],
  ['spreadsheet-exponent', ['1.23457E+11', '4E+15'], ['1.23E+05', '1.234567E+12', '1.2e+11', '123']],
  ['cut-digits', ['123456789012345000', '1234567890123450'], ['123456789012345678', '1000', '12345678901234567000000']],
  ['mojibake', ['cafÃ©', 'donâ€™t', 'ä¸\u00adæ–‡'], ['café', 'don’t', '中文', 'Ã']],
  ['lost-characters', ['caf\ufffd', '锟斤拷'], ['café', '?']],
  ['json', ['{"a": 1}', '[1, 2]', '{}', '[]', '[{"a": null}]'], ["{'a': 1}", '[1, 2', '1', '"x"', '[x]', '{a}', '[draft] see below']],
  ['list:2', ['[1, 2]', '["a", {}]'], ['[1]', '{"a": 1}', '1,2']],
  ['url', ['https://example.com', 'http://a.b/c?d=e#f', 'ftp://x.org/y', 'https://例子.测试/路', 'http://localhost:8080/', 's3://bucket/key', 'http://[::1]/'], ['example.com', 'http:/a.b', 'htp://a.b', 'https://', 'http://a b.c', 'http://.com', 'https://a..b/']],
  ['email', ['ada@example.com', 'a.b+c@sub.example.co.uk', '张三@例子.中国'], ['ada@', 'ada@example', '@x.org', 'a b@x.org', 'ada@@x.org', 'ada.@x.org', 'a..b@x.org', 'ada@x..org']],
  ['uuid', ['123e4567-e89b-12d3-a456-426614174000', '{123E4567-E89B-12D3-A456-426614174000}'], ['123e4567e89b12d3a456426614174000', '123e4567-e89b-12d3-a456-42661417400', 'g23e4567-e89b-12d3-a456-426614174000']],
  ['ip', ['192.168.0.1', '10.0.0.0/8', '::1', '2001:db8::ff00:42:8329', 'fe80::1/64', '::ffff:1.2.3.4'], ['256.1.1.1', '1.2.3', '1.2.3.4.5', '10.0.0.0/33', ':::1', '2001:db8', '1:2:3:4:5:6:7:8:9', 'x']],
  ['masked', ['138****5678', 'j***@example.com', '[EMAIL]', '***-**-1234'], ['13812345678', 'a*b', '5 * 3', 'XL']],
  ['mac', ['00:1A:2B:3C:4D:5E', '00-1a-2b-3c-4d-5e'], ['00:1A:2B:3C:4D', '00:1A-2B:3C:4D:5E']],
  ['wkt', ['POINT (30 10)', 'polygon((0 0, 1 0, 1 1, 0 0))', 'GEOMETRYCOLLECTION EMPTY', 'POINT Z (1 2 3)', 'SRID=4326;POINT(1 2)'], ['POINT (30 10', '(30 10)', 'POINT', 'POINT (1 2) (3 4)', 'POINTS (1 2)']],
  ['any-moment', ['29 Feb 2024', '3rd of May 2020', '10:30 pm', '2024-W05', 'Freitag, 1. März 2024', '2024年1月2日'], ['soon', '10th Jan nineteen sixty nine', 'invalid']],
  ['strptime:%H:%M', ['10:30'], ['25:00']],
  ['separators:,.', ['1.234,5'], ['1,234.5']],
];

for (const [form, yes, no] of TABLE) {
  test(`form ${form}`, () => {
    for (const text of yes) assert.ok(formTest(form)(text), text);
    for (const text of no) assert.ok(!formTest(form)(text), text);
  });
}

test('every fixed form is in the table', () => {
  assert.deepEqual(FIXED_FORMS.filter(form => !TABLE.some(([name]) => name === form)), []);
});

test('a form that means nothing fits nothing', () => assert.ok(!formTest('strptime:%Q')('x')));
