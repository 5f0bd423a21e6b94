import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { twin } from '../oracle/kernel.ts';

const kernel = createKernel();

test('kernel and twin hash alike', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => assert.equal(kernel.hash(bytes), twin.hash(bytes))));
});

test('surveys of blocks agree, wherever the bytes lie', () => {
  const byte = fc.constantFrom(34, 44, 10, 13, 97);
  fc.assert(fc.property(fc.array(byte, { maxLength: 300 }), fc.constantFrom(34, 39, 0), fc.constantFrom('lf' as const, 'cr' as const), (values, quote, lineEnd) => {
    const dialect = { delimiter: 44, quote, lineEnd };
    assert.deepEqual(kernel.survey(Uint8Array.from(values), dialect), twin.survey(Uint8Array.from(values), dialect));
  }));
});

test('every bit of the content flips every bit of the hash about half of the time', () => {
  const length = 24;
  const samples = 400;
  for (let bit = 0; bit < 8 * length; bit += 5) {
    const flips = new Array<number>(64).fill(0);
    for (let sample = 0; sample < samples; sample++) {
      const bytes = Uint8Array.from({ length }, (_, i) => 32 + ((sample * 37 + i * 11 + ((sample * i) % 7)) % 90));
      const before = kernel.hash(bytes);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const changed = before ^ kernel.hash(bytes);
      for (let i = 0; i < 64; i++) flips[i] = (flips[i] ?? 0) + Number((changed >> BigInt(i)) & 1n);
    }
    for (const count of flips) assert.ok(Math.abs(count / samples - 0.5) < 0.15, `bit ${bit}: ${count / samples}`);
  }
});

test('numbers in a row, and words that differ in case alone, do not collide', () => {
  const seen = new Set<bigint>();
  const encoder = new TextEncoder();
  let texts = 0;
  const add = (text: string): void => {
    seen.add(kernel.hash(encoder.encode(text)));
    texts++;
  };
  for (let i = 0; i < 100000; i++) add(String(i));
  for (let mask = 0; mask < 1 << 16; mask++) add(Array.from('abcdefghijklmnop', (letter, i) => ((mask >> i) & 1 ? letter.toUpperCase() : letter)).join(''));
  assert.equal(seen.size, texts);
});

test('characters that nobody sees are told in the same classes by both', () => {
  const lead = fc.constantFrom(0x41, 0xc2, 0xd8, 0xe1, 0xe2, 0xe3, 0xe4, 0xee, 0xef, 0xf3, 0xf4, 0xf0);
  const rest = fc.constantFrom(0x80, 0x81, 0x87, 0x8b, 0x8d, 0x8e, 0x90, 0x95, 0x96, 0x9a, 0x9c, 0xa0, 0xa1, 0xa3, 0xa4, 0xa6, 0xa9, 0xab, 0xad, 0xae, 0xaf, 0xb0, 0xba, 0xbb, 0xbc, 0xbd, 0xbf);
  const sequence = fc.tuple(lead, rest, rest).map(bytes => [...bytes]);
  fc.assert(fc.property(fc.array(fc.oneof(sequence, fc.array(fc.constant(0x61), { maxLength: 40 })), { maxLength: 30 }), parts => {
    const bytes = Uint8Array.from(parts.flat());
    assert.equal(kernel.characters(bytes), twin.characters(bytes));
  }), { numRuns: 2000 });
  for (let code = 0x80; code < 0x11_0000; code += code < 0x1_0000 ? 1 : 7) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const bytes = new TextEncoder().encode(`a${String.fromCodePoint(code)}`);
    assert.equal(kernel.characters(bytes), twin.characters(bytes), code.toString(16));
  }
});
