import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Detector } from '../../server/src/core/detector.ts';
import { detectors } from '../../server/src/privacy/detectors/registry.generated.ts';
import { readVerdicts } from '../harness/verdicts.ts';

const SAMPLES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'email': fc.stringMatching(/^[a-z ]{3,12}[ @.]{1,2}[a-z0-9 ]{2,8}[. ][a-z0-9]{1,3}$/),
  'payment-card': fc.stringMatching(/^(4\d{15}|5[1-5]\d{14}|62\d{15}|37\d{13})$/),
  'cn-resident-id': fc.stringMatching(/^(11|31|44)\d{4}(19[5-9]\d|200\d)(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}[\dX]$/),
  'iban': fc.stringMatching(/^DE\d{20}$/),
  'es-dni': fc.stringMatching(/^\d{8}[A-HJ-NP-TV-Z]$/),
  'fr-nir': fc.stringMatching(/^[12]\d{2}(0[1-9]|1[0-2])[1-8]\d{9}$/),
  'de-tax-id': fc.stringMatching(/^[1-9]\d{10}$/),
  'it-codice-fiscale': fc.stringMatching(/^[A-Z]{6}\d{2}[A-E]\d{2}[A-Z]\d{3}[A-Z]$/),
  'br-cpf': fc.stringMatching(/^\d{11}$/),
  'br-cnpj': fc.stringMatching(/^\d{14}$/),
  'in-aadhaar': fc.stringMatching(/^[2-9]\d{11}$/),
  'in-pan': fc.stringMatching(/^[A-Z]{5}\d{5}$/),
  'uk-nhs-number': fc.stringMatching(/^\d{10}$/),
  'nl-bsn': fc.stringMatching(/^[1-9]\d{8}$/),
  'pl-pesel': fc.stringMatching(/^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d)\d{5}$/),
  'imei': fc.stringMatching(/^(35|86)\d{13}$/),
  'vin': fc.stringMatching(/^[A-HJ-NPR-Z]{8}[\dX][A-HJ-NPR-Z\d]{4}\d{4}$/),
  'cn-uscc': fc.stringMatching(/^91\d{6}[\dA-HJ-NP-RTUW-Y]{10}$/),
  'jp-my-number': fc.stringMatching(/^\d{12}$/),
  'sg-nric': fc.stringMatching(/^[STFG]\d{7}[A-Z]$/),
  'hk-id': fc.stringMatching(/^[A-Z]\d{6}\([\dA]\)$/),
  'tw-id': fc.stringMatching(/^[A-Z][12]\d{8}$/),
  'tr-tckn': fc.stringMatching(/^[1-9]\d{10}$/),
  'ca-sin': fc.stringMatching(/^[1-7]\d{8}$/),
  'cl-rut': fc.stringMatching(/^\d{8}-[\dK]$/),
  'ch-ahv': fc.stringMatching(/^756\d{10}$/),
  'fi-hetu': fc.stringMatching(/^(0[1-9]|1\d|2[0-8])(0[1-9]|1[0-2])\d{2}-\d{3}[\dA-FHJ-NPR-Y]$/),
  'se-personnummer': fc.stringMatching(/^\d{2}(0[1-9]|1[0-2])(0[1-9]|1\d)-\d{4}$/),
  'za-id': fc.stringMatching(/^\d{2}(0[1-9]|1[0-2])(0[1-9]|1\d)\d{4}[01]8\d$/),
  'be-national-number': fc.stringMatching(/^\d{2}(0[1-9]|1[0-2])(0[1-9]|1\d)\d{5}$/),
  'cn-phone': fc.stringMatching(/^[1-9]\d{10}$/),
};

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
    if (detector.basis !== 'name' || SAMPLES[detector.id]) test('accepts by chance no more often than it says', () => {
      const samples = fc.sample(SAMPLES[detector.id] ?? fc.stringMatching(/^[\dA-Z]{18}$/), { numRuns: 20_000, seed: 1 });
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
