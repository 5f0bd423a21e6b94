import dataPackage from '../../../server/src/metadata/data-package/standard.ts';
import type { Description } from '../../../server/src/core/description.ts';

/** A clinic's visits with an annotation that uses most of the vocabulary. */
export const VISITS: Description = dataPackage.read(JSON.stringify({
  name: 'clinic-visits', title: 'Clinic visits',
  resources: [{
    name: 'visits', path: 'visits.csv',
    schema: {
      primaryKey: ['visit'],
      fields: [
        { name: 'visit', type: 'integer', privacy: { notPersonal: { reason: 'A running number', by: 'Ada' } } },
        { name: 'person', type: 'string', privacy: { category: 'user.unique_id', role: 'pseudonym', transform: { technique: 'keyed-hashing', keyed: true, keyRef: 'VISITS_KEY' } } },
        { name: 'mail', type: 'string', privacy: { category: 'pd:EmailAddress', role: 'direct-identifier', purposes: ['essential.service'], classification: 'restricted' } },
        { name: 'dx', type: 'string', privacy: { category: 'user.health_and_medical', role: 'sensitive', special: ['gdpr9:health'], purposes: ['train_ai_system'] } },
      ],
    },
  }],
  privacy: {
    personalData: 'yes', identifiability: 'pseudonymised', subjects: ['patient', 'child'], controller: { name: 'Clinic', email: 'privacy@clinic.example' }, role: 'controller',
    purposes: [
      { use: 'train_ai_system', description: 'Finding visits to look at again', legalBasis: 'gdpr:6-1-a', specialBasis: 'gdpr:9-2-a', consentRef: 'consents/2025' },
      { use: 'essential.service', legalBasis: 'gdpr:6-1-b' },
    ],
    storage: ['DE'], transfers: [{ to: 'US', mechanism: 'scc', ref: 'contracts/12' }], retention: { period: 'P3Y', from: 'day', action: 'delete' },
    dpia: { required: true, ref: 'dpia/7' }, guarantees: { kAnonymity: { k: 5, qi: ['dx'] } }, safeguards: { encryptionAtRest: 'AES-256' },
  },
}), 'datapackage.json').description ?? { resources: [] };
