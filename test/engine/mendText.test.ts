import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { offsetsOf } from '../../server/src/engine/mendText.ts';
import { Transcoded } from '../../server/src/engine/text/transcoded.ts';
import { encode } from '../../server/src/util/charset/encode.ts';
import { TextCursor } from '../../server/src/util/textCursor.ts';
import { sourceOf } from '../harness/check.ts';

const texts = fc.array(fc.constantFrom('a', '{', '"', 'é', '中', '😀', '\n', '\r\n', '\r'), { maxLength: 40 }).map(pieces => pieces.join(''));

test('positions are found again at the bytes they were counted from', async () => {
  await fc.assert(fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, cut) => {
    const bytes = new TextEncoder().encode(text);
    const cursor = new TextCursor(() => bytes, 0);
    const starts = [...bytes.keys(), bytes.length].filter(at => ((bytes[at] ?? 0) & 0xc0) !== 0x80 && !(bytes[at] === 10 && bytes[at - 1] === 13));
    assert.deepEqual(await offsetsOf(starts.map(at => cursor.at(at)), sourceOf(bytes, cut), 0), starts);
  }));
});

test('positions behind the end of a line or of the text stand at that end', async () => {
  const bytes = new TextEncoder().encode('ab\r\ncd');
  assert.deepEqual(await offsetsOf([{ line: 0, character: 9 }, { line: 1, character: 9 }, { line: 7, character: 0 }], sourceOf(bytes), 0), [2, 6, 6]);
});

for (const encoding of ['windows-1252', 'gb18030', 'shift_jis', 'utf-16le', 'utf-16be']) {
  test(`offsets of text lead back to bytes of ${encoding}`, async () => {
    const characters = encoding === 'windows-1252' ? ['a', 'é', '€', '\n'] : encoding === 'shift_jis' ? ['a', 'ソ', '表', 'ｱ', '\n'] : ['a', 'é', '中', '😀', '\n'];
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 900 }), fc.integer({ min: 8, max: 700 }), async (pieces, block) => {
      const encoded = pieces.map(piece => encode(piece, encoding) ?? assert.fail());
      const lengths = pieces.map(piece => new TextEncoder().encode(piece).length);
      const source = new Transcoded(sourceOf(Buffer.concat(encoded)), encoding, block);
      const scratch = new Uint8Array(4096);
      for (let at = 0, count = -1; count !== 0; at += count) count = await source.read(scratch, at);
      const sums = (list: readonly number[]): readonly number[] => list.reduce<readonly number[]>((all, one) => [...all, (all.at(-1) ?? 0) + one], [0]);
      assert.deepEqual(await source.originalOffsets(sums(lengths)), sums(encoded.map(bytes => bytes.length)));
    }), { numRuns: 60 });
  });
}
