import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ca-ramq',
  title: 'Quebec health insurance number (RAMQ)',
  country: 'CA',
  category: 'user.health_and_medical.record_id',
  basis: 'shape',
  length: [12, 14],
  accepts: plain => /^[A-Z]{4} ?\d{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2]) ?(?:0[1-9]|[12]\d|3[01])\d{2}$/.test(plain),
  chance: 0.08,
  nameHints: ['ramq', 'nam', 'numero assurance maladie', 'numéro assurance maladie', 'health card', 'health insurance number', '魁北克医疗保险号'],
});
