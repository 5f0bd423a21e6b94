import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BYTE_CLASSES, holds, mayHold } from '../../server/src/util/characters.ts';

const encoder = new TextEncoder();

test('bytes that hold a character of a class are never passed over, and ASCII always is', () => {
  const odd = fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u202e', '\u00a0', '\u3000', '\uff21', '\ue000', '\u{f0000}', '\u{10fffd}', '\u2f00', '\uf900', '😀', '中', 'é', 'a', ' ');
  fc.assert(fc.property(fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 }).map(parts => parts.join('')), text => {
    const bytes = encoder.encode(`x${text}y`);
    const held = mayHold(bytes, 1, bytes.length - 1);
    BYTE_CLASSES.forEach((kind, bit) => assert.ok(!holds(kind, text) || (held >> bit & 1) === 1, `${kind} in ${JSON.stringify(text)}`));
  }), { numRuns: 2000 });
  assert.equal(mayHold(encoder.encode('plain text, nothing else'), 0, 24), 0);
});
