import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownAs, licenceAt, termsOf } from '../../server/src/util/licences/licences.ts';

test('addresses of the usual places are licences', () => {
  const addresses = [
    'https://creativecommons.org/licenses/by-nc/4.0/', 'http://www.creativecommons.org/licenses/by/3.0/legalcode', 'https://creativecommons.org/publicdomain/zero/1.0/',
    'https://spdx.org/licenses/MIT.html', 'https://choosealicense.com/licenses/cc-by-sa-4.0/', 'https://opensource.org/license/apache-2.0', 'https://opendatacommons.org/licenses/pddl/1-0/',
    'https://example.org/licence', '',
  ];
  const ids = ['CC-BY-NC-4.0', 'CC-BY-3.0', 'CC0-1.0', 'MIT', 'CC-BY-SA-4.0', 'Apache-2.0', 'odc-pddl', undefined, undefined];
  assert.deepEqual(addresses.map(licenceAt), ids);
});

test('identifiers are known in either case, and by no other name', () => {
  assert.deepEqual(['cc-by-4.0', 'AFL-3.0', 'odbl', 'GPL-2.0', 'CC BY 4.0', ''].map(knownAs), ['CC-BY-4.0', 'AFL-3.0', 'ODbL', 'GPL-2.0', undefined, undefined]);
});

test('terms are read off the name', () => {
  const shown = (id: string): string => Object.entries(termsOf(id)).flatMap(([term, holds]) => (holds ? [term] : [])).join();
  assert.deepEqual(['CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-3.0', 'CC-BY-4.0', 'ODbL-1.0', 'NCSA', 'other-nc', 'AGPL-3.0-only'].map(shown), ['nonCommercial,shareAlike', 'nonCommercial,noDerivatives', '', 'shareAlike', '', 'nonCommercial', 'shareAlike']);
});
