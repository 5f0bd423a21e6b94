import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import odcs from '../../../server/src/metadata/odcs/standard.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { VISITS } from '../annotation/sample.ts';

const { text = '', lost = [] } = odcs.write?.(VISITS) ?? {};
const contract = parse(text);

test('a contract that is written keeps its standard', () => {
  assert.deepEqual(odcs.read(text, 'clinic.odcs.yaml').complaints.map(({ message }) => renderMessage(message, { locale: 'en' })), []);
});

test('what contracts have a word for stands there, and the annotation as it is beside it', () => {
  const [visit, person, mail, dx] = contract.schema[0].properties;
  assert.deepEqual([visit.classification, person.classification, mail.classification, dx.tags], [undefined, 'restricted', 'restricted', ['pii', 'gdpr9:health']]);
  assert.deepEqual([visit.primaryKey, visit.primaryKeyPosition], [true, 1]);
  assert.deepEqual(person.customProperties, [{ property: 'privacy', value: { category: 'user.unique_id', role: 'pseudonym', transform: { technique: 'keyed-hashing', keyed: true, keyRef: 'VISITS_KEY' } } }]);
  assert.deepEqual(contract.slaProperties, [{ property: 'retention', value: 3, unit: 'y', driver: 'regulatory', element: 'day' }]);
  assert.deepEqual(contract.team, { members: [{ username: 'privacy@clinic.example', role: 'controller', name: 'Clinic' }] });
});

test('nothing of an annotation is lost', () => {
  assert.deepEqual(lost.map(message => renderMessage(message, { locale: 'en' })), ['‘title’ of the dataset']);
});

test('contracts that say less are read as far as they go', () => {
  const { description } = odcs.read(`version: 1.0.0
apiVersion: v3.1.0
kind: DataContract
id: a
status: active
schema:
- name: people
  properties:
  - { name: mail, logicalType: string, tags: [pii, 'gdpr9:health'], classification: confidential }
  - { name: born, logicalType: date, customProperties: [{ property: privacyCategory, value: user.demographic.date_of_birth }] }
  - { name: city, logicalType: string, classification: internal }
slaProperties: [{ property: retention, value: 6, unit: m }]
customProperties: [{ property: privacy, value: { personalData: 'yes' } }]
`, 'a.odcs.yaml');
  assert.deepEqual(description?.resources[0]?.fields.map(({ privacy }) => privacy && [privacy.category, privacy.classification, privacy.special]), [
    ['user', 'confidential', ['gdpr9:health']], ['user.demographic.date_of_birth', undefined, undefined], undefined,
  ]);
  assert.deepEqual([description?.privacy?.personalData, description?.privacy?.retention], ['yes', { period: 'P6M' }]);
});

test('what is wrong with an annotation is said once, where it stands', () => {
  const { complaints } = odcs.read(`version: 1.0.0
apiVersion: v3.1.0
kind: DataContract
id: a
status: active
schema:
- name: people
  properties:
  - { name: mail, logicalType: string, customProperties: [{ property: privacy, value: { categry: user.contact.email, role: nobody } }] }
customProperties: [{ property: privacy, value: { personalData: maybe, retention: { period: 3 years, action: delete } } }]
`, 'a.odcs.yaml');
  assert.deepEqual(complaints.map(({ path, message }) => [path.slice(-2).join('/'), renderMessage(message, { locale: 'en' })]), [
    ['value/personalData', '‘personalData’ is not as the vocabulary of annotations wants it'],
    ['retention/period', '‘period’ is not as the vocabulary of annotations wants it'],
    ['value/categry', '‘categry’ is not a key of ‘privacy’; did you mean ‘category’?'],
    ['value/role', '‘role’ is not as the vocabulary of annotations wants it'],
  ]);
});
