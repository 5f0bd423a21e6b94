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
    '‘consentRef’ of the purpose ‘train_ai_system’', '‘notPersonal’ of the annotation of ‘visit’',
    '‘role’ of the annotation of ‘person’', '‘transform.keyed’ of the annotation of ‘person’', '‘transform.keyRef’ of the annotation of ‘person’',
    '‘classification’ of the annotation of ‘mail’', '‘role’ of the annotation of ‘dx’',
  ]);
});

/** What a description says, without where it stands and without the values that are empty. */
const said = (description: unknown): unknown => JSON.parse(JSON.stringify(description, (key, value) => (key === 'node' || key === 'raw' ? undefined : value)));

test('what was written is read again, and written again the same', () => {
  const { description, complaints } = dpv.read(text, 'visits.dpv.jsonld');
  assert.deepEqual(complaints, []);
  assert.ok(description);
  assert.equal(dpv.write?.(description).text, text);
  const [person, mail, dx] = description.resources[0]?.fields ?? [];
  assert.deepEqual([person?.name, person?.privacy?.transform], ['person', { technique: 'keyed-hashing' }]);
  assert.deepEqual([mail?.privacy?.category, mail?.privacy?.role], ['pd:EmailAddress', 'direct-identifier']);
  assert.deepEqual([dx?.privacy?.category, dx?.privacy?.special], ['user.health_and_medical', ['gdpr9:health']]);
  const grounds = (all: typeof VISITS.privacy) => all?.purposes.map(({ use, legalBasis, specialBasis }) => [use, legalBasis, specialBasis]);
  assert.deepEqual(grounds(description.privacy), grounds(VISITS.privacy));
  assert.deepEqual(description.privacy?.retention, { period: VISITS.privacy?.retention?.period });
  assert.deepEqual(said(description.privacy?.transfers), said(VISITS.privacy?.transfers));
});

test('full addresses, other prefixes, references and single values say the same', () => {
  const graph = {
    '@context': [{ d: 'https://w3id.org/dpv#', p: 'https://w3id.org/dpv/pd#', g: 'https://w3id.org/dpv/legal/eu/gdpr#', dct: 'http://purl.org/dc/terms/' }],
    '@graph': [
      { '@id': 'ex:inner', '@type': 'd:Process', 'd:hasPurpose': { '@id': 'https://w3id.org/dpv#ServiceProvision' }, 'd:hasLegalBasis': { '@id': 'g:A6-1-b' }, 'd:hasPersonalData': { '@id': 'ex:mail' } },
      { '@id': 'ex:outer', '@type': 'https://w3id.org/dpv#Process', 'd:hasProcess': { '@id': 'ex:inner' }, 'd:hasPersonalData': [{ '@id': 'ex:mail' }, { '@id': 'ex:age' }], 'd:hasDataController': { '@id': 'ex:us' } },
      { '@id': 'ex:mail', '@type': ['p:EmailAddress', 'd:PseudonymisedData'], 'dct:title': 'mail' }, { '@id': 'ex:age', '@type': 'p:Age', 'dct:title': [{ '@value': 'age', '@language': 'en' }] },
      { '@id': 'ex:us', '@type': 'd:DataController', 'd:hasName': 'Us' },
    ],
  };
  const { description } = dpv.read(JSON.stringify(graph), 'dpv.json');
  const fields = description?.resources[0]?.fields ?? [];
  assert.deepEqual(fields.map(({ name, privacy }) => [name, privacy?.category, privacy?.identifiability, privacy?.purposes]), [
    ['mail', 'user.contact.email', 'pseudonymised', undefined], ['age', fields[1]?.privacy?.category, undefined, []],
  ]);
  assert.deepEqual(description?.privacy?.controller, { name: 'Us' });
  assert.deepEqual(description?.privacy?.purposes.map(({ legalBasis }) => legalBasis), ['gdpr:6-1-b']);
});

test('a document without a process is told so, whatever it holds', () => {
  for (const wrong of ['{}', '[]', '3', '{"@graph": [1, null, {"@type": 7}]}', '{"@context": "https://w3id.org/dpv", "@type": ["dpv:Purpose"]}', '{"dpv:hasPersonalData": {"@id": 3}}']) {
    assert.equal(dpv.read(wrong, 'dpv.json').complaints.length, 1, wrong);
  }
});
