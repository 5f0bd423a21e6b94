import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Detector } from '../../server/src/core/detector.ts';
import { detectors } from '../../server/src/privacy/detectors/registry.generated.ts';
import { readVerdicts } from '../harness/verdicts.ts';
import { SHAPES } from './shapes.ts';

for (const detector of detectors) {
  describe(detector.id, () => {
    const verdicts = readVerdicts(readFileSync(`server/src/privacy/detectors/${detector.id}/README.md`, 'utf8'));

    test('its table shows what it finds and what it does not', () => {
      assert.ok(verdicts.some(({ verdict }) => verdict.startsWith('found')));
      assert.ok(verdicts.some(({ verdict }) => verdict === 'not found'));
    });

    for (const { text, verdict, line } of verdicts) {
      test(`README line ${line}: ${text}`, () => assert.equal(verdictOf(detector, text), verdict));
    }

    test('finds nothing its cheap test would not let it see', () => {
      const kindOf = (text: string) => (/^[1-9]\d*$/.test(text) ? 'integer' : 'text');
      const hidden = verdicts.filter(({ text }) => detector.accepts(text) && !detector.mayBe(kindOf(text), Buffer.byteLength(text)));
      assert.deepEqual(hidden, []);
    });

    test('never shows what it found', () => {
      for (const { text } of verdicts.filter(candidate => detector.accepts(candidate.text))) assert.ok(!detector.mask(text).includes(text));
    });

    // A shape that only a name vouches for is shared by much else: its chance is that of what stands under such a name, which no generator knows.
    if (detector.basis !== 'name' || SHAPES[detector.id]) test('accepts by chance no more often than it says', () => {
      const samples = fc.sample(fc.stringMatching(SHAPES[detector.id] ?? /^[\dA-Z]{18}$/), { numRuns: 20_000, seed: 1 });
      const share = samples.filter(text => detector.accepts(text)).length / samples.length;
      assert.ok(share <= detector.chance + 0.01, `accepted ${share} of random strings, says ${detector.chance}`);
    });

    test('takes any text without failing', () => {
      fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof detector.accepts(text) === 'boolean' && detector.mask(text) !== ''));
    });

    test('hints are words in lower case', () => {
      const words = [...detector.nameHints, ...detector.vetoWords];
      assert.deepEqual(words.filter(word => word !== word.toLowerCase().trim() || word === ''), []);
    });
  });
}

function verdictOf(detector: Detector, text: string): string {
  return detector.accepts(text) ? `found, shown as \`${detector.mask(text)}\`` : 'not found';
}

test('a GitHub token is a secret', () => {
  // Put together here: packagers refuse files in which such a token stands, and manuals are packed.
  const token = ['ghp', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('_');
  const secret = detectors.find(({ id }) => id === 'secret');
  assert.ok(secret);
  assert.ok(secret.accepts(token));
  assert.equal(secret.mask(token), 'ghp•••');
});
