import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextCursor } from '../../server/src/util/textCursor.ts';

const encoder = new TextEncoder();

test('a position is the same whatever was asked for before, forwards and backwards', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'é', '漢', '😀', 'abc'), { maxLength: 40 }).map(parts => parts.join(''));
  fc.assert(fc.property(text, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (written, asked) => {
    const bytes = encoder.encode(written);
    const cursors = [new TextCursor(() => bytes, 3), ...(written.includes('\r') ? [] : [new TextCursor(() => bytes, 3, false)])];
    for (const at of asked.map(offset => offset % (bytes.length + 1))) {
      const alone = new TextCursor(() => bytes, 3).at(at);
      for (const cursor of cursors) assert.deepEqual(cursor.at(at), alone);
    }
  }));
});
