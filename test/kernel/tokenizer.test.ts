import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Dialect } from '../../server/src/core/reading.ts';
import { KernelMemory } from '../../server/src/kernel/memory.ts';
import { KernelTokenizer } from '../../server/src/kernel/tokenizer.ts';
import { RECORD_LIMIT, twinTokenizer } from '../oracle/tokenizer.ts';
import { dialects, soup, tidy } from './arbitraries.ts';
import { feed, flatten } from './feeding.ts';

const COMMA: Dialect = { delimiter: 44, quote: 34, lineEnd: 'lf' };
const memory = new KernelMemory();

function kernel(dialect: Dialect, bytes: Uint8Array, sizes: readonly number[], limit?: number): ReturnType<typeof feed> {
  const tokenizer = new KernelTokenizer(memory, dialect, undefined, true, limit);
  const chunks = feed(tokenizer, bytes, sizes);
  tokenizer.dispose();
  return chunks;
}

const inputs = dialects.chain((dialect) => fc.tuple(fc.constant(dialect), fc.oneof(soup(dialect), soup(dialect), tidy(dialect))));

test('kernel and twin cut the same records, however the bytes come', () => {
  fc.assert(
    fc.property(inputs, fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 8 }), ([dialect, bytes], sizes) => {
      const whole = flatten(feed(twinTokenizer(dialect), bytes, [bytes.length]));
      assert.equal(whole.length, bytes.length);
      assert.deepEqual(flatten(kernel(dialect, bytes, [bytes.length])), whole);
      assert.deepEqual(flatten(kernel(dialect, bytes, sizes)), whole);
      assert.deepEqual(flatten(feed(twinTokenizer(dialect), bytes, sizes)), whole);
    }),
    { numRuns: 3000 },
  );
});

test('given the same feed, chunks are equal in every field', () => {
  fc.assert(
    fc.property(inputs, ([dialect, bytes]) => {
      assert.deepEqual(kernel(dialect, bytes, [bytes.length]), feed(twinTokenizer(dialect), bytes, [bytes.length]));
    }),
    { numRuns: 1000 },
  );
});

test('what nobody asks for changes nothing else', () => {
  fc.assert(
    fc.property(inputs, ([dialect, bytes]) => {
      const tokenizer = new KernelTokenizer(memory, dialect, undefined, false);
      const cells = feed(tokenizer, bytes, [bytes.length]);
      tokenizer.dispose();
      const asked = kernel(dialect, bytes, [bytes.length]);
      for (const [i, { incidents, ...chunk }] of cells.entries()) {
        const { incidents: full = incidents, ...same } = asked[i] ?? {};
        assert.deepEqual(chunk, same);
        assert.deepEqual([incidents.list, incidents.total], [full.list, full.total]);
        assert.ok(incidents.carriageReturns === full.carriageReturns || incidents.carriageReturns === -1);
      }
      assert.equal(cells.length, asked.length);
    }),
    { numRuns: 1000 },
  );
});

test('a split at every byte changes nothing', () => {
  const samples = ['a,"b\nc",d\r\n"e""f",\n"x"y,z\n"open,1\n2,3', '"a"b",c\n"a"b\n"c",d', 'a\r\n"b"\r\n\r\n"c"\r', '北京,"上,海"\n广州', '"""",""\n""x,"\n"', '\n"\t"x\n"', 'a\n"b\nc\n'];
  for (const bytes of samples.map((text) => new TextEncoder().encode(text))) {
    const whole = flatten(feed(twinTokenizer(COMMA), bytes, [bytes.length]));
    for (let at = 1; at < bytes.length; at++) {
      assert.deepEqual(flatten(kernel(COMMA, bytes, [at, bytes.length])), whole);
      assert.deepEqual(flatten(kernel(COMMA, bytes, [at, 1])), whole);
    }
  }
});

