import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import fides from '../../../server/src/metadata/fides/standard.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { VISITS } from '../annotation/sample.ts';

const { text = '', lost = [] } = fides.write?.(VISITS) ?? {};
const manifest = parse(text);

test('a manifest has the dataset, the system that processes it and who is responsible', () => {
  const [dataset] = manifest.dataset;
  assert.equal(dataset.fides_key, 'clinic_visits');
  assert.deepEqual(dataset.collections[0].fields.map((field: { data_categories: readonly string[] }) => field.data_categories), [
    ['system.operations'], ['user.unique_id'], ['user.contact.email'], ['user.health_and_medical'],
  ]);
  assert.deepEqual(dataset.collections[0].fields[0].fides_meta, { primary_key: true, data_type: 'integer' });
  assert.deepEqual(dataset.collections[0].fields[1].fides_meta.masking_strategy_override, { strategy: 'hmac' });
  const [training, service] = manifest.system[0].privacy_declarations;
  assert.deepEqual(training, {
    name: 'Finding visits to look at again', data_use: 'train_ai_system', data_categories: ['user.unique_id', 'user.health_and_medical'], data_subjects: ['patient'],
    legal_basis_for_processing: 'Consent', special_category_legal_basis: 'Explicit consent', retention_period: 'P3Y', impact_assessment_location: 'dpia/7',
  });
  assert.deepEqual(service.data_categories, ['user.unique_id', 'user.contact.email']);
  assert.deepEqual(manifest.system[0].legal_basis_for_transfers, ['SCCs']);
  assert.deepEqual(manifest.organization[0].controller, { name: 'Clinic', email: 'privacy@clinic.example' });
});

test('a manifest is read onto the model', () => {
  const { description, complaints } = fides.read(text, 'clinic.fides.yaml');
  assert.deepEqual(complaints, []);
  assert.deepEqual(description?.resources[0]?.fields.map(({ name, privacy }) => [name, privacy?.category ?? privacy?.notPersonal]), [
    ['visit', true], ['person', 'user.unique_id'], ['mail', 'user.contact.email'], ['dx', 'user.health_and_medical'],
  ]);
  assert.deepEqual(description?.privacy?.purposes.map(({ use, legalBasis }) => [use, legalBasis]), [['train_ai_system', 'gdpr:6-1-a'], ['essential.service', 'gdpr:6-1-b']]);
  assert.deepEqual(description?.privacy?.controller, { name: 'Clinic', email: 'privacy@clinic.example' });
});

test('what a manifest cannot say is named', () => {
  assert.deepEqual(lost.map(message => renderMessage(message, { locale: 'en' })), [
    'Where the files of ‘visits’ are',
    ...['identifiability', 'subjects', 'storage', 'transfers', 'retention.from', 'retention.action', 'guarantees', 'safeguards'].map(key => `‘${key}’ of the annotation`),
    '‘consentRef’ of the purpose ‘train_ai_system’',
    '‘role’ of the annotation of ‘person’', '‘transform.keyed’ of the annotation of ‘person’', '‘transform.keyRef’ of the annotation of ‘person’',
    '‘category’ of the annotation of ‘mail’', '‘classification’ of the annotation of ‘mail’',
    '‘role’ of the annotation of ‘dx’', '‘special’ of the annotation of ‘dx’',
  ]);
});
