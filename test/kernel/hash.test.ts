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
