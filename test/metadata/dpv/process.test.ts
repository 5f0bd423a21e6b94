import assert from 'node:assert/strict';
import { test } from 'node:test';
import dpv from '../../../server/src/metadata/dpv/standard.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { VISITS } from '../annotation/sample.ts';

const { text = '{}', lost = [] } = dpv.write?.(VISITS) ?? {};
const process = JSON.parse(text);

test('a dataset is a process with its personal data, purposes and transfers', () => {
  assert.deepEqual(process['dpv:hasPersonalData'].map((one: Record<string, unknown>) => one['@type']), [
    ['pd:UID'], ['pd:EmailAddress', 'dpv:IdentifyingPersonalData', 'dpv:ConfidentialData'], ['pd:MedicalHealth', 'dpv:SpecialCategoryPersonalData', 'eu-gdpr:HealthData'],
  ]);
  assert.deepEqual(process['dpv:hasPersonalData'][0]['dpv:hasTechnicalMeasure'], [{ '@id': 'dpv:HashMessageAuthenticationCode' }]);
  const [training, service, transfer] = process['dpv:hasProcess'];
  assert.deepEqual(training['dpv:hasLegalBasis'], [{ '@id': 'eu-gdpr:A6-1-a' }, { '@id': 'eu-gdpr:A9-2-a' }]);
  assert.deepEqual(service['dpv:hasPurpose'], { '@type': 'dpv:ServiceProvision', 'dct:title': 'essential.service' });
  assert.deepEqual([transfer['dpv:hasLegalBasis'], transfer['dpv:hasLocation']], [{ '@id': 'eu-gdpr:A46-2-c' }, { '@id': 'loc:US' }]);
  assert.deepEqual(process['dpv:hasDataSubject'], [{ '@id': 'dpv:Patient' }, { '@id': 'dpv:Child' }]);
  assert.deepEqual(process['dpv:hasData'], { '@type': 'dpv:PseudonymisedData' });
});

test('every prefix that is used is explained', () => {
  const used = new Set([...text.matchAll(/"([\w-]+):[\w-]+"/g)].flatMap(([, prefix]) => prefix ?? []));
  for (const prefix of [...used].filter(one => one !== '_')) assert.ok(prefix in process['@context'], prefix);
});

test('what the vocabulary has no words for is named', () => {
  assert.deepEqual(lost.map(message => renderMessage(message, { locale: 'en' })), [
    'How ‘visits’ is stored, and what has to hold for it',
    ...['personalData', 'role', 'retention.from', 'retention.action', 'dpia.required', 'guarantees'].map(key => `‘${key}’ of the annotation`),
    '‘consentRef’ of the purpose ‘train_ai_system’',
    '‘role’ of the annotation of ‘person’', '‘transform.keyed’ of the annotation of ‘person’', '‘transform.keyRef’ of the annotation of ‘person’',
    '‘classification’ of the annotation of ‘mail’', '‘role’ of the annotation of ‘dx’',
  ]);
});
