import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOfBase64 } from '../../server/src/util/base64.ts';
import { encodeWords, wordFilter } from '../../server/src/util/wordFilter.ts';

test('every word that was put in is found, and of the others about one in a hundred', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `word ${i} 名`);
  const filter = wordFilter(encodeWords(words));
  assert.ok(words.every(word => filter.has(word)));
  const strangers = words.filter(word => filter.has(`no ${word}`)).length;
  assert.ok(strangers < 100, `${strangers} of 5000 others`);
});

test('base64 stands for all bytes', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  assert.deepEqual(bytesOfBase64(Buffer.from(bytes).toString('base64')), bytes);
});
