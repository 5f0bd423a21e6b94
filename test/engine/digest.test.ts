import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createDigest } from '../../server/src/engine/digest.ts';

for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512'] as const) {
  test(`${algorithm} is the one of the standard, however the bytes are cut`, () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), pieces => {
      const digest = createDigest(algorithm);
      const expected = createHash(algorithm);
      for (const piece of pieces) {
        digest.update(piece);
        expected.update(piece);
      }
      assert.equal(digest.finish(), expected.digest('hex'));
    }), { numRuns: 300 });
  });
}