test('what spans two steps of the fast path is seen at every offset', () => {
  const encoder = new TextEncoder();
  const broken = [[0xe5], [0xe5, 0x8c], [0xf0, 0x9f, 0x98], [0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc3], [0xe5, 0x8c, 0x97]];
  const quotes = ['"a"\r,b', '"a"\r\n', '"a""b"', '"a"b', 'a"b', '"a"\rx', '"a\n"', '""'].map((text) => [...encoder.encode(text)]);
  const classes = ['\u200b', '\u00a0', '\u3000', '\uff11', '\u{100000}', '，', '\u2f00\ue000'].map((text) => [...encoder.encode(text)]);
  for (const piece of [...broken, ...quotes, ...classes]) {
    for (let at = 0; at < 140; at++) {
      const bytes = Uint8Array.from([...new Uint8Array(at).fill(120), 44, ...piece, 44, ...new Uint8Array(150).fill(120), 10, 121, 10]);
      assert.deepEqual(kernel(COMMA, bytes, [bytes.length]), feed(twinTokenizer(COMMA), bytes, [bytes.length]));
    }
  }
});

test('records over the limit are cut alike', () => {
  fc.assert(
    fc.property(inputs, fc.integer({ min: 4, max: 150 }), fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 8 }), ([dialect, bytes], limit, sizes) => {
      const whole = flatten(feed(twinTokenizer(dialect, undefined, limit), bytes, [bytes.length]));
      assert.equal(whole.length, bytes.length);
      assert.deepEqual(flatten(kernel(dialect, bytes, [bytes.length], limit)), whole);
      assert.deepEqual(flatten(kernel(dialect, bytes, sizes, limit)), whole);
      assert.deepEqual(flatten(feed(twinTokenizer(dialect, undefined, limit), bytes, sizes)), whole);
    }),
    { numRuns: 2000 },
  );
});

test('records hold what a reader of CSV expects', () => {
  const read = (text: string): string[][] => {
    const bytes = new TextEncoder().encode(text);
    return flatten(kernel(COMMA, bytes, [bytes.length])).records.map((cells) => cells.map(([from, to]) => new TextDecoder().decode(bytes.subarray(from, to))));
  };
  assert.deepEqual(read(''), []);
  assert.deepEqual(read('\n'), [['']]);
  assert.deepEqual(read('a,b\r\nc,d'), [['a', 'b'], ['c', 'd']]);
  assert.deepEqual(read('"a,b",c\n'), [['"a,b"', 'c']]);
  assert.deepEqual(read('a,\n'), [['a', '']]);
});

test('each malformed quote is one incident at its byte', () => {
  const incidents = (text: string): unknown[] => {
    const bytes = new TextEncoder().encode(text);
    return flatten(kernel(COMMA, bytes, [bytes.length])).incidents.map(({ kind, record, cell, offset }) => [kind, record, cell, offset]);
  };
  assert.deepEqual(incidents('a,b"c"d\n'), [['stray-quote', 0, 1, 3]]);
  assert.deepEqual(incidents('x\n"a"b",c\n'), [['stray-quote', 1, 0, 4]]);
  assert.deepEqual(incidents('"open,1\nx,"ok"\n'), [['unclosed-quote', 0, 0, 0]]);
  assert.deepEqual(incidents('"open\nto the end'), [['unclosed-quote', 0, 0, 0]]);
});

test('a quote that never closes does not make the scan quadratic, and a long record is cut at 8 MiB', () => {
  const bytes = new Uint8Array(RECORD_LIMIT + 100).fill(97);
  bytes.set([34], 0);
  bytes.set([10, 98, 10], RECORD_LIMIT + 50);
  const cut = flatten(kernel(COMMA, bytes, [65536]));
  assert.deepEqual(cut.incidents.map(({ kind, offset }) => [kind, offset]), [['unclosed-quote', 0], ['oversized-record', RECORD_LIMIT]]);
  assert.deepEqual(cut.records.map((cells) => cells.length), [1, 1, 1]);
  assert.equal(cut.lineBreaks, 2);
});
