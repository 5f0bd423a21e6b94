import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import type { Json } from '../../server/src/core/problem.ts';
import { createDescriptions } from '../../server/src/engine/descriptions.ts';
import { isJsonList, isJsonObject } from '../../server/src/util/json.ts';
import { memoryHost, uriOf } from '../harness/memoryHost.ts';

type Path = readonly (string | number)[];

/** A hospital in Germany, with everything its law asks to be written down. */
const HOSPITAL: Json = {
  name: 'visits', resources: [{ name: 'visits', path: 'visits.csv', schema: { fields: [
    { name: 'patient', privacy: { category: 'user.unique_id', role: 'pseudonym', transform: { technique: 'keyed-hashing', keyed: true, keyRef: 'PATIENT_KEY' } } },
    { name: 'dx', privacy: { category: 'user.health_and_medical', role: 'sensitive', special: ['gdpr9:health'] } },
    { name: 'plz', privacy: { category: 'user.contact.address.postal_code', role: 'quasi-identifier', retention: { period: 'P1Y' } } },
  ] } }],
  licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
  privacy: {
    personalData: 'yes', identifiability: 'pseudonymised', subjects: ['patient'], jurisdictions: ['DE'], storage: ['DE', 'US'],
    transfers: [{ to: 'US', mechanism: 'scc' }],
    controller: { name: 'Klinik', email: 'klinik@example.org' }, dpo: { name: 'H. Kurz', email: 'dpo@example.org' },
    purposes: [
      { use: 'essential.service', legalBasis: 'gdpr:6-1-b', specialBasis: 'gdpr:9-2-h' },
      { use: 'train_ai_system', legalBasis: 'gdpr:6-1-f', specialBasis: 'gdpr:9-2-j', balancingTestRef: 'test.md' },
    ],
    retention: { period: 'P10Y', from: 'last_visit', action: 'delete' }, dpia: { required: true, ref: 'dpia.pdf' }, release: { audience: 'controlled' },
    guarantees: { kAnonymity: { k: 5, qi: ['plz'] }, lDiversity: [{ sensitive: 'dx', kind: 'distinct', l: 2 }] },
    differentialPrivacy: {
      unit: 'person', neighbouring: 'add-remove', epsilon: 2, delta: 1e-6, accountant: 'rdp', conversion: 'improved', sampling: 'poisson', sampleRate: 0.01,
    },
  },
};

/** A Chinese app. */
const APP: Json = {
  name: 'users', resources: [{ name: 'users', path: 'visits.csv', schema: { fields: [
    { name: 'phone', privacy: { category: 'user.contact.phone_number', role: 'direct-identifier' } },
    { name: 'face', privacy: { category: 'user.biometric', special: ['pipl28:biometric'], separateConsentRef: 'consents.csv' } },
    { name: 'birth', privacy: { category: 'user.demographic.date_of_birth', subjectAgeLimit: 14 } },
  ] } }],
  privacy: {
    personalData: 'yes', profiles: ['pipl', 'genai-cn'], jurisdictions: ['CN'], subjects: ['customer', 'child'], controller: { name: 'App', email: 'app@example.org' }, dataLevel: 'general',
    purposes: [{ use: 'train_ai_system', legalBasis: 'pipl:13-1', consentRef: 'consents.csv', withdrawal: 'settings' }], sources: [{ kind: 'provided', from: 'users', recordRef: 'terms.md' }],
    retention: { period: 'P2Y', from: 'collection', action: 'delete' }, pipiaRef: 'pipia.pdf', storage: ['CN'],
  },
};

