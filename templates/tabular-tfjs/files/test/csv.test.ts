import assert from 'node:assert/strict';
import test from 'node:test';
import { parseCsv } from '../src/csv.ts';

test('quoted cells hold delimiters, quotes and line ends', () => {
  assert.deepEqual(parseCsv('a,"b, ""c""\nd"\r\n1,2\r\n', ','), [['a', 'b, "c"\nd'], ['1', '2']]);
});

test('a byte order mark, blank lines and a missing last line end change nothing', () => {
  assert.deepEqual(parseCsv('\uFEFFa;b\n\n1;2', ';'), [['a', 'b'], ['1', '2']]);
});

test('empty cells are kept, the last one of the text too', () => {
  assert.deepEqual(parseCsv('a,,\n,,c\n1,2,', ','), [['a', '', ''], ['', '', 'c'], ['1', '2', '']]);
});

test('a quote that is never closed is refused', () => {
  assert.throws(() => parseCsv('a,b\n"c,d\n', ','), /line 2/);
});
