import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PixelFacts } from '../../server/src/core/images.ts';
import { decode } from '../../server/src/images/decode.ts';
import type { Decoded } from '../../server/src/images/luma.ts';
import { readHeader } from '../../server/src/images/header.ts';
import { measure } from '../../server/src/images/measure.ts';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/images/${name}`));

function decodeFile(bytes: Uint8Array): Decoded | undefined {
  const header = readHeader(bytes, bytes.length);
  const decoded = header !== 'more' && header.format ? decode(header.format, bytes) : undefined;
  return decoded === 'damaged' ? undefined : decoded;
}

function pixelsOf(name: string): PixelFacts {
  const decoded = decodeFile(bytesOf(name));
  assert.ok(decoded, name);
  assert.equal(decoded.share, 1);
  return measure(decoded);
}

/** Bits in which two hashes differ. */
const distance = (a: string, b: string): number => [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter(bit => bit === '1').length;

test('the same picture is the same in every format', () => {
  const reference = pixelsOf('colour.png');
  for (const name of ['baseline.jpg', 'progressive.jpg', 'grey.jpg', 'palette.png', 'alpha.png', 'still.gif', 'palette.bmp']) {
    const pixels = pixelsOf(name);
    assert.ok(Math.abs(pixels.brightness - reference.brightness) < 3, `${name}: ${pixels.brightness}, ${reference.brightness}`);
    assert.ok(Math.abs(pixels.contrast - reference.contrast) < 4, `${name}: ${pixels.contrast}, ${reference.contrast}`);
    // Sixteen colours are another picture where there were thousands.
    if (!/palette|still/.test(name)) assert.ok(distance(pixels.hash, reference.hash) <= 8, `${name}: ${distance(pixels.hash, reference.hash)} bits`);
  }
});

test('a progressive picture is that of its baseline twin', () => {
  const [one, other] = [pixelsOf('baseline.jpg'), pixelsOf('progressive.jpg')];
  assert.deepEqual(other, one);
});

test('grey and transparent pictures are told', () => {
  assert.deepEqual(['colour.png', 'grey.jpg', 'bits.png'].map(name => pixelsOf(name).grey), [false, true, true]);
  assert.deepEqual(['colour.png', 'alpha.png'].map(name => pixelsOf(name).transparent), [false, true]);
});

test('a picture that breaks off is told by its share', () => {
  const bytes = bytesOf('baseline.jpg');
  const cut = decodeFile(bytes.slice(0, Math.round(bytes.length * 0.8)));
  assert.ok(cut && cut.share < 0.9, String(cut?.share));
});

test('what makes no sense is told from what is not there', () => {
  const png = bytesOf('colour.png');
  // A byte of the packed rows: their check does not fit any more.
  png[60] = (png[60] ?? 0) ^ 0x55;
  assert.equal(brokenIn('png', png), true);
  const jpeg = bytesOf('baseline.jpg');
  assert.equal(brokenIn('jpeg', jpeg.slice(0, Math.round(jpeg.length * 0.8))), false);
});

function brokenIn(format: 'jpeg' | 'png', bytes: Uint8Array): boolean {
  const decoded = decode(format, bytes);
  return decoded === 'damaged' || (decoded !== undefined && decoded.share < 0.98 && decoded.broken === true);
}

test('no bytes make a decoder throw, and none of them take long', () => {
  const names = [
    'baseline.jpg', 'progressive.jpg', 'grey.jpg', 'colour.png', 'palette.png', 'bits.png', 'alpha.png', 'still.gif', 'animated.gif', 'palette.bmp', 'lossy.webp', 'pages.tif',
  ];
  fc.assert(fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { maxLength: 8 }), fc.nat(4000), (name, changes, length) => {
    const bytes = bytesOf(name).slice(0, Math.max(40, length));
    // Sizes in headers change too: at most a hundred million pixels are looked at, and only those that are there.
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
    const began = process.cpuUsage();
    const decoded = decodeFile(bytes);
    if (decoded) measure(decoded);
    const { user } = process.cpuUsage(began);
    assert.ok(user < 10_000_000, `${name} took ${user} us`);
  }), { numRuns: 400 });
});
