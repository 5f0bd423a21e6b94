import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decode } from '../../server/src/images/decode.ts';
import { readHeader } from '../../server/src/images/header.ts';
import { withoutMetadata } from '../../server/src/images/strip.ts';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/images/${name}`));
const NAMES = { 'personal.jpg': 'jpeg', 'personal.png': 'png', 'personal.webp': 'webp' } as const;

for (const [name, format] of Object.entries(NAMES)) {
  test(`${name} loses what leads to a person, and keeps the picture and how it stands`, () => {
    const bytes = bytesOf(name);
    const stripped = withoutMetadata(format, bytes, 6);
    assert.ok(stripped && stripped.length < bytes.length);
    const header = readHeader(stripped, stripped.length);
    assert.ok(header !== 'more' && 'width' in header && header.fault === undefined);
    assert.deepEqual([header.width, header.height, header.exif], [56, 40, { orientation: 6, personal: [] }]);
    assert.deepEqual(decode(format, stripped), decode(format, bytes));
    assert.deepEqual(withoutMetadata(format, stripped, 6), stripped, 'a second time changes nothing');
    const bare = withoutMetadata(format, bytes, undefined);
    const plain = bare && readHeader(bare, bare.length);
    assert.ok(plain && plain !== 'more' && !('exif' in plain));
  });
}

test('a file without any stays as it is', () => {
  for (const [name, format] of [['baseline.jpg', 'jpeg'], ['colour.png', 'png'], ['lossy.webp', 'webp']] as const) {
    assert.deepEqual(withoutMetadata(format, bytesOf(name), undefined), bytesOf(name));
  }
});