const CASES: readonly { readonly of: Json; readonly changes: readonly (readonly [path: string, value: Json | undefined, ...expected: string[]])[] }[] = [
  { of: HOSPITAL, changes: [
    ['privacy/purposes', undefined, 'personal-data-without-purpose'],
    ['privacy/purposes/1/legalBasis', undefined, 'purpose-without-legal-basis'],
    ['privacy/purposes/1/specialBasis', undefined, 'special-category-without-condition'],
    ['privacy/purposes/1/balancingTestRef', undefined, 'unbalanced-legitimate-interests'],
    ['privacy/purposes/1/legalBasis', 'gdpr:6-1-a', 'consent-without-record'],
    ['privacy/retention', undefined, 'missing-retention'],
    ['privacy/retention/from', undefined, 'missing-retention'],
    ['privacy/retention/period', 'P6M', 'column-outlives-dataset'],
    ['privacy/transfers', undefined, 'transfer-without-mechanism'],
    ['privacy/transfers/0/mechanism', undefined, 'transfer-without-mechanism'],
    ['privacy/transfers/0/mechanism', 'cac-contract', 'transfer-without-mechanism'],
    ['privacy/dpia', undefined, 'missing-impact-assessment'],
    ['privacy/dpo', undefined, 'missing-data-protection-officer'],
    ['privacy/controller', undefined, 'missing-controller'],
    ['privacy/identifiability', 'anonymised', 'identifiable-called-anonymised'],
    ['privacy/release/audience', 'public', 'public-personal-data'],
    ['privacy/subjects', ['child'], 'child-without-age-limit'],
    ['privacy/personalData', 'none', 'personal-column-in-non-personal-data'],
    ['privacy/guarantees/kAnonymity/qi', ['plz', 'dx'], 'inconsistent-guarantee'],
    ['privacy/guarantees/kAnonymity/qi', [], 'inconsistent-guarantee'],
    ['privacy/differentialPrivacy/unit', undefined, 'unexplained-epsilon'],
    ['privacy/differentialPrivacy/epsilon', 25, 'large-epsilon'],
    ['privacy/differentialPrivacy/budget', { epsilon: 1 }, 'overspent-budget'],
    ['privacy/differentialPrivacy/accountant', 'gdp', 'approximate-accountant'],
    ['privacy/differentialPrivacy/sampling', 'shuffle', 'unearned-amplification'],
    ['resources/0/schema/fields/2/privacy/transform', { technique: 'hashing' }, 'guessable-hash'],
    ['resources/0/schema/fields/1/privacy', { category: 'user.criminal_history' }, 'offence-data-without-ground'],
  ] },
  { of: APP, changes: [
    ['privacy/purposes', undefined, 'personal-data-without-purpose'],
    ['privacy/purposes/0/legalBasis', undefined, 'purpose-without-legal-basis'],
    ['privacy/purposes/0/withdrawal', undefined, 'consent-without-record'],
    ['privacy/retention', undefined, 'missing-retention'],
    ['privacy/pipiaRef', undefined, 'missing-protection-assessment'],
    ['privacy/storage', ['SG'], 'transfer-without-mechanism'],
    ['privacy/sources', undefined, 'missing-sources'],
    ['privacy/sources/0/recordRef', undefined, 'unrecorded-source'],
    ['privacy/dataLevel', undefined, 'missing-data-level'],
    ['privacy/sources/0/kind', 'synthetic', 'unmarked-generated-content'],
    ['resources/0/schema/fields/1/privacy/separateConsentRef', undefined, 'missing-separate-consent'],
    ['resources/0/schema/fields/2/privacy/subjectAgeLimit', undefined, 'child-without-age-limit'],
  ] },
];

describe('one thing is amiss in a description that is complete, and one thing is said', () => {
  for (const { of, changes } of CASES) {
    test('nothing is amiss', async () => assert.deepEqual(await rulesOf(of), []));
    for (const [path, value, ...expected] of changes) {
      test(`${path}: ${value === undefined ? 'left out' : JSON.stringify(value)}`, async () => assert.deepEqual(await rulesOf(changed(of, path.split('/'), value)), expected));
    }
  }
});

async function rulesOf(description: Json): Promise<readonly string[]> {
  const bytes = (text: string): { readonly bytes: Uint8Array } => ({ bytes: new TextEncoder().encode(text) });
  const host = memoryHost(new Map([['datapackage.json', bytes(JSON.stringify(description))], ['visits.csv', bytes('a\n1\n')]]));
  const checked = await createDescriptions().check({ uri: uriOf('datapackage.json'), host, folders: [], configuration: DEFAULT_CONFIGURATION });
  assert.ok('findings' in checked);
  return checked.findings.map(({ rule }) => rule).filter(rule => rule !== 'missing-licence' && rule !== 'missing-recommended-property');
}

/** The same with another value at a path, or without it. */
function changed(json: Json | undefined, [step, ...rest]: Path, value: Json | undefined): Json {
  if (isJsonList(json)) return json.map((item, i) => (`${i}` === `${step}` ? (rest.length > 0 ? changed(item, rest, value) : value ?? null) : item));
  const object = isJsonObject(json) ? json : {};
  const { [`${step}`]: inner, ...others } = object;
  if (rest.length > 0) return { ...others, [`${step}`]: changed(inner, rest, value) };
  return value === undefined ? others : { ...others, [`${step}`]: value };
}
