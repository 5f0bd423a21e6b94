import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { readHeader } from '../../server/src/images/header.ts';

const FOLDER = 'test/fixtures/images';
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`${FOLDER}/${name}`));
const SIZE = { width: 56, height: 40 };
const PERSONAL = { exif: { orientation: 6, camera: 'Canon EOS 5', personal: ['location', 'serial', 'author'] } };

/** What each picture says of itself. */
const EXPECTED: Readonly<Record<string, object>> = {
  'baseline.jpg': { format: 'jpeg', ...SIZE, mode: 'colour', frames: 1 },
  'progressive.jpg': { format: 'jpeg', ...SIZE, mode: 'colour', frames: 1 },
  'grey.jpg': { format: 'jpeg', ...SIZE, mode: 'grey', frames: 1 },
  'colour.png': { format: 'png', ...SIZE, mode: 'colour', frames: 1 },
  'palette.png': { format: 'png', ...SIZE, mode: 'palette', frames: 1 },
  'bits.png': { format: 'png', ...SIZE, mode: 'grey', frames: 1 },
  'alpha.png': { format: 'png', ...SIZE, mode: 'colour-alpha', frames: 1 },
  'still.gif': { format: 'gif', ...SIZE, mode: 'palette', frames: 1 },
  'animated.gif': { format: 'gif', ...SIZE, mode: 'palette', frames: 2 },
  'lossy.webp': { format: 'webp', ...SIZE, mode: 'colour', frames: 1 },
  'lossless.webp': { format: 'webp', ...SIZE, mode: 'colour', frames: 1 },
  'moving.webp': { format: 'webp', ...SIZE, mode: 'colour-alpha', frames: 0 },
  'palette.bmp': { format: 'bmp', ...SIZE, mode: 'palette', frames: 1 },
  'pages.tif': { format: 'tiff', ...SIZE, mode: 'grey', frames: 2 },
  'personal.jpg': { format: 'jpeg', ...SIZE, mode: 'colour', frames: 1, ...PERSONAL },
  'personal.png': { format: 'png', ...SIZE, mode: 'colour', frames: 1, ...PERSONAL },
  'personal.webp': { format: 'webp', ...SIZE, mode: 'colour', frames: 1, ...PERSONAL },
  // A telephone without a fix writes zeros for the place, and spaces for the name.
  'no-fix.jpg': { format: 'jpeg', ...SIZE, mode: 'colour', frames: 1, exif: { camera: 'Phone', personal: [] } },
};

for (const [name, expected] of Object.entries(EXPECTED)) {
  test(`the header of ${name}`, () => {
    const bytes = bytesOf(name);
    assert.deepEqual(readHeader(bytes, bytes.length), expected);
  });
}

test('with fewer bytes than there are, the answer is the same or that there is more', () => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    const bytes = bytesOf(name);
    for (let length = 0; length < bytes.length; length += 7) {
      const answer = readHeader(bytes.subarray(0, Math.max(16, length)), bytes.length);
      if (answer !== 'more') assert.deepEqual(answer, expected, `${name}, ${length} bytes`);
    }
  }
});

test('all bytes at hand are always an answer, and no bytes are a fault', () => {
  assert.deepEqual(readHeader(new Uint8Array(0), 0), { fault: 'empty' });
  for (const name of Object.keys(EXPECTED)) {
    const bytes = bytesOf(name);
    for (let length = 1; length < bytes.length; length += 3) assert.notEqual(readHeader(bytes.subarray(0, length), length), 'more', `${name}, ${length} bytes`);
  }
});

test('no bytes make it throw, and what it says is of their length or less', () => {
  const names = Object.keys(EXPECTED);
  fc.assert(fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 12 }), fc.nat(4000), (name, changes, length) => {
    const bytes = bytesOf(name).slice(0, Math.max(12, length));
    for (const [at, byte] of changes) if (at >= 12 && at < bytes.length) bytes[at] = byte;
    const answer = readHeader(bytes, bytes.length);
    assert.notEqual(answer, 'more');
    assert.ok(typeof answer === 'object' && ('format' in answer || 'fault' in answer));
  }), { numRuns: 2000 });
});

test('what is no image is told', () => {
  const bytes = new TextEncoder().encode('<!DOCTYPE html><html><body>404 Not Found</body></html>');
  assert.deepEqual(readHeader(bytes, bytes.length), { fault: 'no-image' });
});

test('authors in IPTC and in texts of PNG', () => {
  const inserted = (name: string, at: number, part: readonly number[]): Uint8Array => {
    const bytes = bytesOf(name);
    return Uint8Array.from([...bytes.subarray(0, at), ...part, ...bytes.subarray(at)]);
  };
  const codes = (text: string): readonly number[] => [...text].map(character => character.charCodeAt(0));
  const iptc = (author: string): readonly number[] => {
    const content = [...codes('Photoshop 3.0\x008BIM\x04\x04\0\0'), 0, 0, 0, author.length + 5, 0x1c, 2, 80, 0, author.length, ...codes(author)];
    return [0xff, 0xed, 0, content.length + 2, ...content];
  };
  const text = (author: string): readonly number[] => [0, 0, 0, 7 + author.length, ...codes(`tEXtAuthor\0${author}`), 0, 0, 0, 0];
  const personalIn = (bytes: Uint8Array): readonly string[] => {
    const header = readHeader(bytes, bytes.length);
    return header !== 'more' && 'exif' in header ? header.exif?.personal ?? [] : [];
  };
  assert.deepEqual(['Jane Roe', ' ', 'unknown'].map(author => personalIn(inserted('baseline.jpg', 2, iptc(author)))), [['author'], [], []]);
  assert.deepEqual(['Jane Roe', ''].map(author => personalIn(inserted('colour.png', 33, text(author)))), [['author'], []]);
});
