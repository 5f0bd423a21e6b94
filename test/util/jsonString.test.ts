import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { resolveEscapes, writtenOffset } from '../../server/src/util/jsonString.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const hex = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

/** A character and a way to write it in JSON. */
const written = fc.oneof(
  fc.constantFrom(['\n', '\\n'], ['\t', '\\t'], ['"', '\\"'], ['\\', '\\\\'], ['/', '\\/'], ['\b', '\\b'], ['\f', '\\f'], ['\r', '\\r'] as const).map(([text, json]) => ({ text: text ?? '', json: json ?? '' })),
  fc.constantFrom('a', ' ', 'é', '你', '😀', '\ufffd').map(text => ({ text, json: text })),
  fc.constantFrom('a', '"', '\\', 'é', '你', '😀', '\u0000').map(text => ({ text, json: [...Array(text.length).keys()].map(i => hex(text.charCodeAt(i))).join('') })),
  fc.constantFrom('\ud83d', '\udc00').map(half => ({ text: '\ufffd', json: hex(half.charCodeAt(0)) })),
);

/** Halves that stand beside each other by accident are one character. */
const isPlain = (json: string): boolean => !/\\ud83d\\udc00/.test(json);

test('escapes are resolved to what the string says, and its parts are found again where they are written', () => {
  fc.assert(fc.property(fc.array(written, { maxLength: 12 }), fc.boolean(), (characters, doubled) => {
    const json = characters.map(each => each.json).join('');
    fc.pre(isPlain(json));
    const bytes = encoder.encode(`xx${json}"`);
    const end = bytes.length - 1;
    const target = new Uint8Array(2 * bytes.length);
    const length = resolveEscapes(bytes, 2, end, target, 0, doubled);
    const said = (text: string): string => (doubled ? text.replaceAll('"', '""') : text);
    assert.equal(decoder.decode(target.subarray(0, length)), said(characters.map(({ text }) => text).join('')));
    let [resolved, at] = [0, 2];
    for (const { text, json: escape } of characters) {
      const size = encoder.encode(said(text)).length;
      for (let i = 0; i < size; i++) {
        const inside = escape.startsWith('\\') ? at : at + i;
        assert.equal(writtenOffset(bytes, 2, end, resolved + i, doubled), inside, `byte ${i} of ${escape} in ${json}`);
      }
      resolved += size;
      at += encoder.encode(escape).length;
      assert.equal(writtenOffset(bytes, 2, end, resolved, doubled), at);
    }
  }), { numRuns: 2000 });
});

test('a string is resolved in place', () => {
  const bytes = encoder.encode('a\\u4f60\\n\\"b');
  assert.equal(decoder.decode(bytes.subarray(0, resolveEscapes(bytes, 0, bytes.length, bytes, 0, true))), 'a你\n""b');
});
